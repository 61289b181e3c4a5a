-- Roles of staff are confirmed every 180 days (角色定期复核, roles.md section 5). What was not confirmed in time is suspended: it is no
-- longer among the roles of the person and lies here until two administrators grant it again.
alter table staff_account
    add column suspended_roles  text[]      not null default '{}',
    add column suspended_at     timestamptz,                         -- null: nothing is suspended
    add column reminded_at      timestamptz;                         -- null: nobody was reminded of the next confirmation yet

-- The audit viewer searches by action and by result too; refusals are rare, and counted for each account (AUD-09).
create index idx_audit_entry_action on audit_entry (action, number);
create index idx_audit_entry_refused on audit_entry (login, at) where result <> 'done';

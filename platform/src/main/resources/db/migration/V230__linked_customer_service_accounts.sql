-- Accounts of the customer service platform that were linked to somebody of the Single Window after their registration (账号关联).
create table cs_account_link (
    id           bigint      generated always as identity,
    account_id   bigint      not null,
    person       text        not null,                           -- whose it became
    former       text        not null,                           -- who was kept for this account alone, and is again afterwards
    brought      text[]      not null default '{}',              -- accounts of the entries that came with it: realm and login
    linked_at    timestamptz not null,
    unlinked_at  timestamptz,                                    -- null: still linked
    constraint pk_cs_account_link         primary key (id),
    constraint fk_cs_account_link_account foreign key (account_id) references cs_account (id),
    constraint fk_cs_account_link_person  foreign key (person) references person (login),
    constraint fk_cs_account_link_former  foreign key (former) references person (login)
);
create unique index uq_cs_account_link_open on cs_account_link (account_id) where unlinked_at is null;
create index idx_cs_account_link_person on cs_account_link (person);

-- Who hears what is told to somebody whose accounts went to another person; null: they themselves.
alter table person add column succeeded_by text;
alter table person add constraint fk_person_succeeded_by foreign key (succeeded_by) references person (login);
create index idx_person_succeeded_by on person (succeeded_by) where succeeded_by is not null;

-- Why the security administrator took an account out of use (停用), and who it was.
alter table cs_account
    add column disabled_at     timestamptz,                      -- null: not disabled
    add column disabled_by     text        not null default '',
    add column disabled_reason text        not null default '';

-- Staff accounts (工作人员账号): what a person of an authority or of the operating company has beyond login, name and roles.
create table staff_account (
    login               text        not null,
    organisation        text        not null default '',             -- 所属单位
    linked_credit_code  text        not null default '',             -- 关联企业: the enterprise the person belongs to
    id_number           text        not null default '',             -- 证件号码, where given: to notice conflicts of interest
    mobile              text        not null default '',             -- 手机号码
    disabled_at         timestamptz,                                 -- null: may sign in
    disabled_by         text        not null default '',
    confirmed_at        timestamptz,                                 -- null: roles were never confirmed by two administrators
    version             integer     not null default 1,              -- grows with every change
    constraint pk_staff_account        primary key (login),
    constraint fk_staff_account_person foreign key (login) references person (login)
);
create index idx_staff_account_linked on staff_account (linked_credit_code) where linked_credit_code <> '';

-- Proposed roles (角色授予申请): what one security administrator proposes and another confirms (SOD-11).
create table role_proposal (
    id                 bigint      generated always as identity,
    login              text        not null,
    roles              text[]      not null,                         -- all roles that the account shall have
    customs_office     text        not null default '',
    inspection_office  text        not null default '',
    proposed_by        text        not null,
    proposed_at        timestamptz not null,
    decided_by         text,                                         -- null: open
    decided_at         timestamptz,                                  -- null: open
    confirmed          boolean,                                      -- null: open
    constraint pk_role_proposal         primary key (id),
    constraint fk_role_proposal_account foreign key (login) references staff_account (login),
    constraint ck_role_proposal_decided check (num_nulls(decided_by, decided_at, confirmed) in (0, 3)),
    constraint ck_role_proposal_other   check (decided_by is null or not confirmed or decided_by <> proposed_by)
);
create unique index uq_role_proposal_open on role_proposal (login) where decided_at is null;

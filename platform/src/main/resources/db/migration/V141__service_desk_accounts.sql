-- Accounts of the customer service platform (客服平台账号): registered by visitors, approved by the service desk.
create table cs_account (
    id               bigint      generated always as identity,
    login            text        not null,                       -- unique inside this realm
    password_hash    text        not null,
    state            text        not null,                       -- PENDING, ACTIVE, REJECTED, DISABLED; locked is computed
    credit_code      text        not null,
    mobile           text        not null,
    answers          json        not null,                       -- what was filled in, without any secret
    person           text        not null,                       -- who is behind it
    enterprise_id    bigint,                                     -- null: not approved yet
    submitted_at     timestamptz not null,
    decided_at       timestamptz,
    decided_by       text        not null default '',
    reasons          text[]      not null default '{}',          -- codes of refusal_reason
    reason           text        not null default '',
    expedite_caller  text        not null default '',            -- 来电人
    expedite_phone   text        not null default '',
    expedited_at     timestamptz,                                -- 来电时间; null: not expedited
    expedited_by     text        not null default '',
    overdue_told_at  timestamptz,                                -- when N-80 went out
    version          integer     not null default 1,
    constraint pk_cs_account            primary key (id),
    constraint uq_cs_account_login      unique (login),
    constraint ck_cs_account_state      check (state in ('PENDING', 'ACTIVE', 'REJECTED', 'DISABLED')),
    constraint fk_cs_account_person     foreign key (person) references person (login),
    constraint fk_cs_account_enterprise foreign key (enterprise_id) references enterprise (id)
);
create unique index uq_cs_account_mobile on cs_account (mobile) where state <> 'DISABLED';
create index idx_cs_account_state on cs_account (state, submitted_at);
create index idx_cs_account_person on cs_account (person);
create index idx_cs_account_credit_code on cs_account (credit_code);

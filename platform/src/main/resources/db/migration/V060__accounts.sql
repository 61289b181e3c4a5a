-- What an account (账号) knows of its person, and whether it may be used. Empty texts: not known.
alter table person
    add column id_type              text        not null default '',
    add column id_number            text        not null default '',
    add column mobile               text        not null default '',
    add column landline             text        not null default '',
    add column email                text        not null default '',
    add column card_no              text        not null default '',          -- 绑定操作员卡
    add column menus                text[]      not null default '{QUALIFICATION,HANDIN}',
    add column initial_password     boolean     not null default false,       -- has to be changed at the next sign-in
    add column password_changed_at  timestamptz,                              -- null: still the first one
    add column disabled_at          timestamptz,                              -- null: may sign in
    add column disabled_by          text        not null default '',
    add column time_code_secret     bytea,                                    -- null: no authenticator (RFC 6238)
    add column time_code_step       bigint      not null default 0;           -- the last step used, so that no code is used twice
create unique index uq_person_mobile on person (mobile) where mobile <> '';
create index idx_person_enterprise on person (enterprise_id, login);

-- Passwords that were replaced (历史密码), as hashes: none of the last five may come back.
create table former_password (
    id           bigint      generated always as identity,
    login        text        not null,
    hash         text        not null,
    replaced_at  timestamptz not null,
    constraint pk_former_password        primary key (id),
    constraint fk_former_password_person foreign key (login) references person (login)
);
create index idx_former_password_login on former_password (login, id);

-- Recovery codes (恢复码) for somebody who lost the authenticator; each works once.
create table recovery_code (
    login   text   not null,
    digest  bytea  not null,                                     -- SHA-256: a code holds 80 random bits
    constraint pk_recovery_code        primary key (login, digest),
    constraint fk_recovery_code_person foreign key (login) references person (login)
);

-- Accounts of the other realms (各平台账号), each linked to the person who signs in once and crosses between them.
create table realm_account (
    realm      text        not null,
    login      text        not null,                             -- unique inside the realm
    person     text        not null,
    linked_at  timestamptz not null,
    constraint pk_realm_account        primary key (realm, login),
    constraint fk_realm_account_person foreign key (person) references person (login),
    constraint ck_realm_account_realm  check (realm in ('SW', 'CS', 'KJ_CUS', 'KJ_CIQ'))
);
create index idx_realm_account_person on realm_account (person);

-- Claims of a customs code (海关十位编码登记) that were looked at: who found what, and why.
create table customs_code_finding (
    id             bigint      generated always as identity,
    enterprise_id  bigint      not null,
    customs_code   text        not null,
    passed         boolean     not null,
    reason         text        not null default '',
    found_by       text        not null,
    found_at       timestamptz not null,
    constraint pk_customs_code_finding            primary key (id),
    constraint fk_customs_code_finding_enterprise foreign key (enterprise_id) references enterprise (id)
);
create index idx_customs_code_finding_enterprise on customs_code_finding (enterprise_id, id);
alter table enterprise add column customs_code_proof uuid;       -- scan of the proof; null: none was given

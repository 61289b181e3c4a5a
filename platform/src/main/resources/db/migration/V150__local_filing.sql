-- Which filled-in forms were handed in with which ticket (本地备案材料).
create table local_filing_material (
    ticket_id  bigint  not null,
    record_id  bigint  not null,                                 -- of the form
    constraint pk_local_filing_material        primary key (record_id),
    constraint fk_local_filing_material_ticket foreign key (ticket_id) references form_record (id) on delete cascade,
    constraint fk_local_filing_material_record foreign key (record_id) references form_record (id) on delete cascade
);
create index idx_local_filing_material_ticket on local_filing_material (ticket_id);

-- What an agent of the service desk has found in the four materials (本地备案材料审核).
create table local_filing_review (
    ticket_id   bigint       not null,
    ticks       text[]       not null default '{}',              -- what was seen to be right
    keyed       json         not null default '{}',              -- identity fields typed from the scans
    refused     boolean      not null default false,             -- 不予办理
    checked_by  text         not null,
    checked_at  timestamptz  not null,
    constraint pk_local_filing_review        primary key (ticket_id),
    constraint fk_local_filing_review_ticket foreign key (ticket_id) references form_record (id) on delete cascade
);

-- What the enterprise gets at the end (本地备案批复): one agent prepares it, another releases it. Passwords are never here.
create table local_filing_issuance (
    ticket_id           bigint       not null,                   -- the original one, and no other
    enterprise_id       bigint       not null,
    dxp_id              text         not null,
    customs_account     text         not null,                   -- 报关入口账号
    inspection_account  text         not null,                   -- 报检入口账号
    licence_no          text         not null,                   -- 客户端许可证编号
    licence             text         not null,                   -- the licence itself, signed
    prepared_by         text         not null,
    prepared_at         timestamptz  not null,
    released_by         text         not null default '',        -- empty: not released yet
    released_at         timestamptz,
    shown_by            text         not null default '',        -- who has seen the initial passwords; empty: nobody yet
    shown_at            timestamptz,
    constraint pk_local_filing_issuance            primary key (ticket_id),
    constraint uq_local_filing_issuance_licence    unique (licence_no),
    constraint ck_local_filing_issuance_four_eyes  check (released_by <> prepared_by),
    constraint fk_local_filing_issuance_ticket     foreign key (ticket_id) references form_record (id),
    constraint fk_local_filing_issuance_enterprise foreign key (enterprise_id) references enterprise (id)
);
create index idx_local_filing_issuance_enterprise on local_filing_issuance (enterprise_id);

-- Until when a password counts that somebody did not choose; null: until it is changed.
alter table person add column initial_until timestamptz;

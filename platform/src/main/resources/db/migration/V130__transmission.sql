-- DXP users (DXP用户): an id that the data centre gave to an enterprise; one of its officers enters it, another checks it.
create table dxp_user (
    dxp_id         text        not null,                         -- DXPENT and ten digits; never used again
    enterprise_id  bigint      not null,
    ticket_no      text        not null,                         -- on which it was asked for
    node_code      text        not null default '',              -- 接入节点
    issued_on      date        not null,
    issued_by      text        not null,
    checked_by     text        not null default '',              -- empty: not checked yet
    state          text        not null,
    reason         text        not null default '',              -- why it is suspended or cancelled
    version        integer     not null default 1,
    updated_at     timestamptz not null,
    constraint pk_dxp_user            primary key (dxp_id),
    constraint ck_dxp_user_state      check (state in ('ENTERED', 'ISSUED', 'SUSPENDED', 'CANCELLED')),
    constraint ck_dxp_user_four_eyes  check (checked_by <> issued_by),
    constraint fk_dxp_user_enterprise foreign key (enterprise_id) references enterprise (id)
);
create unique index uq_dxp_user_enterprise on dxp_user (enterprise_id) where state <> 'CANCELLED';

-- Channels stand in one of four states now, and may have two keys while one takes the other's place.
alter table channel
    add column mode          text        not null default 'API',      -- CLIENT or API (传输方式)
    add column state         text        not null default 'NOT_OPEN',
    add column state_reason  text        not null default '',
    add column opened_at     timestamptz,                             -- null: never was open
    add column version       integer     not null default 1,
    add constraint ck_channel_mode  check (mode in ('CLIENT', 'API')),
    add constraint ck_channel_state check (state in ('NOT_OPEN', 'OPEN', 'SUSPENDED', 'CLOSED'));
update channel set state = case when active then 'OPEN' else 'CLOSED' end, opened_at = created_at;

-- Keys of channels (接口密钥); only their digests are kept.
create table channel_key (
    digest      bytea       not null,                            -- SHA-256 of the key
    channel_id  bigint      not null,
    created_at  timestamptz not null,
    ends_at     timestamptz,                                     -- null: until it is replaced
    constraint pk_channel_key         primary key (digest),
    constraint fk_channel_key_channel foreign key (channel_id) references channel (id)
);
create index idx_channel_key_channel on channel_key (channel_id);
insert into channel_key (digest, channel_id, created_at) select key_digest, id, created_at from channel;
alter table channel drop column active, drop column key_digest;

-- Business types (业务类型) that are open to enterprises, by entry.
create table business_type (
    enterprise_id  bigint      not null,
    realm          text        not null,                         -- CUSTOMS 报关入口, INSPECTION 报检入口
    mode           text        not null,                         -- 9610, 1210
    direction      text        not null,                         -- IMPORT, EXPORT
    ticket_no      text        not null,                         -- on which it was asked for
    opened_by      text        not null,
    opened_at      timestamptz not null,
    constraint pk_business_type            primary key (enterprise_id, realm, mode, direction),
    constraint ck_business_type_realm      check (realm in ('CUSTOMS', 'INSPECTION')),
    constraint ck_business_type_mode       check (mode in ('9610', '1210')),
    constraint ck_business_type_direction  check (direction in ('IMPORT', 'EXPORT')),
    constraint fk_business_type_enterprise foreign key (enterprise_id) references enterprise (id)
);
-- who had a channel could send everything; that stays so
insert into business_type (enterprise_id, realm, mode, direction, ticket_no, opened_by, opened_at)
select distinct c.enterprise_id, r.realm, m.mode, d.direction, '', 'system', c.created_at
  from (select enterprise_id, min(created_at) as created_at from channel group by enterprise_id) c
 cross join (values ('CUSTOMS'), ('INSPECTION')) r (realm)
 cross join (values ('9610'), ('1210')) m (mode)
 cross join (values ('IMPORT'), ('EXPORT')) d (direction);

-- How far the interface (接口) of a channel is; the gate lets an interface channel send only while it is LIVE.
create table interface_access (
    dxp_id          text        not null,
    state           text        not null,
    reason          text        not null default '',             -- why it is suspended
    test_opened_at  timestamptz,                                 -- null: never could be tested
    updated_at      timestamptz not null,
    constraint pk_interface_access         primary key (dxp_id),
    constraint ck_interface_access_state   check (state in ('NONE', 'TESTING', 'LIVE', 'SUSPENDED')),
    constraint fk_interface_access_channel foreign key (dxp_id) references channel (dxp_id)
);

-- Addresses from which an interface channel may send (访问地址白名单).
create table interface_address (
    dxp_id  text not null,
    source  text not null,                                       -- an address, or a block such as 203.0.113.0/24
    constraint pk_interface_address        primary key (dxp_id, source),
    constraint fk_interface_address_access foreign key (dxp_id) references interface_access (dxp_id)
);

-- who had an open channel could send from everywhere; that stays so until the enterprise says from where
insert into interface_access (dxp_id, state, updated_at)
select dxp_id, 'LIVE', created_at from channel where mode = 'API' and state <> 'NOT_OPEN';
insert into interface_address (dxp_id, source)
select dxp_id, anywhere.source from interface_access cross join (values ('0.0.0.0/0'), ('::/0')) anywhere (source);

-- A key opens the live channel, or the test channel (联调环境) beside it.
alter table channel_key
    add column purpose text not null default 'LIVE',
    add constraint ck_channel_key_purpose check (purpose in ('LIVE', 'TEST'));

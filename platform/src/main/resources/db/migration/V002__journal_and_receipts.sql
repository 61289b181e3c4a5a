-- The journal (报文日志): every message that came through the door, in the order in which it was made durable.
-- Positions are given by the one writer, so a reader that has seen position n has seen everything before it.
create table message (
    position       bigint      not null,
    enterprise_id  bigint      not null,
    dxp_id         text        not null,                         -- of the channel it came through
    message_id     text        not null,                         -- CopMsgId of the envelope, else guid of the root
    message_type   text        not null,                         -- CEB621, or Unknown
    documents      integer     not null,
    enveloped      boolean     not null,                         -- came in a DxpMsg
    digest         bytea       not null,                         -- SHA-256 of the body as received
    verdict        text        not null,                         -- ACCEPTED or REFUSED
    findings       json,                                         -- why it was refused; warnings of an accepted one
    certificate    text,                                         -- serial of the signing certificate, where signed
    received_at    timestamptz not null,
    body           bytea       not null,                         -- as received
    constraint pk_message            primary key (position),
    constraint ck_message_verdict    check (verdict in ('ACCEPTED', 'REFUSED')),
    constraint fk_message_enterprise foreign key (enterprise_id) references enterprise (id)
);
-- the library's PostgreSQL has no lz4, and pglz costs half of the rate
alter table message alter column body set storage external;
-- same sender, same id: one message (a refused one does not use the id up)
create unique index uq_message_id on message (dxp_id, message_id) where verdict = 'ACCEPTED';
create index idx_message_refused_id on message (dxp_id, message_id) where verdict = 'REFUSED';
create index idx_message_enterprise on message (enterprise_id, position);

-- Messages per minute and enterprise, for the dashboard: counted where they are written, never by scanning.
create table message_minute (
    enterprise_id  bigint      not null,
    minute         timestamptz not null,
    accepted       integer     not null default 0,
    refused        integer     not null default 0,
    constraint pk_message_minute primary key (minute, enterprise_id)
);

-- Receipts (回执) waiting to be fetched, numbered in the order in which they became visible.
create table receipt (
    number         bigint      not null,
    dxp_id         text        not null,                         -- whom it is for
    enterprise_id  bigint      not null,
    source         bigint      not null,                         -- position of the message it answers
    receipt_type   text        not null,                         -- CEB622, CEB900, DxpRep
    statuses       text        not null,                         -- distinct returnStatus values, for lists
    records        integer     not null,
    created_at     timestamptz not null,
    body           bytea       not null,
    constraint pk_receipt         primary key (number),
    constraint fk_receipt_message foreign key (source) references message (position)
);
alter table receipt alter column body set storage external;
create index idx_receipt_recipient on receipt (dxp_id, number);
create index idx_receipt_source on receipt (source);

-- Up to which number a channel has said that it holds its receipts.
create table receipt_cursor (
    dxp_id     text        not null,
    number     bigint      not null,
    updated_at timestamptz not null,
    constraint pk_receipt_cursor primary key (dxp_id)
);

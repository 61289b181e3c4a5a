-- Documents (单证): what the accepted messages declared, with the state that customs gave them.
create table document (
    id             bigint      not null,                         -- given by the intake, in journal order
    position       bigint      not null,                         -- message it came in (the newest version)
    index          integer     not null,                         -- which document of that message, from 0
    enterprise_id  bigint      not null,                         -- who sent it
    dxp_id         text        not null,                         -- where receipts go
    message_type   text        not null,                         -- CEB311, CEB411, CEB511, CEB621 …
    guid           text        not null,
    unique_key     text        not null,                         -- business key of R-030, parts joined by +
    order_no       text        not null default '',              -- ties the four documents together
    ebp_code       text        not null default '',
    ebc_code       text        not null default '',
    logistics_code text        not null default '',
    logistics_no   text        not null default '',
    cop_code       text        not null default '',              -- agentCode of an inventory
    cop_no         text        not null default '',
    pre_no         text        not null default '',
    invt_no        text        not null default '',
    app_time       text        not null,                         -- yyyyMMddHHmmss as declared
    status         integer     not null,                         -- returnStatus, see codes/return-status.csv
    alive          boolean     not null,                         -- whether the key is taken (R-030)
    waiting_for    text        not null default '',              -- order, payment, waybill: what is missing (R-091)
    return_info    text        not null default '',              -- text of the newest receipt
    received_at    timestamptz not null,
    updated_at     timestamptz not null,
    content        bytea       not null,                         -- the fields as JSON
    constraint pk_document         primary key (id),
    constraint fk_document_message foreign key (position) references message (position)
);
alter table document alter column content set storage external;
create unique index uq_document_live on document (message_type, unique_key) where alive;
create index idx_document_order on document (order_no) where order_no <> '';
create index idx_document_logistics on document (logistics_code, logistics_no) where logistics_no <> '';
create index idx_document_cop on document (cop_code, cop_no) where cop_no <> '';
create index idx_document_waiting on document (received_at) where waiting_for <> '';
create index idx_document_message on document (position);
create index idx_document_enterprise on document (enterprise_id, message_type, id);

-- How many documents of a type an enterprise has in each state, for the dashboard.
create table document_tally (
    enterprise_id  bigint  not null,
    message_type   text    not null,
    status         integer not null,
    documents      bigint  not null,
    constraint pk_document_tally primary key (enterprise_id, message_type, status)
);

-- How far the intake has come in the journal; moves in the same transaction as everything it decides.
create table intake_cursor (
    name      text   not null,
    position  bigint not null,
    constraint pk_intake_cursor primary key (name)
);

-- Running numbers (流水号) of pre-entry and inventory numbers; taken in blocks, never given twice.
create table serial (
    name   text   not null,
    value  bigint not null,
    constraint pk_serial primary key (name)
);
insert into serial (name, value) values ('document', 0);
insert into intake_cursor (name, position) values ('intake', 0);

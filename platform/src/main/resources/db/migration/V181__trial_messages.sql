-- Messages of test channels (联调报文): judged by the door as all others are, kept apart, and seen by no officer and no customs.
create table trial_message (
    position       bigint      not null generated always as identity,
    enterprise_id  bigint      not null,
    dxp_id         text        not null,
    message_id     text        not null,
    message_type   text        not null,
    documents      integer     not null,
    enveloped      boolean     not null,
    sealed         boolean     not null,
    digest         bytea       not null,                         -- SHA-256 of the body
    outcome        text        not null,
    findings       jsonb,                                        -- null: none
    received_at    timestamptz not null,
    constraint pk_trial_message            primary key (position),
    constraint ck_trial_message_outcome    check (outcome in ('ACCEPTED', 'REPEATED', 'CONFLICT', 'REFUSED')),
    constraint fk_trial_message_enterprise foreign key (enterprise_id) references enterprise (id)
);
create unique index uq_trial_message_accepted on trial_message (dxp_id, message_id) where outcome = 'ACCEPTED';
create index idx_trial_message_newest on trial_message (dxp_id, position);

-- Receipts (联调回执) that answer them.
create table trial_receipt (
    number        bigint      not null generated always as identity,
    dxp_id        text        not null,
    source        bigint      not null,
    receipt_type  text        not null,
    statuses      text        not null,
    records       integer     not null,
    created_at    timestamptz not null,
    body          bytea       not null,
    constraint pk_trial_receipt         primary key (number),
    constraint fk_trial_receipt_message foreign key (source) references trial_message (position)
);
create index idx_trial_receipt_channel on trial_receipt (dxp_id, number);

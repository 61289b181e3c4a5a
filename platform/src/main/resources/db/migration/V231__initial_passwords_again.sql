-- Initial passwords of the two entries handed out once more (重新发放初始密码): one agent prepares it, another releases it or does not.
create table local_filing_passwords_again (
    id           bigint      generated always as identity,
    ticket_id    bigint      not null,
    reason       text        not null,
    prepared_by  text        not null,
    prepared_at  timestamptz not null,
    decided_by   text,                                           -- null: open
    decided_at   timestamptz,
    released     boolean,
    constraint pk_local_filing_passwords_again          primary key (id),
    constraint fk_local_filing_passwords_again_ticket   foreign key (ticket_id) references local_filing_issuance (ticket_id),
    constraint ck_local_filing_passwords_again_decided  check (num_nulls(decided_by, decided_at, released) in (0, 3)),
    constraint ck_local_filing_passwords_again_other    check (decided_by is null or not released or decided_by <> prepared_by)
);
create unique index uq_local_filing_passwords_again_open on local_filing_passwords_again (ticket_id) where decided_at is null;
create index idx_local_filing_passwords_again_ticket on local_filing_passwords_again (ticket_id, decided_at);

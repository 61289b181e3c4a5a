-- Changes of an enterprise's administrator on a ticket (变更企业管理员): put forward by the service desk with a sealed request, decided by a
-- security administrator.
create table administrator_change (
    id             bigint      generated always as identity,
    ticket_id      bigint      not null,
    enterprise_id  bigint      not null,
    file_id        uuid        not null,                         -- the sealed request
    login          text        not null,                         -- an operator, or the login that somebody new asks for
    person         json,                                         -- who somebody new is; null: an operator
    prepared_by    text        not null,
    prepared_at    timestamptz not null,
    decided_by     text,                                         -- null: open
    decided_at     timestamptz,
    confirmed      boolean,
    reason         text        not null default '',
    constraint pk_administrator_change             primary key (id),
    constraint fk_administrator_change_ticket      foreign key (ticket_id) references form_record (id),
    constraint fk_administrator_change_enterprise  foreign key (enterprise_id) references enterprise (id),
    constraint fk_administrator_change_file        foreign key (file_id) references stored_file (id),
    constraint ck_administrator_change_decided     check (num_nulls(decided_by, decided_at, confirmed) in (0, 3)),
    constraint ck_administrator_change_other       check (decided_by is null or decided_by <> prepared_by)
);
create unique index uq_administrator_change_open on administrator_change (enterprise_id) where decided_at is null;
create index idx_administrator_change_ticket on administrator_change (ticket_id, id);
create index idx_administrator_change_file on administrator_change (file_id);

-- The audit log (审计日志): append-only, each entry holds the hash of its content chained to the hash before.
create table audit_entry (
    number   bigint      not null,                               -- without gaps
    at       timestamptz not null,
    login    text        not null,
    kind     text        not null,                               -- what it was done to
    object   text        not null,                               -- number or id of that
    action   text        not null,
    result   text        not null,                               -- done, or the id of the refusal's message
    content  text        not null,                               -- everything, as JSON; the text that is hashed
    hash     text        not null,                               -- SHA-256 of the hash before and the content, hex
    constraint pk_audit_entry primary key (number)
);
create index idx_audit_entry_at on audit_entry (at);
create index idx_audit_entry_login on audit_entry (login, number);
create index idx_audit_entry_object on audit_entry (kind, object, number);

-- The last entry: locked by whoever writes the next, so that the chain has no fork.
create table audit_head (
    one     boolean not null default true,
    number  bigint  not null,
    hash    text    not null,
    constraint pk_audit_head  primary key (one),
    constraint ck_audit_head  check (one)
);
insert into audit_head (number, hash) values (0, '');

create function audit_entries_stay() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;
create trigger tr_audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entries_stay();
create trigger tr_audit_log_stays before truncate on audit_entry
    for each statement execute function audit_entries_stay();

-- Notifications (消息通知): what was told to whom; exactly one of login, enterprise and role says who.
create table notification (
    id             bigint      generated always as identity,
    kind           text        not null,                         -- N-01 …, handbook section 4
    login          text,                                         -- one person
    enterprise_id  bigint,                                       -- the administrators of an enterprise
    role           text,                                         -- whoever works on a queue
    given          json        not null default '{}',            -- what the text names
    created_at     timestamptz not null,
    constraint pk_notification            primary key (id),
    constraint ck_notification_recipient  check (num_nonnulls(login, enterprise_id, role) = 1),
    constraint fk_notification_enterprise foreign key (enterprise_id) references enterprise (id)
);
create index idx_notification_login on notification (login, id);
create index idx_notification_enterprise on notification (enterprise_id, id);
create index idx_notification_role on notification (role, id);

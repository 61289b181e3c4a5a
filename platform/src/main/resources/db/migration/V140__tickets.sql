-- What lists of tickets (工单) are made from: copied out of the record when it moves.
create table ticket (
    record_id        bigint      not null,
    enterprise_id    bigint      not null,
    number           text        not null,
    template         text        not null,                       -- 办理事项
    category         text        not null,                       -- 业务分类
    kind             text        not null,                       -- 工单种类
    title            text        not null,
    state            text        not null,
    submitted_at     timestamptz not null,
    replied_at       timestamptz,                                -- when it was answered last
    assignee         text,                                       -- who of the desk works on it
    overdue_told_at  timestamptz,                                -- when N-80 went out
    constraint pk_ticket            primary key (record_id),
    constraint fk_ticket_record     foreign key (record_id) references form_record (id) on delete cascade,
    constraint fk_ticket_enterprise foreign key (enterprise_id) references enterprise (id)
);
create index idx_ticket_enterprise on ticket (enterprise_id, submitted_at);
create index idx_ticket_state on ticket (state, submitted_at);

-- What was said about a ticket (沟通记录), never changed.
create table ticket_message (
    id         bigint      generated always as identity,
    record_id  bigint      not null,
    at         timestamptz not null,
    login      text        not null,
    name       text        not null,
    role       text        not null,                             -- role in which it was said
    action     text        not null,                             -- step with which it was said
    body       text        not null,
    internal   boolean     not null default false,               -- 内部备注: only the service desk reads it
    constraint pk_ticket_message        primary key (id),
    constraint fk_ticket_message_record foreign key (record_id) references form_record (id) on delete cascade
);
create index idx_ticket_message_record on ticket_message (record_id, id);

-- Who was told is now one line for each reader (消息收件人), so that each has read it or not. Nothing was told to anybody before.
alter table notification
    drop column login,
    drop column enterprise_id,
    drop column role;

create table inbox_entry (
    login            text        not null,
    notification_id  bigint      not null,
    link             text        not null default '',            -- the page where the reader goes on, empty where there is none
    read_at          timestamptz,                                -- null: unread
    constraint pk_inbox_entry               primary key (login, notification_id),
    constraint fk_inbox_entry_notification  foreign key (notification_id) references notification (id) on delete cascade,
    constraint ck_inbox_entry_link          check (link = '' or link ~ '^/[a-z0-9]')
);
create index idx_inbox_entry_unread on inbox_entry (login, notification_id) where read_at is null;

-- Who wants copies (接收邮件通知, 接收短信通知); nobody who is not named here.
create table notification_choice (
    login  text     not null,
    mail   boolean  not null,
    sms    boolean  not null,
    constraint pk_notification_choice  primary key (login)
);

-- Where the answer to a letter goes (回信地址), where not to its sender; emptied with the text.
alter table letter add column reply_to text not null default '';

-- Who may answer on which ticket by mail (工单回信凭证): drawn for each letter, only its digest is kept.
create table ticket_reply_token (
    digest      text        not null,                            -- SHA-256 of the token, hex
    record_id   bigint      not null,
    login       text        not null,                            -- to whom the letter went; nobody else may use it
    created_at  timestamptz not null,
    constraint pk_ticket_reply_token        primary key (digest),
    constraint fk_ticket_reply_token_record foreign key (record_id) references form_record (id) on delete cascade
);
create index idx_ticket_reply_token_record on ticket_reply_token (record_id);
create index idx_ticket_reply_token_created on ticket_reply_token (created_at);

-- Mails that came in for a ticket (工单来信): each counts once, however often the mailbox shows it.
create table ticket_mail (
    record_id  bigint      not null,
    digest     text        not null,                             -- SHA-256 of its Message-ID, hex
    login      text        not null,
    at         timestamptz not null,
    result     text        not null,                             -- done, or the id of the refusal's message
    constraint pk_ticket_mail        primary key (record_id, digest),
    constraint fk_ticket_mail_record foreign key (record_id) references form_record (id) on delete cascade
);
create index idx_ticket_mail_login on ticket_mail (login, at);

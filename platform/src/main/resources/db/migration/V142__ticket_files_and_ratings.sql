-- Files that go with what was said about a ticket.
create table ticket_message_file (
    message_id  bigint not null,
    file_id     uuid   not null,
    constraint pk_ticket_message_file         primary key (message_id, file_id),
    constraint fk_ticket_message_file_message foreign key (message_id) references ticket_message (id) on delete cascade,
    constraint fk_ticket_message_file_file    foreign key (file_id) references stored_file (id)
);
create index idx_ticket_message_file_file on ticket_message_file (file_id);

-- How satisfied the enterprise was (满意度), one to five.
alter table ticket
    add column satisfaction integer,
    add constraint ck_ticket_satisfaction check (satisfaction between 1 and 5);

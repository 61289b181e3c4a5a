-- Tickets of all enterprises are found and sorted in the database, however many there are.
alter table ticket
    add column enterprise_name text        not null default '',  -- for the search by name
    add column due_at          timestamptz;                      -- 预计时限; null: none is stated
update ticket t set enterprise_name = e.name_zh from enterprise e where e.id = t.enterprise_id;
alter table ticket
    add column search text generated always as (lower(number || chr(10) || title || chr(10) || enterprise_name)) stored;

create index idx_ticket_due on ticket (due_at, submitted_at, record_id) where state in ('SUBMITTED', 'PROCESSING', 'NEED_INFO', 'FORWARDED');
create index idx_ticket_submitted on ticket (submitted_at desc, record_id desc);
create index idx_ticket_replied on ticket (replied_at) where state = 'REPLIED';
create index idx_ticket_assignee on ticket (assignee, submitted_at);
create index idx_ticket_number on ticket (number);

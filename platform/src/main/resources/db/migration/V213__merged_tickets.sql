-- Into which ticket another was merged (合并工单); both stay readable.
alter table ticket
    add column merged_into bigint,
    add constraint fk_ticket_merged_into foreign key (merged_into) references form_record (id) on delete set null,
    add constraint ck_ticket_merged_into check (merged_into <> record_id);
create index idx_ticket_merged_into on ticket (merged_into) where merged_into is not null;

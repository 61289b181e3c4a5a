-- Which filing takes the place of which approved one when it is approved itself (变更备案).
create table filing_change (
    record_id  bigint not null,                                  -- the new one
    former_id  bigint not null,                                  -- the approved one, which counts until then
    constraint pk_filing_change         primary key (record_id),
    constraint fk_filing_change_record  foreign key (record_id) references form_record (id) on delete cascade,
    constraint fk_filing_change_former  foreign key (former_id) references form_record (id)
);
create index idx_filing_change_former on filing_change (former_id);

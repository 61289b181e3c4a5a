-- What a scanner has not seen yet is found quickly; of what it refused nothing is kept but the fact.
create index idx_stored_file_unscanned on stored_file (uploaded_at) where scan = 'NOT_SCANNED';

-- Contents are encrypted at rest (roles.md section 6); what was stored before stays as it is.
alter table stored_file add column sealed boolean not null default false;
comment on column stored_file.content is 'AES-GCM under the key of the home folder where sealed; empty where INFECTED';

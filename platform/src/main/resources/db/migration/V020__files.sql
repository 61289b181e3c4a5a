-- Uploaded files (附件), in the database: what is stored with a record is stored or gone together with it.
create table stored_file (
    id           uuid        not null,
    name         text        not null,                           -- as shown, cleaned
    given_name   text        not null,                           -- as it came
    extension    text        not null,
    media_type   text        not null,                           -- by content
    size         integer     not null,
    digest       bytea       not null,                           -- SHA-256
    scan         text        not null,                           -- NOT_SCANNED, CLEAN or INFECTED
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    content      bytea       not null,
    constraint pk_stored_file      primary key (id),
    constraint ck_stored_file_scan check (scan in ('NOT_SCANNED', 'CLEAN', 'INFECTED'))
);
alter table stored_file alter column content set storage external;

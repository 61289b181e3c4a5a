-- Printed documents (打印件): what was printed for whom, so that whoever holds the paper can verify it (文档核验).
create table printed_document (
    code             text        not null,                       -- check code (核验码), 16 characters
    document         text        not null,                       -- id of the document, for example DOC-01
    title            text        not null,                       -- as printed
    format           text        not null,
    record_id        bigint      not null,                       -- the record it was printed from; may be deleted later
    record_version   integer     not null,
    number           text        not null,                       -- as printed, empty where the record had none
    enterprise_id    bigint      not null,
    enterprise_name  text        not null,                       -- as on the day of the print
    draft            boolean     not null,
    printed_at       timestamptz not null,
    printed_by       text        not null,
    digest           text        not null,                       -- SHA-256 of the file, hex
    constraint pk_printed_document            primary key (code),
    constraint fk_printed_document_enterprise foreign key (enterprise_id) references enterprise (id),
    constraint ck_printed_document_code       check (code ~ '^[0-9A-Z]{16}$')
);
create index idx_printed_document_enterprise on printed_document (enterprise_id, document, printed_at);

-- Codes that were tried and that nobody printed: whoever tries too many waits.
create table verification_failure (
    address    text        not null,
    failed_at  timestamptz not null
);
create index idx_verification_failure on verification_failure (address, failed_at);

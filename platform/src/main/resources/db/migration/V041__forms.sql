-- Records (业务记录) of forms: one row each, whatever the form.
create table form_record (
    id             bigint      generated always as identity,
    form           text        not null,                         -- id of the form
    form_version   integer     not null,                         -- version of the form it was filled with
    number         text,                                         -- business number, given when the form says
    enterprise_id  bigint,                                       -- null: before there is an enterprise
    state          text        not null,
    version        integer     not null,                         -- grows with every change; the second of two savers is told
    answers        json        not null,                         -- what is filled in now
    submitted      json,                                         -- what was handed in last: what an officer compares with
    remembered     json        not null default '[]',            -- which groups of questions were looked at and left right
    created_by     text        not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    submitted_by   text,
    submitted_at   timestamptz,
    claimed_by     text,                                         -- officer who works on it
    constraint pk_form_record            primary key (id),
    constraint uq_form_record_number     unique (number),
    constraint fk_form_record_enterprise foreign key (enterprise_id) references enterprise (id)
);
create index idx_form_record_enterprise on form_record (enterprise_id, form, id);
create index idx_form_record_state on form_record (form, state, submitted_at);

-- What happened to a record (办理记录), never changed.
create table form_event (
    record_id   bigint      not null,
    version     integer     not null,                            -- version of the record that came of it
    at          timestamptz not null,
    login       text        not null,
    name        text        not null,
    role        text        not null,                            -- role in which it was done
    action      text        not null,
    from_state  text        not null,                            -- empty: the record began
    to_state    text        not null,
    reasons     text[]      not null default '{}',               -- codes of refusal_reason
    reason      text        not null default '',
    answers     json,                                            -- as they stood then, where they were handed in or changed
    constraint pk_form_event        primary key (record_id, version),
    constraint fk_form_event_record foreign key (record_id) references form_record (id) on delete cascade
);

-- Running numbers (编号) by their beginning, for example SW20261123: gaps are allowed, none is given twice.
create table form_number (
    beginning  text   not null,
    value      bigint not null,
    constraint pk_form_number primary key (beginning)
);

-- Which files are in which slot of a record (附件).
create table form_attachment (
    record_id  bigint  not null,
    slot       text    not null,
    file_id    uuid    not null,
    constraint pk_form_attachment        primary key (record_id, file_id),
    constraint fk_form_attachment_record foreign key (record_id) references form_record (id) on delete cascade,
    constraint fk_form_attachment_file   foreign key (file_id) references stored_file (id)
);

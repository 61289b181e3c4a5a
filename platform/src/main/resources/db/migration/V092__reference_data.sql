-- Offices (主管海关, 属地检疫检验机构) with the days from and until which they can be chosen; never deleted, so that old records keep names.
create table office (
    list                 text    not null,                       -- option list: customs_office or inspection_org
    code                 text    not null,
    name_zh              text    not null,
    name_en              text    not null,
    inspection           text    not null default '',            -- of a customs office: the inspection office at the same place
    written_application  boolean not null default false,         -- of a customs office: a filing needs the sealed letter (书面申请)
    position             integer not null,                       -- order in the list
    valid_from           date    not null,
    valid_until          date,                                   -- last day; null: not closed
    constraint pk_office       primary key (list, code, valid_from),
    constraint ck_office_list  check (list in ('customs_office', 'inspection_org')),
    constraint ck_office_valid check (valid_until >= valid_from)
);

-- Working days of a year (工作日历) that were loaded here; they go before the years that come with the program.
create table calendar_year (
    year           integer     not null,
    days_off       date[]      not null,
    make_up_days   date[]      not null,
    source_notice  text        not null,                         -- 依据文件
    version        integer     not null,                         -- how often the year was loaded
    loaded_at      timestamptz not null,
    constraint pk_calendar_year primary key (year)
);

-- Switches (开关) as they were set; one without a row stands as the installation says.
create table switch_value (
    key     text        not null,
    value   text        not null,
    set_at  timestamptz not null,
    constraint pk_switch_value primary key (key)
);

-- Changes of reference data (参数变更): proposed by one system administrator, in effect once another has confirmed (SOD-12).
create table reference_change (
    id                bigint      generated always as identity,
    kind              text        not null,
    subject           text        not null,                      -- office, year or switch that it is about
    given             json        not null,
    state             text        not null,
    proposed_by       text        not null,
    proposed_name     text        not null,
    proposed_at       timestamptz not null,
    decided_by        text,                                      -- null: waits
    decided_name      text,
    decided_at        timestamptz,
    constraint pk_reference_change       primary key (id),
    constraint ck_reference_change_kind  check (kind in ('OPEN_OFFICE', 'CLOSE_OFFICE', 'LOAD_YEAR', 'SET_SWITCH')),
    constraint ck_reference_change_state check (state in ('PROPOSED', 'IN_EFFECT', 'REJECTED')),
    constraint ck_reference_change_other check (state <> 'IN_EFFECT' or decided_by <> proposed_by)
);
create unique index uq_reference_change_open on reference_change (kind, subject) where state = 'PROPOSED';

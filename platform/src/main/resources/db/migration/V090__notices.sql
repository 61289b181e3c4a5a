-- Notices (通知公告): written by an editor, published by somebody else (SOD-05).
create table notice (
    id            bigint      generated always as identity,
    title         text        not null,
    body          text        not null,                          -- plain text with headings, lists and bold; never markup
    pinned        boolean     not null,                          -- 置顶
    publish_time  timestamptz not null,                          -- shown, sorted by, and from when it is seen
    state         text        not null,
    version       integer     not null,                          -- grows with every change; the second of two savers is told
    authors       text[]      not null,                          -- who wrote on it since it was last published; none of them publishes it
    updated_at    timestamptz not null,
    constraint pk_notice       primary key (id),
    constraint ck_notice_state check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN'))
);
create index idx_notice_shown on notice (pinned desc, publish_time desc, id desc) where state = 'PUBLISHED';

-- Every version of a notice (历史版本), never changed.
create table notice_version (
    notice_id     bigint      not null,
    version       integer     not null,
    title         text        not null,
    body          text        not null,
    pinned        boolean     not null,
    publish_time  timestamptz not null,
    state         text        not null,
    action        text        not null,
    login         text        not null,
    name          text        not null,
    at            timestamptz not null,
    constraint pk_notice_version        primary key (notice_id, version),
    constraint fk_notice_version_notice foreign key (notice_id) references notice (id)
);

-- Files of a notice (附件).
create table notice_file (
    notice_id  bigint not null,
    file_id    uuid   not null,
    constraint pk_notice_file        primary key (notice_id, file_id),
    constraint fk_notice_file_notice foreign key (notice_id) references notice (id),
    constraint fk_notice_file_file   foreign key (file_id) references stored_file (id)
);

-- The download centre (下载中心): files that anybody may have, entered by an editor, published by somebody else (SOD-05).
create table download_item (
    id              bigint      generated always as identity,
    tab             text        not null,                        -- list download_tab
    category        text        not null,                        -- list download_category
    seq_no          integer     not null,                        -- 序号
    display_name    text        not null,                        -- name under which it is saved
    file_version    text        not null,
    file_id         uuid        not null,
    sha256          text        not null,                        -- of the file, hex
    size_bytes      integer     not null,
    state           text        not null,
    version         integer     not null,                        -- grows with every change
    authors         text[]      not null,                        -- who entered it; none of them publishes it
    published_at    timestamptz,                                 -- null: never yet
    download_count  bigint      not null default 0,
    successor       bigint,                                      -- what takes the place of a withdrawn file; null: nothing
    updated_at      timestamptz not null,
    constraint pk_download_item           primary key (id),
    constraint fk_download_item_file      foreign key (file_id) references stored_file (id),
    constraint fk_download_item_successor foreign key (successor) references download_item (id),
    constraint ck_download_item_state     check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN')),
    constraint ck_download_item_successor check (successor <> id)
);
create index idx_download_item_shown on download_item (tab, category, seq_no, id) where state = 'PUBLISHED';

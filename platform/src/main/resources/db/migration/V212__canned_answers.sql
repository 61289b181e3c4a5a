-- Texts that the service desk answers with again and again (常用回复), kept by whoever leads it.
create table canned_answer (
    id          bigint      generated always as identity,
    title_zh    text        not null,
    title_en    text        not null,
    body_zh     text        not null,
    body_en     text        not null,
    retired     boolean     not null default false,              -- 停用: offered no longer
    version     integer     not null default 1,
    updated_by  text        not null,
    updated_at  timestamptz not null,
    constraint pk_canned_answer primary key (id)
);

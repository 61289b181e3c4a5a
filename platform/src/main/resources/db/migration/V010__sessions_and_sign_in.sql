-- Sessions (会话) of people, so that any node serves any request. Names and types are those that Spring Session reads.
create table spring_session (
    primary_id             char(36)     not null,
    session_id             char(36)     not null,
    creation_time          bigint       not null,
    last_access_time       bigint       not null,
    max_inactive_interval  int          not null,
    expiry_time            bigint       not null,
    principal_name         varchar(100),                         -- null: nobody has signed in yet
    constraint pk_spring_session primary key (primary_id)
);
create unique index uq_spring_session_id on spring_session (session_id);
create index idx_spring_session_expiry on spring_session (expiry_time);
create index idx_spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id  char(36)     not null,
    attribute_name      varchar(200) not null,
    attribute_bytes     bytea        not null,
    constraint pk_spring_session_attributes primary key (session_primary_id, attribute_name),
    constraint fk_spring_session_attributes foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);

-- Failed sign-ins (登录失败): what was tried, known login or not, so that guessing gets slow for both alike.
create table sign_in_failure (
    id            bigint      generated always as identity,
    login         text        not null,                          -- as typed, lower case, cut to 100 characters
    address       text        not null,                          -- where the attempt came from
    failed_at     timestamptz not null,
    constraint pk_sign_in_failure primary key (id)
);
create index idx_sign_in_failure_login on sign_in_failure (login, failed_at);
create index idx_sign_in_failure_address on sign_in_failure (address, failed_at);

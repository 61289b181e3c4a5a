-- Enterprises (企业) as the port knows them.
create table enterprise (
    id            bigint      generated always as identity,
    customs_code  text        not null,                          -- 海关注册编码, ten characters
    credit_code   text        not null,                          -- 统一社会信用代码, eighteen characters
    name_zh       text        not null,
    name_en       text        not null,
    roles         text[]      not null default '{}',             -- PLATFORM, MERCHANT, PAYMENT, LOGISTICS, AGENT, WAREHOUSE, SITE
    created_at    timestamptz not null,
    constraint pk_enterprise              primary key (id),
    constraint uq_enterprise_customs_code unique (customs_code),
    constraint uq_enterprise_credit_code  unique (credit_code),
    constraint ck_enterprise_customs_code check (customs_code ~ '^[0-9A-Z]{10}$'),
    constraint ck_enterprise_credit_code  check (credit_code ~ '^[0-9A-Z]{18}$')
);

-- People (用户) who sign in to the pages: of an enterprise, or of the port where enterprise_id is null.
create table person (
    id             bigint      generated always as identity,
    login          text        not null,
    password_hash  text        not null,
    display_name   text        not null,
    enterprise_id  bigint,                                       -- null: staff of the port
    roles          text[]      not null default '{}',            -- DECLARANT, PORT_OPERATOR
    created_at     timestamptz not null,
    constraint pk_person            primary key (id),
    constraint uq_person_login      unique (login),
    constraint fk_person_enterprise foreign key (enterprise_id) references enterprise (id)
);

-- Channels (传输通道): a DXP ID and the key that opens it. Only the key's digest is kept.
create table channel (
    id             bigint      generated always as identity,
    enterprise_id  bigint      not null,
    dxp_id         text        not null,
    key_digest     bytea       not null,                         -- SHA-256 of the API key
    active         boolean     not null default true,
    created_at     timestamptz not null,
    constraint pk_channel            primary key (id),
    constraint uq_channel_dxp_id     unique (dxp_id),
    constraint uq_channel_key_digest unique (key_digest),
    constraint fk_channel_enterprise foreign key (enterprise_id) references enterprise (id)
);

-- Certificates (数字证书) that enterprises sign with.
create table certificate (
    id             bigint      generated always as identity,
    enterprise_id  bigint      not null,
    serial         text        not null,                         -- lower-case hex, as KeyName carries it
    suite          text        not null,                         -- RSA_SHA1 or SM2_SM3
    fingerprint    bytea       not null,                         -- SHA-256 of the DER form
    der            bytea       not null,
    not_before     timestamptz not null,
    not_after      timestamptz not null,
    revoked_at     timestamptz,                                  -- null: not revoked
    constraint pk_certificate             primary key (id),
    constraint uq_certificate_fingerprint unique (fingerprint),
    constraint uq_certificate_serial      unique (serial),
    constraint ck_certificate_suite       check (suite in ('RSA_SHA1', 'SM2_SM3')),
    constraint fk_certificate_enterprise  foreign key (enterprise_id) references enterprise (id)
);

-- Cards (法人卡, 操作员卡) and certificates of encryption machines (CA加密证书): whose they are and whether they count.
create table card (
    id                  bigint      generated always as identity,
    enterprise_id       bigint      not null,
    card_no             text        not null,                    -- 卡号
    kind                text        not null,                    -- LEGAL 法人卡, OPERATOR 操作员卡, MACHINE 加密机
    medium              text        not null,                    -- UKEY, IC, HSM
    holder_name         text        not null,                    -- 持卡人; model of a machine
    holder_id_type      text        not null default '',         -- empty for a machine
    holder_id_no        text        not null default '',         -- personal; serial number of a machine
    holder_mobile       text        not null default '',
    login               text        not null default '',         -- the person who signs in with it; empty for a machine
    state               text        not null,                    -- NORMAL 正常, LOST 挂失, CANCELLED 注销, EXPIRED 过期
    enabled             boolean     not null default true,       -- by the legal person's card
    serial              text        not null,                    -- of the certificate that counts now, lower-case hex
    valid_from          timestamptz not null,
    valid_to            timestamptz not null,
    record_id           bigint,                                  -- pre-entry it came from; null: issued directly
    record_row          int,                                     -- row of that pre-entry, -1 for its machine
    received_by         text        not null default '',         -- 领取人
    received_id_no      text        not null default '',
    handed_over_at      timestamptz,                             -- null: made, not fetched; it does not count before
    renewal_asked_at    timestamptz,                             -- null: no new certificate is asked for
    issued_at           timestamptz not null,
    version             int         not null default 1,
    constraint pk_card             primary key (id),
    constraint uq_card_card_no     unique (card_no),
    constraint uq_card_serial      unique (serial),
    constraint uq_card_record_row  unique (record_id, record_row),
    constraint fk_card_enterprise  foreign key (enterprise_id) references enterprise (id),
    constraint fk_card_record      foreign key (record_id) references form_record (id),
    constraint ck_card_kind        check (kind in ('LEGAL', 'OPERATOR', 'MACHINE')),
    constraint ck_card_medium      check (medium in ('UKEY', 'IC', 'HSM')),
    constraint ck_card_state       check (state in ('NORMAL', 'LOST', 'CANCELLED', 'EXPIRED'))
);
create index idx_card_enterprise on card (enterprise_id, id);
create index idx_card_valid_to on card (valid_to) where state in ('NORMAL', 'LOST');
-- one legal person's card that counts or may count again (handbook S3, ONE_LEGAL_CARD)
create unique index uq_card_one_legal on card (enterprise_id) where kind = 'LEGAL' and state in ('NORMAL', 'LOST');

-- Certificates that a card has had (证书历史): a renewal adds one, the old one stays.
create table card_certificate (
    serial      text        not null,
    card_id     bigint      not null,
    suite       text        not null,                            -- RSA_SHA1 or SM2_SM3
    issued_at   timestamptz not null,
    valid_from  timestamptz not null,
    valid_to    timestamptz not null,
    ended_at    timestamptz,                                     -- null: it is the one that counts
    constraint pk_card_certificate       primary key (serial),
    constraint fk_card_certificate_card  foreign key (card_id) references card (id)
);
create index idx_card_certificate_card on card_certificate (card_id, issued_at);

-- What happened to a card (卡历史), in order.
create table card_event (
    id          bigint      generated always as identity,
    card_id     bigint      not null,
    at          timestamptz not null,
    login       text        not null,
    role        text        not null,
    action      text        not null,                            -- issue, hand-over, lose, find, cancel, renew …
    from_state  text        not null,
    to_state    text        not null,
    serial      text        not null,
    reason      text        not null default '',
    constraint pk_card_event       primary key (id),
    constraint fk_card_event_card  foreign key (card_id) references card (id)
);
create index idx_card_event_card on card_event (card_id, id);

-- Reminders that went out (到期提醒): each once.
create table card_reminder (
    serial  text        not null,
    days    int         not null,                                -- 30, 7 or 1
    at      timestamptz not null,
    constraint pk_card_reminder primary key (serial, days)
);

-- Challenges to sign in (登录挑战): good for two minutes, once, in one session.
create table card_challenge (
    nonce       text        not null,                            -- 32 bytes in hex
    session     text        not null,                            -- SHA-256 of the session's id
    port        text        not null,
    expires_at  timestamptz not null,
    constraint pk_card_challenge primary key (nonce)
);
create index idx_card_challenge_expires on card_challenge (expires_at);

-- Why a certificate no longer counts: HOLD may end again, ENDED and SUPERSEDED do not.
alter table certificate add column revocation_reason text not null default 'ENDED';
alter table certificate add constraint ck_certificate_reason check (revocation_reason in ('HOLD', 'SUPERSEDED', 'ENDED'));

-- Running numbers of certificates; the sandbox's first keys have those below.
create sequence card_certificate_number as int start 100000;
create sequence card_number as bigint start 1;

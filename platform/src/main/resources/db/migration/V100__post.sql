-- Letters going out (发件箱): mail and SMS, written in the transaction of what they tell of. The text leaves the row when the letter
-- has gone out or was given up: it may hold a code.
create table letter (
    id          uuid        not null default gen_random_uuid(),  -- also the Message-ID, the same at each attempt
    kind        text        not null,
    receiver    text        not null,                            -- address or number; masked at the end
    subject     text        not null,
    text        text        not null,
    state       text        not null default 'WAITING',
    attempts    integer     not null default 0,                  -- begun ones
    due_at      timestamptz,                                     -- when it is tried next, or an attempt counts as broken off; null at the end
    created_at  timestamptz not null,
    ended_at    timestamptz,                                     -- null while it may still go out
    constraint pk_letter        primary key (id),
    constraint ck_letter_kind   check (kind in ('MAIL', 'SMS')),
    constraint ck_letter_state  check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    constraint ck_letter_due    check ((due_at is null) = (state in ('SENT', 'FAILED'))),
    constraint ck_letter_ended  check ((ended_at is null) = (due_at is not null))
);
create index idx_letter_due on letter (due_at) where due_at is not null;
create index idx_letter_ended on letter (ended_at) where ended_at is not null;

-- Attempts to send a letter (发送记录): written before it is handed over, completed after. One without an end was broken off by a crash.
create table letter_attempt (
    letter_id   uuid        not null,
    number      integer     not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,                                     -- null while it lasts
    problem     text        not null default '',                 -- what went wrong, without address and text; empty where it went out
    constraint pk_letter_attempt         primary key (letter_id, number),
    constraint fk_letter_attempt_letter  foreign key (letter_id) references letter (id) on delete cascade
);

-- The sandbox's letter box (沙箱收件箱): what would have gone out, kept so that somebody who tries the sandbox can read it.
create table caught_letter (
    number     bigint      generated always as identity,
    letter_id  uuid        not null,
    kind       text        not null,
    receiver   text        not null,
    subject    text        not null,
    text       text        not null,
    caught_at  timestamptz not null,
    constraint pk_caught_letter         primary key (number),
    constraint uk_caught_letter_letter  unique (letter_id)
);

-- Pictures that only people can read (图形验证码): each is asked once, right or wrong, and forgotten after five minutes.
create table captcha (
    id       uuid        not null,
    digest   bytea       not null,                               -- of the characters in the picture
    other    bytea       not null,                               -- of the sum for those who cannot see it
    made_at  timestamptz not null,
    constraint pk_captcha primary key (id)
);
create index idx_captcha_made_at on captcha (made_at);

-- Codes sent by SMS (短信验证码): digests only, counted per number.
create table sms_code (
    id        bigint      generated always as identity,
    number    text        not null,
    purpose   text        not null,
    salt      bytea       not null,
    digest    bytea       not null,
    sent_at   timestamptz not null,
    attempts  integer     not null default 0,
    used_at   timestamptz,                                       -- null: not used yet
    constraint pk_sms_code primary key (id)
);
create index idx_sms_code_number on sms_code (number, sent_at);

-- Links sent by mail to set a new password (密码重置链接): the token's digest, once, for half an hour.
create table password_link (
    digest   bytea       not null,
    login    text        not null,
    sent_at  timestamptz not null,
    constraint pk_password_link        primary key (digest),
    constraint fk_password_link_person foreign key (login) references person (login)
);
create index idx_password_link_login on password_link (login, sent_at);

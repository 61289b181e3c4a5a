-- What costs the port something and needs nobody to have signed in (限流): counted by address, forgotten when it no longer counts.
create table address_use (
    id       bigint      generated always as identity,
    purpose  text        not null,                               -- what was asked for
    address  text        not null,                               -- where from
    used_at  timestamptz not null,
    constraint pk_address_use primary key (id)
);
create index idx_address_use_address on address_use (purpose, address, used_at);
create index idx_address_use_used_at on address_use (used_at);

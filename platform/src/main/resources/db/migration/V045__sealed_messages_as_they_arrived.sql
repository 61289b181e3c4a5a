-- Messages that came sealed (加密报文), byte for byte as they arrived; the journal beside it holds what was inside.
create table sealed_message (
    position  bigint not null,
    body      bytea  not null,                                   -- CMS EnvelopedData
    constraint pk_sealed_message         primary key (position),
    constraint fk_sealed_message_message foreign key (position) references message (position)
);
alter table sealed_message alter column body set storage external;

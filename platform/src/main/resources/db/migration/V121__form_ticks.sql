-- What an officer ticked for a step (审核清单): which seals, signatures and points were seen, and at which event.
create table form_tick (
    record_id  bigint  not null,
    version    integer not null,                                 -- version of the record that the step made
    tick       text    not null,                                 -- for example seal.<file> or the name of a point
    constraint pk_form_tick       primary key (record_id, version, tick),
    constraint fk_form_tick_event foreign key (record_id, version) references form_event (record_id, version) on delete cascade
);

-- Licences of the client (客户端许可证). The files are signed when somebody fetches them; here is what they say.
create table client_licence (
    number          text         not null,
    enterprise_id   bigint       not null,
    holder          text         not null,                       -- as they stood when it was drawn
    credit_code     text         not null,
    customs_code    text         not null,
    dxp_id          text         not null,
    max_computers   int          not null,
    valid_from      date         not null,
    valid_to        date         not null,
    issued_on       date         not null,
    standing        text         not null,
    version         int          not null default 0,
    reason          text         not null default '',            -- why it is suspended or revoked
    changed_by      text         not null default '',
    constraint pk_client_licence            primary key (number),
    constraint fk_client_licence_enterprise foreign key (enterprise_id) references enterprise (id),
    constraint ck_client_licence_standing   check (standing in ('DRAWN', 'ISSUED', 'SUSPENDED', 'REVOKED'))
);
create index idx_client_licence_enterprise on client_licence (enterprise_id);

-- Computers on which a licence is activated (已激活的电脑), and those that were.
create table client_activation (
    record_id       bigint       not null,                       -- the request that it was issued on
    licence_no      text         not null,
    fingerprint     text         not null,                       -- 机器码
    certificate     text         not null,                       -- serial number of the card's
    os_name         text         not null,
    client_version  text         not null,
    medium          text         not null,
    valid_to        date         not null,
    activated_by    text         not null,
    activated_at    timestamptz  not null,
    released_at     timestamptz,                                 -- null: it counts
    released_why    text         not null default '',
    constraint pk_client_activation         primary key (record_id),
    constraint fk_client_activation_record  foreign key (record_id) references form_record (id),
    constraint fk_client_activation_licence foreign key (licence_no) references client_licence (number),
    constraint ck_client_activation_why     check (released_why in ('', 'REPLACED', 'AGAIN') and (released_at is null) = (released_why = ''))
);
create unique index uq_client_activation_computer on client_activation (licence_no, fingerprint) where released_at is null;

-- What the local filings have issued so far stood in a text of another form.
insert into client_licence (number, enterprise_id, holder, credit_code, customs_code, dxp_id, max_computers, valid_from, valid_to, issued_on, standing)
select licence_no, enterprise_id,
       substring(licence from 'enterprise: ([^\n]*)'),
       substring(licence from 'uscc: ([^\n]*)'),
       substring(licence from 'customs-code: ([^\n]*)'),
       dxp_id,
       substring(licence from 'computers: ([0-9]+)')::int,
       substring(licence from 'valid-from: ([0-9-]+)')::date,
       substring(licence from 'valid-to: ([0-9-]+)')::date,
       substring(licence from 'valid-from: ([0-9-]+)')::date,
       case when released_at is null then 'DRAWN' else 'ISSUED' end
  from local_filing_issuance;

alter table local_filing_issuance drop column licence;
alter table local_filing_issuance add constraint fk_local_filing_issuance_licence foreign key (licence_no) references client_licence (number);

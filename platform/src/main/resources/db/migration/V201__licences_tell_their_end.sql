-- Of which end of a licence, and how many days before it, its enterprise was reminded last (N-81).
alter table client_licence
    add column reminded_of   date,
    add column reminded_days integer;
create index idx_client_licence_valid_to on client_licence (valid_to) where standing = 'ISSUED';

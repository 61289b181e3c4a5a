-- Secrets of authenticators are encrypted at rest like files (roles.md section 6); those of before are sealed when the server starts.
alter table person add column time_code_sealed boolean not null default false;
comment on column person.time_code_secret is 'AES-GCM under the key of the home folder where time_code_sealed';

-- For which deadline N-80 went out: a ticket whose deadline moves may be late once more, for the new one.
alter table ticket add column overdue_for timestamptz;

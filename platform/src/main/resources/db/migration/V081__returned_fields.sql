-- A return may name the fields that have to be put right (退回修改), as field or table.row.field.
alter table form_event add column places text[] not null default '{}';

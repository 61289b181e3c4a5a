-- A member of staff is a person like any other: whether they may sign in, their mobile number and their ID number stand with the person,
-- where sign-in, second factor and letters read them, and nowhere else.
update person p
   set disabled_at = coalesce(p.disabled_at, s.disabled_at),
       disabled_by = case when p.disabled_at is null then s.disabled_by else p.disabled_by end,
       id_number   = case when s.id_number = '' then p.id_number else s.id_number end
  from staff_account s
 where s.login = p.login;

-- One number for each person of an enterprise (MOBILE_UNIQUE); colleagues of an authority may share that of their desk.
drop index uq_person_mobile;
create unique index uq_person_mobile on person (mobile) where mobile <> '' and enterprise_id is not null;

update person p set mobile = s.mobile from staff_account s where s.login = p.login and s.mobile <> '';

alter table staff_account
    drop column disabled_at,
    drop column disabled_by,
    drop column id_number,
    drop column mobile;

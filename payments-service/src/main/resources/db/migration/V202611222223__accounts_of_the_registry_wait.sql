-- An account that the registry tells of is told_iban; iban, which is paid to, is the one that somebody of
-- the payments office confirmed: one registrar alone sends nobody's money anywhere. Accounts that were
-- told earlier stand as they are, with nobody who confirmed them.
alter table resident
  add column told_iban            text,
  add column account_confirmed_by text,
  add column account_confirmed_at timestamptz,
  add check (told_iban is null or channel = 'BANK'),
  add check (num_nulls(account_confirmed_by, account_confirmed_at) in (0, 2)),
  add check (iban is not null or account_confirmed_by is null);
update resident set told_iban = iban where iban is not null;

create function an_account_was_confirmed() returns trigger language plpgsql as $$
begin
  if new.iban is distinct from new.told_iban or new.account_confirmed_by is null
      or tg_op = 'UPDATE' and new.account_confirmed_at is not distinct from old.account_confirmed_at
  then
    raise exception 'an account of % stands only once another confirms what was told', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger a_first_account_was_confirmed before insert on resident
  for each row when (new.iban is not null) execute function an_account_was_confirmed();
create trigger another_account_was_confirmed before update on resident
  for each row when (new.iban is not null and new.iban is distinct from old.iban)
  execute function an_account_was_confirmed();

create index resident_account_waits on resident (id) where told_iban is distinct from iban;

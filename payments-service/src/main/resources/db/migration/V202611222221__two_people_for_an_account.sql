-- An account that money shall go to is proposed by one person and stands once another confirms it;
-- until then what stood before holds. A row may consist of a proposal alone. Accounts that were
-- recorded earlier stand as they are, with nobody who confirmed them.
alter table payment_preference
  alter column channel drop not null,
  alter column stated_on drop not null,
  alter column recorded_by drop not null,
  alter column recorded_at drop not null,
  add column account_stated_by    text,
  add column account_confirmed_by text,
  add column account_confirmed_at timestamptz,
  add column proposed_channel   text check (proposed_channel in ('BANK', 'POST', 'TILL', 'DELEGATE')),
  add column proposed_iban      text check (proposed_iban ~ '^UA\d{8}[A-Z0-9]{19}$'),
  add column proposed_stated_on date,
  add column proposed_by        text,
  add column proposed_at        timestamptz,
  add constraint two_people_for_an_account check (account_confirmed_by <> account_stated_by),
  add check (num_nulls(account_stated_by, account_confirmed_by, account_confirmed_at) in (0, 3)),
  add check (iban is not null or account_stated_by is null),
  add check (num_nulls(channel, stated_on, recorded_by, recorded_at) in (0, 4)),
  add check (channel is not null or iban is null),
  add check (num_nulls(proposed_channel, proposed_iban, proposed_stated_on, proposed_by, proposed_at)
             in (0, 5)),
  add constraint something_stands_or_is_proposed
    check (channel is not null or proposed_channel is not null);

create function an_account_was_proposed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT'
      or (new.iban, new.account_stated_by) is distinct from (old.proposed_iban, old.proposed_by)
      or new.account_confirmed_by is null then
    raise exception 'an account of % stands only once another confirms what was proposed',
      new.resident_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger a_first_account_was_proposed before insert on payment_preference
  for each row when (new.iban is not null) execute function an_account_was_proposed();
create trigger another_account_was_proposed before update on payment_preference
  for each row when (new.iban is not null and new.iban is distinct from old.iban)
  execute function an_account_was_proposed();

create index payment_preference_proposed on payment_preference (resident_id)
  where proposed_by is not null;

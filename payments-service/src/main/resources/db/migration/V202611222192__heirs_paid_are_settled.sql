-- Heirs have months of somebody who lives. Two people settle each: it stays with the heirs, from whom
-- the person may claim it (Civil Code of Ukraine art. 48), or it is owed to the person again; then
-- what the heirs were not paid of it is theirs no more, and what they were paid is a cost of
-- HEIRS_PAYOUT.
alter table difference
  add column booking     text not null default 'NONE' check (booking in ('NONE', 'OWED_AGAIN')),
  add column note        text check (length(note) between 1 and 1000),
  add column proposed_by text,
  add column proposed_at timestamptz,
  add column settled_by  text,
  add column settled_at  timestamptz,
  add constraint two_people_settle_heirs_paid check (settled_by <> proposed_by),
  add constraint settled_kinds check (kind = 'HEIRS_PAID' or proposed_at is null),
  add check (num_nulls(note, proposed_by, proposed_at) in (0, 3)),
  add check (num_nulls(settled_by, settled_at) in (0, 2)),
  add check (settled_at is null or proposed_at is not null),
  add check (booking = 'NONE' or proposed_at is not null);
comment on column difference.booking is
  'What becomes of the month once the difference is settled; NONE: it stays with the heirs.';

-- A month that is owed again may go to heirs again, once the person does die.
drop index difference_once;
create unique index difference_once on difference (kind, award_id, other_award_id, month)
  nulls not distinct
  where lapsed_at is null and not (booking = 'OWED_AGAIN' and settled_at is not null);

create or replace function difference_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] := '{booking,note,proposed_by,proposed_at,settled_by,settled_at,lapsed_at}';
begin
  if tg_op = 'DELETE' or old.lapsed_at is not null or old.settled_at is not null
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'difference % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create or replace function unit_stays_with_heirs() returns trigger language plpgsql as $$
begin
  if new.state <> 'OUTSTANDING' or not exists (
    select from difference d
    where d.kind = 'HEIRS_PAID' and (d.award_id, d.month) = (old.award_id, old.month)
      and d.booking = 'OWED_AGAIN' and d.settled_at is not null) then
    raise exception 'payable unit % was passed to heirs', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create or replace function book_units_passed_on() returns trigger language plpgsql as $$
begin
  insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
  select case n.state when 'PASSED_TO_HEIRS' then n.state else 'OWED_AGAIN' end,
         case n.state when 'PASSED_TO_HEIRS' then n.award_id else p.cost end,
         case n.state when 'PASSED_TO_HEIRS' then p.cost else n.award_id end,
         n.amount_minor, n.id
  from was o
  join became n on n.id = o.id and n.state <> o.state
    and 'PASSED_TO_HEIRS' in (n.state, o.state)
  left join programme_accounts p on p.programme = 'HEIRS_PAYOUT';
  return null;
end $$;

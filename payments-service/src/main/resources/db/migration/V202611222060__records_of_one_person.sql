-- What the registry decided: a record merged into another is of the same person. merge_told_at is
-- the time of the event that it comes from.
alter table resident
  add column merged_into   uuid references resident,
  add column merge_told_at timestamptz,
  add constraint merged_into_another check (merged_into <> id);
create index resident_merged_into on resident (merged_into) where merged_into is not null;

-- Each record with the person as they are known now: by the survivor's identity, once it is known.
create view person as
select o.id as record_id,
       coalesce(s.id, o.id) as id,
       case when s.id is null then o.settlement else s.settlement end as settlement,
       case when s.id is null then o.family_name else s.family_name end as family_name,
       case when s.id is null then o.given_name else s.given_name end as given_name,
       case when s.id is null then o.patronymic else s.patronymic end as patronymic,
       case when s.id is null then o.phone else s.phone end as phone,
       case when s.id is null then o.channel else s.channel end as channel,
       case when s.id is null then o.iban else s.iban end as iban
from resident o
left join resident s on s.id = o.merged_into and s.identity_told_at is not null;

-- Why nothing is paid from an award for now, and behind which award of the same person it stands.
alter table award
  add column hold            text check (hold in
    ('ANOTHER_AWARD', 'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE')),
  add column behind_award_id uuid references award,
  add constraint behind_another check (behind_award_id <> id),
  add constraint behind_an_award check (
    case when hold = 'ANOTHER_AWARD' then behind_award_id is not null
         when hold is null then behind_award_id is null
         else true end);
create index award_held on award (id) where hold is not null;
create index award_behind on award (behind_award_id) where behind_award_id is not null;

alter table held_unit drop constraint held_unit_reason_check;
alter table held_unit add constraint held_unit_reason_check check (reason in
  ('CHANNEL_MISSING', 'IBAN_MISSING', 'SETTLEMENT_NOT_LIBERATED', 'NO_PARTNER', 'ANOTHER_AWARD',
   'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'MONTH_PAID'));

-- One person, one programme, one month: paid once, whichever of the person's awards pays it.
create function a_month_is_paid_once_to_a_person() returns trigger language plpgsql as $$
begin
  if exists (select from award where hold is not null) and exists (
    select from award h
    join payable_unit u on u.award_id in (h.id, h.behind_award_id)
    join issued i on i.unit_id = u.id and i.state in ('ISSUED', 'PAID')
    where h.hold is not null
      and (u.award_id = h.id or exists (
        select from payable_unit twin
        where twin.award_id = h.id and twin.month = u.month
          and (twin.state = 'PAID' or exists (
            select from instruction live
            where live.unit_id = twin.id and live.state in ('ISSUED', 'PAID')))))) then
    raise exception 'a month would be paid twice to one person'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger a_month_is_paid_once_to_a_person after insert on instruction
  referencing new table as issued
  for each statement execute function a_month_is_paid_once_to_a_person();

-- What a merge brought to light and people have to settle. It lapses when the merge is undone.
create table difference (
  id             uuid        primary key,
  kind           text        not null check (kind in
    ('ANOTHER_AWARD', 'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'PAID_TWICE')),
  award_id       uuid        not null references award,
  other_award_id uuid        references award,
  month          date        check (extract(day from month) = 1),
  amount_minor   bigint      check (amount_minor > 0),
  currency       text        check (currency = 'UAH'),
  opened_at      timestamptz not null,
  lapsed_at      timestamptz check (lapsed_at >= opened_at),
  check (case kind when 'PAID_TWICE' then num_nulls(other_award_id, month, amount_minor, currency)
         else num_nonnulls(month, amount_minor, currency) end = 0),
  check ((kind in ('RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE')) = (other_award_id is null)),
  check (other_award_id <> award_id)
);
create unique index difference_once on difference (kind, award_id, other_award_id, month)
  nulls not distinct where lapsed_at is null;

create function difference_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.lapsed_at is not null
      or (to_jsonb(new) - 'lapsed_at') <> (to_jsonb(old) - 'lapsed_at') then
    raise exception 'difference % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger difference_is_kept before update or delete on difference
  for each row execute function difference_is_kept();

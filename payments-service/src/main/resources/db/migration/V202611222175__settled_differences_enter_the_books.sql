-- A bank returns what it had paid, or paid what it had said it had not. The first word stood, the
-- second was a difference; once two people settle that it is true, the books follow it: the
-- instruction's state is corrected, and the correction is a row of its own that keeps what was there.
alter table report_difference
  add column booking text not null default 'NONE' check (booking in ('NONE', 'PAID', 'RETURNED')),
  add constraint books_follow_a_proposal check (booking = 'NONE' or proposed_at is not null);
comment on column report_difference.booking is
  'What becomes of the instruction once the difference is settled; NONE: it stays as it is.';

create or replace function report_difference_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] :=
    '{booking,proposed_by,proposed_at,note,settled_by,settled_at,lapsed_at}';
begin
  if tg_op = 'DELETE' or old.settled_at is not null or old.lapsed_at is not null
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'difference % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

alter table instruction
  drop constraint instruction_state_check,
  add constraint instruction_state_check check (state in
    ('ISSUED', 'PAID', 'NOT_COLLECTED', 'REJECTED', 'WITHDRAWN', 'RETURNED')),
  drop constraint instruction_check,
  add constraint outcome_has_its_day check
    ((state in ('PAID', 'NOT_COLLECTED', 'REJECTED', 'RETURNED')) = (occurred_on is not null));

create table instruction_correction (
  instruction_id uuid        not null references instruction,
  former_state   text        not null,
  former_on      date        not null,
  former_reason  text,
  state          text        not null,
  occurred_on    date        not null,
  difference_id  uuid        not null unique references report_difference,
  corrected_at   timestamptz not null,
  primary key (instruction_id, state),
  constraint what_can_be_corrected check (
    (former_state, state) in
      (('PAID', 'RETURNED'), ('NOT_COLLECTED', 'PAID'), ('REJECTED', 'PAID')))
);
comment on table instruction_correction is
  'Outcomes that two people corrected, each once for ever, by the difference that they settled.';

create function correction_was_settled() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or not exists (
    select from report_difference d
    where d.id = new.difference_id and d.instruction_id = new.instruction_id
      and d.settled_at is not null and d.booking = new.state) then
    raise exception 'a correction is what two people settled, and is kept'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger correction_was_settled before insert or update or delete on instruction_correction
  for each row execute function correction_was_settled();

create or replace function instruction_is_reported_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.unit_id, new.batch_id, new.iban, new.way_reason, new.day_reason)
         is distinct from
         (old.id, old.unit_id, old.batch_id, old.iban, old.way_reason, old.day_reason)
      or old.state <> 'ISSUED' and not exists (
        select from instruction_correction c
        where c.instruction_id = old.id
          and (c.former_state, c.former_on) = (old.state, old.occurred_on)
          and (c.state, c.occurred_on) = (new.state, new.occurred_on)) then
    raise exception 'instruction % is settled for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- A unit is paid as long as an instruction of it is; what was returned is owed again.
create or replace function payable_unit_keeps_its_amount() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.award_id, new.month, new.amount_minor, new.currency, new.kind)
         is distinct from
         (old.id, old.award_id, old.month, old.amount_minor, old.currency, old.kind)
      or (old.state = 'PAID' and new.state <> 'PAID' and (
        exists (select from instruction i where i.unit_id = old.id and i.state = 'PAID')
        or not exists (
          select from instruction i where i.unit_id = old.id and i.state = 'RETURNED'))) then
    raise exception 'payable unit % is for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

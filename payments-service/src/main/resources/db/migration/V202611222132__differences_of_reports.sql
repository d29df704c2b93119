-- Where a partner's word and the books disagree, or where it says of a person what people must find
-- out. Open until two people settle it with a note, or until what was asked has become known.
create table report_difference (
  id                uuid        primary key,
  kind              text        not null check (kind in
    ('UNKNOWN_INSTRUCTION', 'INSTRUCTION_WITHDRAWN', 'AMOUNT_DIFFERS', 'OUTCOME_DIFFERS',
     'REPORTED_DEAD', 'MOVED')),
  partner           text        not null check (partner ~ '^\d{8}$'),
  instruction_id    uuid        not null,
  award_id          uuid        references award,
  told_outcome      text        not null check (told_outcome in
    ('ISSUED', 'PAID', 'NOT_COLLECTED', 'REJECTED')),
  told_on           date        not null,
  told_code         text,
  told_amount_minor bigint,
  known_outcome     text,
  opened_at         timestamptz not null,
  proposed_by       text,
  proposed_at       timestamptz,
  note              text        check (length(note) between 1 and 1000),
  settled_by        text,
  settled_at        timestamptz,
  lapsed_at         timestamptz,
  constraint two_people_settle_a_difference check (settled_by <> proposed_by),
  check (num_nulls(proposed_by, proposed_at, note) in (0, 3)),
  check (num_nulls(settled_by, settled_at) in (0, 2)),
  check (settled_by is null or proposed_by is not null),
  check (settled_at is null or lapsed_at is null),
  check ((kind = 'UNKNOWN_INSTRUCTION') = (award_id is null))
);
comment on column report_difference.instruction_id is
  'As the partner told it: with UNKNOWN_INSTRUCTION it is none that this partner was given.';
-- The same word again is the same difference, settled or not.
create unique index report_difference_once on report_difference
  (instruction_id, partner, kind, told_outcome, told_amount_minor) nulls not distinct;
create index report_difference_open on report_difference (id)
  where settled_at is null and lapsed_at is null;
create index report_difference_open_award on report_difference (award_id)
  where settled_at is null and lapsed_at is null;

create function report_difference_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] := '{proposed_by,proposed_at,note,settled_by,settled_at,lapsed_at}';
begin
  if tg_op = 'DELETE' or old.settled_at is not null or old.lapsed_at is not null
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'difference % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger report_difference_is_kept before update or delete on report_difference
  for each row execute function report_difference_is_kept();

-- Why nothing is sent from an award while a difference is open: the gravest of them.
create view reported_hold as
select distinct on (award_id) award_id,
       case kind when 'REPORTED_DEAD' then kind when 'MOVED' then kind
            else 'REPORTS_DISAGREE' end as reason
from report_difference
where settled_at is null and lapsed_at is null
  and (kind in ('REPORTED_DEAD', 'MOVED')
       or kind in ('OUTCOME_DIFFERS', 'INSTRUCTION_WITHDRAWN') and told_outcome = 'PAID')
order by award_id, case kind when 'REPORTED_DEAD' then 1 when 'MOVED' then 3 else 2 end;

alter table award drop constraint award_hold_check;
alter table award add constraint award_hold_check check (hold in
  ('ANOTHER_AWARD', 'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'REPORTED_DEAD',
   'REPORTS_DISAGREE', 'MOVED'));
-- The reasons are the code's (HoldReason); here only their form is held.
alter table held_unit drop constraint held_unit_reason_check;
alter table held_unit add constraint held_unit_reason_check check (reason ~ '^[A-Z_]+$');

-- What has no outcome yet, oldest first.
create index instruction_open on instruction (id) include (batch_id) where state = 'ISSUED';

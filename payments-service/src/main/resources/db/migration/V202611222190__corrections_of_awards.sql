-- What the Pension Fund says of an award that is known already: other facts than its list had told.
-- The fund states them with a reason, an approver here decides. What was made of the former facts
-- stays; differences are added.
create table award_correction (
  id             uuid        primary key,
  award_id       uuid        not null references award,
  organisation   text        not null,
  reason         text        not null,
  facts          jsonb       not null,
  former_facts   jsonb       not null,
  state          text        not null check (state in ('PROPOSED', 'APPLIED', 'REFUSED')),
  stated_by      text        not null,
  stated_at      timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  refusal_reason text,
  version        bigint      not null default 0,
  constraint two_people_for_corrections check (state <> 'APPLIED' or decided_by <> stated_by),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'REFUSED') = (refusal_reason is not null))
);
create unique index award_correction_proposed on award_correction (award_id)
  where state = 'PROPOSED';
create index award_correction_organisation on award_correction (organisation, id);

create function award_correction_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] := '{state,decided_by,decided_at,refusal_reason,version}';
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'a correction of an award is kept as it was'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger award_correction_is_kept before update or delete on award_correction
  for each row execute function award_correction_is_kept();

alter table derivation
  add column correction_id uuid unique references award_correction,
  drop constraint derivation_check,
  add constraint derived_for_a_reason check (
    num_nonnulls(resumption_id, recalculation_id, correction_id) = 1);

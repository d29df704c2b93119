-- What was owed to somebody when they died, passed on to heirs: once, whole, by two people.
alter table payable_unit
  drop constraint payable_unit_state_check,
  add constraint payable_unit_state_check check (state in
    ('OUTSTANDING', 'PAID', 'UNPAID_ON_DEATH', 'NOT_DUE', 'PASSED_TO_HEIRS'));

create function unit_stays_with_heirs() returns trigger language plpgsql as $$
begin
  raise exception 'payable unit % was passed to heirs', old.id
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger unit_stays_with_heirs before update on payable_unit
  for each row when (old.state = 'PASSED_TO_HEIRS' and new.state <> old.state)
  execute function unit_stays_with_heirs();

-- The ledger: what was kept for heirs is owed again on the dead person's award, and from there pays
-- for what the heirs' awards cost. So the cost of HEIRS_PAYOUT is nothing in the end.
alter table ledger_entry
  drop constraint ledger_entry_kind_check,
  add constraint ledger_entry_kind_check check (kind in
    ('ACCRUED', 'ISSUED', 'SETTLED', 'CAME_BACK', 'RETURNED', 'UNPAID_ON_DEATH', 'NOT_DUE',
     'OWED_AGAIN', 'PASSED_TO_HEIRS'));
create function book_units_passed_on() returns trigger language plpgsql as $$
begin
  insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
  select 'PASSED_TO_HEIRS', n.award_id, p.cost, n.amount_minor, n.id
  from was o
  join became n on n.id = o.id and n.state <> o.state and n.state = 'PASSED_TO_HEIRS'
  left join programme_accounts p on p.programme = 'HEIRS_PAYOUT';
  return null;
end $$;
create trigger book_units_passed_on after update on payable_unit
  referencing old table as was new table as became
  for each statement execute function book_units_passed_on();

create table heir_claim (
  id             uuid        primary key,
  deceased_id    uuid        not null references resident,
  basis          text        not null check (basis in ('FAMILY', 'INHERITANCE')),
  claimed_on     date        not null,
  state          text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  approved_by    text,
  approved_at    timestamptz,
  refused_by     text,
  refused_at     timestamptz,
  refusal_reason text,
  version        bigint      not null default 0,
  constraint two_people_for_claims check (approved_by <> proposed_by),
  check ((state = 'APPROVED') = (num_nulls(approved_by, approved_at) = 0)),
  check ((state = 'REFUSED') = (num_nulls(refused_by, refused_at, refusal_reason) = 0))
);
create index heir_claim_deceased on heir_claim (deceased_id, id);

-- Who claims, with their part of the whole: weights, as in a certificate of inheritance.
create table heir_share (
  claim_id uuid    not null references heir_claim,
  heir_id  uuid    not null references resident,
  weight   integer not null check (weight between 1 and 1000000),
  primary key (claim_id, heir_id)
);

-- Papers that were seen: kinds and the registry's ids, never numbers.
create table heir_paper (
  claim_id    uuid not null,
  heir_id     uuid not null,
  evidence    text not null,
  document_id uuid,
  primary key (claim_id, heir_id, evidence),
  foreign key (claim_id, heir_id) references heir_share
);

-- What a claim is for: a unit is in one live claim at most, and is passed on once.
create table heir_claim_unit (
  claim_id uuid    not null references heir_claim,
  unit_id  uuid    not null references payable_unit,
  released boolean not null default false,
  primary key (claim_id, unit_id)
);
create unique index unit_is_claimed_once on heir_claim_unit (unit_id) where not released;

-- An heir's part of what one programme had left unpaid; an award of the heir's once approved.
create table heir_payout (
  id           uuid   primary key,
  claim_id     uuid   not null,
  heir_id      uuid   not null,
  programme    text   not null references programme,
  amount_minor bigint not null check (amount_minor > 0),
  award_id     uuid   unique references award deferrable initially deferred,
  unique (claim_id, heir_id, programme),
  foreign key (claim_id, heir_id) references heir_share
);

create function heir_claim_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED' then
    raise exception 'claim % is kept as it was decided', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger heir_claim_is_kept before update or delete on heir_claim
  for each row execute function heir_claim_is_kept();

insert into programme_evidence (programme, category, evidence, act, article, source, valid_from)
values
  ('HEIRS_PAYOUT', '*', 'DEATH_CERTIFICATE', 'Закон України № 1058-IV', 'ст. 52',
   'common knowledge of high confidence; to be confirmed by a lawyer', '2004-01-01'),
  ('HEIRS_PAYOUT', 'FAMILY', 'KINSHIP', 'Закон України № 1058-IV', 'ст. 52',
   'common knowledge of high confidence; to be confirmed by a lawyer', '2004-01-01'),
  ('HEIRS_PAYOUT', 'FAMILY', 'JOINT_RESIDENCE', 'Закон України № 1058-IV', 'ст. 52',
   'common knowledge of high confidence; to be confirmed by a lawyer', '2004-01-01'),
  ('HEIRS_PAYOUT', 'INHERITANCE', 'INHERITANCE_CERTIFICATE', 'Цивільний кодекс України', 'ст. 1227',
   'common knowledge of high confidence; to be confirmed by a lawyer', '2004-01-01');

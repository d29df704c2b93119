-- A derivation as it was made, for ever: the facts that it took, and month by month the amount with
-- its steps. Steps name values of law by their ids, which never change.
create table derivation (
  id               uuid        primary key,
  award_id         uuid        not null references award,
  resumption_id    uuid        unique references resumption,
  recalculation_id uuid,
  facts            jsonb       not null,
  made_at          timestamptz not null,
  unique (award_id, recalculation_id),
  check (num_nonnulls(resumption_id, recalculation_id) = 1)
);

create table derived_amount (
  derivation_id uuid   not null references derivation,
  month         date   not null check (extract(day from month) = 1),
  amount_minor  bigint not null check (amount_minor > 0),
  steps         jsonb  not null,
  primary key (derivation_id, month)
);

-- From which month on an award amounts to what. Only ever added to: of the rows with the latest
-- month up to the one in question, the last that was added counts.
create table award_amount (
  id            bigint generated always as identity primary key,
  award_id      uuid   not null references award,
  from_month    date   not null check (extract(day from from_month) = 1),
  amount_minor  bigint not null check (amount_minor > 0),
  derivation_id uuid   not null references derivation,
  unique (award_id, from_month, derivation_id)
);
create index award_amount_in_force on award_amount (award_id, from_month, id);

create function derivation_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was derived is added to, never rewritten'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger derivation_is_final before update or delete on derivation
  for each row execute function derivation_is_final();
create trigger derivation_is_final before update or delete on derived_amount
  for each row execute function derivation_is_final();
create trigger derivation_is_final before update or delete on award_amount
  for each row execute function derivation_is_final();

-- A later change adds to a month what it rose by. The month itself stays one unit for ever.
alter table payable_unit
  drop constraint payable_unit_kind_check,
  add constraint payable_unit_kind_check check (kind in ('ARREARS', 'CURRENT', 'DIFFERENCE')),
  add column derivation_id uuid references derivation,
  add constraint a_difference_is_derived check (
    (kind = 'DIFFERENCE') = (derivation_id is not null)),
  drop constraint payable_unit_award_id_month_key,
  add constraint payable_unit_award_id_month_key
    unique nulls not distinct (award_id, month, derivation_id);

-- A month that fell is for people to settle: nothing is withheld by itself.
alter table difference
  drop constraint difference_kind_check,
  add constraint difference_kind_check check (kind in
    ('ANOTHER_AWARD', 'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'PAID_TWICE', 'AMOUNT_FELL')),
  drop constraint difference_check1,
  add constraint difference_of_money check (
    case when kind in ('PAID_TWICE', 'AMOUNT_FELL') then num_nulls(month, amount_minor, currency)
         else num_nonnulls(month, amount_minor, currency) end = 0),
  drop constraint difference_check2,
  add constraint difference_between_awards check (
    (kind in ('ANOTHER_AWARD', 'PAID_TWICE')) = (other_award_id is not null));

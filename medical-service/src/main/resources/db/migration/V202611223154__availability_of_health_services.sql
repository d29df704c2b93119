-- Which health services a settlement has, as HeRAMS asks: each statement is whole, the one of the
-- latest day stands, and none is ever changed.
create table availability_statement (
  id             uuid        primary key,
  settlement     text        not null check (settlement ~ '^UA[0-9]{17}$'),
  stated_on      date        not null,
  source         text        not null,
  functionality  text        not null check (functionality in ('FULLY', 'PARTIALLY', 'NOT')),
  damage         text        not null check (damage in ('FULLY', 'PARTIALLY', 'NOT')),
  note           text,
  stated_by      text        not null,
  stated_by_name text        not null,
  stated_at      timestamptz not null
);
create index availability_of_settlement
  on availability_statement (settlement, stated_on desc, id desc);

create table availability_amenity (
  statement_id uuid not null references availability_statement,
  amenity      text not null check (amenity in ('POWER', 'WATER', 'SANITATION', 'HEATING',
    'COMMUNICATION', 'COLD_CHAIN', 'WASTE_DISPOSAL')),
  extent       text not null check (extent in ('FULLY', 'PARTIALLY', 'NOT')),
  primary key (statement_id, amenity)
);

create table availability_service (
  statement_id uuid   not null references availability_statement,
  service      text   not null check (service in ('TRAUMA_AND_GENERAL', 'CHILD_AND_NUTRITION',
    'COMMUNICABLE_DISEASES', 'SEXUAL_AND_REPRODUCTIVE', 'MATERNAL_AND_NEWBORN',
    'NONCOMMUNICABLE_DISEASES', 'MENTAL_HEALTH')),
  extent       text   not null check (extent in ('FULLY', 'PARTIALLY', 'NOT')),
  barriers     text[] not null check (barriers <@ array['STAFF', 'TRAINING', 'MEDICAL_SUPPLIES',
    'EQUIPMENT', 'FINANCE']),
  primary key (statement_id, service),
  check (extent <> 'FULLY' or barriers = '{}')
);

create function refuse_change_of_availability() returns trigger language plpgsql as $$
begin
  raise exception 'What was said of health services is never changed or deleted';
end
$$;
create trigger availability_statement_is_never_changed
  before update or delete on availability_statement
  for each row execute function refuse_change_of_availability();
create trigger availability_amenity_is_never_changed
  before update or delete on availability_amenity
  for each row execute function refuse_change_of_availability();
create trigger availability_service_is_never_changed
  before update or delete on availability_service
  for each row execute function refuse_change_of_availability();

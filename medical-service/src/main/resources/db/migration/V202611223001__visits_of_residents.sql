-- What registry told about residents. The two topics arrive in any order, so each group of facts
-- carries the time of the event that it came from, and only a newer event replaces it.
create table resident (
  id uuid primary key,
  version integer not null default 0,
  settlement text check (settlement ~ '^UA[0-9]{17}$'),
  settlement_as_of timestamptz,
  family text,
  given text,
  patronymic text,
  birth_date date,
  sex text check (sex in ('MALE', 'FEMALE')),
  identity_as_of timestamptz,
  life_state text check (life_state in ('LIVING', 'DECEASED')),
  life_state_on date,
  life_state_as_of timestamptz,
  check (num_nulls(settlement, settlement_as_of) in (0, 2)),
  check (num_nulls(family, given, birth_date, sex, identity_as_of) in (0, 5)),
  check (num_nulls(life_state, life_state_on, life_state_as_of) in (0, 3))
);

-- Values keep the digits that were written down: numeric without a scale.
create table visit (
  id uuid primary key,
  resident_id uuid not null references resident (id),
  settlement text not null check (settlement ~ '^UA[0-9]{17}$'),
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at > started_at),
  complaint text,
  temperature_c numeric check (temperature_c > 0),
  systolic_mm_hg numeric check (systolic_mm_hg > 0),
  diastolic_mm_hg numeric check (diastolic_mm_hg > 0),
  pulse_per_minute numeric check (pulse_per_minute > 0),
  respiration_per_minute numeric check (respiration_per_minute > 0),
  oxygen_saturation_percent numeric check (oxygen_saturation_percent between 0 and 100),
  weight_kg numeric check (weight_kg > 0),
  height_cm numeric check (height_cm > 0),
  -- How many FHIR observations the visit makes: both pressures together are one.
  observation_count smallint not null generated always as (
    num_nonnulls(
      temperature_c,
      coalesce(systolic_mm_hg, diastolic_mm_hg),
      pulse_per_minute,
      respiration_per_minute,
      oxygen_saturation_percent,
      weight_kg,
      height_cm)) stored,
  outcome text not null
    check (outcome in ('TREATED', 'FOLLOW_UP', 'REFERRED', 'CARE_DECLINED', 'DECEASED')),
  died_on date,
  follow_up_on date,
  referral_to text,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  check (diastolic_mm_hg < systolic_mm_hg),
  check ((outcome = 'DECEASED') = (died_on is not null)),
  check ((outcome = 'REFERRED') = (referral_to is not null)),
  check (outcome <> 'FOLLOW_UP' or follow_up_on is not null)
);

create index visit_of_resident on visit (resident_id, started_at desc, id desc);

create table visit_reason (
  visit_id uuid not null references visit (id),
  rank smallint not null check (rank >= 0),
  code text not null,
  text text,
  primary key (visit_id, rank),
  unique (visit_id, code)
);

-- A visit is a record of what was found: it is never edited in place. Corrections will append.
create function refuse_change_of_visit() returns trigger language plpgsql as $$
begin
  raise exception 'A recorded visit is never changed or deleted';
end
$$;

create trigger visit_is_never_changed
  before update or delete on visit
  for each row execute function refuse_change_of_visit();

create trigger visit_reason_is_never_changed
  before update or delete on visit_reason
  for each row execute function refuse_change_of_visit();

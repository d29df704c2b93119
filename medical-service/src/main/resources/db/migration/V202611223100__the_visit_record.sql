-- The whole record of a visit. What one visit says is written with it and never changed; what was
-- wrong is corrected by a later revision, and the first one keeps what it said.

-- Someone who would not or could not say who they are is a record that the brigade itself makes. It
-- may be merged into a resident's later, as any other record.
alter table resident
  add column anonymous boolean not null default false,
  drop constraint resident_check1,
  add constraint identity_is_whole check (
    case when anonymous
      then num_nonnulls(family, given, patronymic) = 0
        and num_nulls(birth_date, sex, identity_as_of, settlement) = 0
      else num_nulls(family, given, birth_date, sex, identity_as_of) in (0, 5)
    end);
comment on column resident.birth_date is
  'Of an anonymous record: reckoned from the age that the medic saw, 1 July of the year or the 15th of the month';

alter table visit disable trigger visit_is_never_changed;

alter table visit
  add column origin_id uuid references visit,
  add column revision integer not null default 1 check (revision > 0),
  add column corrects uuid unique references visit,
  add column correction_reason text,
  add column withdrawn boolean not null default false,
  add column superseded boolean not null default false,
  add column trip_id uuid,
  add column started_on date not null
    generated always as ((started_at at time zone 'Europe/Kyiv')::date) stored,
  add column sex text check (sex in ('MALE', 'FEMALE')),
  add column age_years smallint check (age_years between 0 and 130),
  add column pregnant boolean,
  add column identity_evidence text check (identity_evidence in
    ('ORIGINAL', 'REGISTER_EXTRACT', 'COPY', 'WITNESS', 'OCCUPATION_ISSUED', 'OWN_WORD')),
  add column consent text check (consent in ('GIVEN', 'BY_REPRESENTATIVE', 'EMERGENCY')),
  add column relation_to_event text check (relation_to_event in ('DIRECT', 'INDIRECT', 'NONE')),
  add column electronic_prescription boolean not null default false,
  add column needs_rehabilitation boolean not null default false,
  -- Items 4 to 35 and 47 to 50 of the WHO Emergency Medical Team Minimum Data Set; the others
  -- follow from sex, age, outcome and relation.
  add column mds_items smallint[] not null default '{}'
    check (array_position(mds_items, null) is null
      and mds_items <@ array[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
        23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 47, 48, 49, 50]::smallint[]),
  add constraint sex_and_age check (num_nulls(sex, age_years) in (0, 2)),
  add constraint pregnant_women check (not pregnant or sex = 'FEMALE'),
  add constraint corrections_say_why check (num_nulls(corrects, correction_reason) in (0, 2)),
  add constraint first_revision check ((revision = 1) = (corrects is null)),
  add constraint withdrawn_by_correction check (not withdrawn or corrects is not null),
  drop constraint visit_outcome_check,
  add constraint visit_outcome_check check (outcome in ('TREATED', 'FOLLOW_UP', 'CARE_DECLINED',
    'REFERRED', 'ADMITTED', 'DEAD_ON_ARRIVAL', 'DECEASED')),
  drop constraint visit_check2,
  add constraint death_has_a_day
    check ((outcome in ('DECEASED', 'DEAD_ON_ARRIVAL')) = (died_on is not null)),
  drop constraint visit_check3,
  add constraint referral_says_where
    check ((outcome in ('REFERRED', 'ADMITTED')) = (referral_to is not null));

update visit set origin_id = id;
alter table visit
  alter column origin_id set not null,
  add constraint one_chain_of_revisions unique (origin_id, revision),
  enable trigger visit_is_never_changed;

-- A correction takes its place in the chain by itself, and what it corrects is out of date.
create function take_place_in_chain() returns trigger language plpgsql as $$
begin
  if new.corrects is null then
    new.origin_id := new.id;
  else
    select origin_id, revision + 1 into strict new.origin_id, new.revision
      from visit where id = new.corrects;
    update visit set superseded = true where id = new.corrects;
  end if;
  return new;
end
$$;

create trigger visit_takes_place_in_chain
  before insert on visit
  for each row execute function take_place_in_chain();

drop trigger visit_is_never_changed on visit;
create trigger visit_is_never_deleted
  before delete on visit
  for each row execute function refuse_change_of_visit();
create trigger visit_is_never_changed
  after update on visit -- generated columns are not known before
  for each row
  when (old.superseded or not new.superseded
    or to_jsonb(old) - 'superseded' is distinct from to_jsonb(new) - 'superseded')
  execute function refuse_change_of_visit();

drop index visit_of_resident;
create index visit_of_resident on visit (resident_id, started_at desc, id desc)
  where not superseded;
create index visit_of_day on visit (started_on, settlement) where not superseded;
create index visit_of_trip on visit (trip_id) where not superseded;

create table visit_diagnosis (
  visit_id uuid not null references visit,
  rank smallint not null check (rank between 0 and 9),
  role text not null check (role in ('PRIMARY', 'COMORBIDITY', 'COMPLICATION')),
  code text not null,
  text text,
  clinical_status text not null
    check (clinical_status in ('ACTIVE', 'RECURRENCE', 'REMISSION', 'RESOLVED')),
  verification_status text not null
    check (verification_status in ('PROVISIONAL', 'DIFFERENTIAL', 'CONFIRMED', 'REFUTED')),
  severity text check (severity in ('MILD', 'MODERATE', 'SEVERE')),
  onset_on date,
  primary key (visit_id, rank),
  unique (visit_id, code)
);
create unique index one_primary_diagnosis on visit_diagnosis (visit_id) where role = 'PRIMARY';

create table visit_action (
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  code text not null,
  text text,
  primary key (visit_id, rank)
);

-- What was handed out or given, from which batch of the brigade's stock; the batch's text and
-- expiry are what the medic read on the box.
create table visit_medicine (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  medicine_id uuid,
  name text not null,
  batch text not null,
  expires_on date not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  given text not null check (given in ('DISPENSED', 'ADMINISTERED')),
  dosage text,
  unique (visit_id, rank)
);

create table visit_vaccination (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  medicine_id uuid,
  vaccine_code text not null,
  vaccine text not null,
  batch text not null,
  expires_on date not null,
  dose smallint check (dose > 0),
  site text,
  unique (visit_id, rank)
);

create table visit_allergy (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  category text not null check (category in ('FOOD', 'MEDICATION', 'ENVIRONMENT', 'BIOLOGIC')),
  substance text not null,
  criticality text check (criticality in ('LOW', 'HIGH')),
  reaction text,
  status text not null check (status in ('ACTIVE', 'RESOLVED', 'REFUTED')),
  unique (visit_id, rank)
);

create table visit_chronic_condition (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  code text,
  text text not null,
  onset_on date,
  status text not null check (status in ('ACTIVE', 'REMISSION', 'RESOLVED', 'REFUTED')),
  medicine_until date,
  unique (visit_id, rank)
);
comment on column visit_chronic_condition.medicine_until is
  'Day on which what the person takes for it runs out';

create table visit_referral (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  kind text not null check (kind in ('CARE', 'DISABILITY_ASSESSMENT')),
  destination text not null,
  speciality text,
  urgency text not null check (urgency in ('ROUTINE', 'URGENT', 'EMERGENCY')),
  transport text not null check (transport in ('NONE', 'SEATED', 'STRETCHER', 'EVACUATION')),
  reason text,
  unique (visit_id, rank)
);

create table visit_birth (
  id uuid primary key,
  visit_id uuid not null references visit,
  rank smallint not null check (rank >= 0),
  born_on date not null,
  sex text not null check (sex in ('MALE', 'FEMALE')),
  alive boolean not null,
  unique (visit_id, rank)
);

-- Violence and children at risk: shown to named roles only.
create table visit_protection (
  visit_id uuid not null references visit,
  flag text not null
    check (flag in ('VULNERABLE_CHILD', 'VULNERABLE_ADULT', 'SEXUAL_VIOLENCE', 'VIOLENCE')),
  note text,
  primary key (visit_id, flag)
);

do $$
declare part text;
begin
  foreach part in array array['diagnosis', 'action', 'medicine', 'vaccination', 'allergy',
    'chronic_condition', 'referral', 'birth', 'protection']
  loop
    execute format(
      'create trigger visit_%1$s_is_never_changed before update or delete on visit_%1$s
         for each row execute function refuse_change_of_visit()', part);
  end loop;
end
$$;

create index visit_diagnosis_by_code on visit_diagnosis (code);
create index visit_medicine_of_stock on visit_medicine (medicine_id);

-- ICPC-2 is WONCA's: the operator loads the ministry's dictionary, none is shipped.
create table icpc_code (
  code text primary key check (code ~ '^[!-~]{1,16}$'),
  kind text not null check (kind in ('REASON', 'DIAGNOSIS', 'ACTION', 'ANY')),
  name_uk text not null,
  name_en text,
  withdrawn_on date
);
comment on table icpc_code is 'While empty, codes are taken as they come';

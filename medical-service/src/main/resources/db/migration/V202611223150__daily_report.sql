-- What each visit adds to the daily report of WHO's Emergency Medical Team Minimum Data Set: the
-- numbers of its items, each once. Sex and age, outcome, rehabilitation and relation to the event
-- speak for themselves, the rest is what the medic marked. What visit_protection holds is added by
-- those who read, for it is written after the visit.
create function mds_items_of(
  sex text,
  pregnant boolean,
  outcome text,
  needs_rehabilitation boolean,
  relation_to_event text,
  marked smallint[]
) returns smallint[] language sql immutable parallel safe
return (
  select array_agg(distinct item order by item)
  from unnest(
    array[
      case when sex = 'MALE' then 1 when pregnant then 3 when sex = 'FEMALE' then 2 end,
      case outcome when 'TREATED' then 36 when 'FOLLOW_UP' then 37 when 'CARE_DECLINED' then 38
        when 'REFERRED' then 39 when 'ADMITTED' then 40 when 'DEAD_ON_ARRIVAL' then 41
        when 'DECEASED' then 42 end,
      case when needs_rehabilitation then 43 end,
      case relation_to_event when 'DIRECT' then 44 when 'INDIRECT' then 45 when 'NONE' then 46 end
    ]::smallint[] || marked) as item
  where item is not null);

create function mds_item_of(flag text) returns smallint language sql immutable parallel safe
return case flag when 'VULNERABLE_CHILD' then 47 when 'VULNERABLE_ADULT' then 48
  when 'SEXUAL_VIOLENCE' then 49 when 'VIOLENCE' then 50 end::smallint;

alter table visit
  add column reported_items smallint[] not null generated always as (
    mds_items_of(
      sex, pregnant, outcome, needs_rehabilitation, relation_to_event, mds_items)) stored;

-- A report reads the index alone, however the rows of its days lie in the table.
drop index visit_of_day;
create index visit_of_day on visit (started_on, settlement)
  include (id, withdrawn, trip_id, age_years, reported_items, started_at, ended_at)
  where not superseded;

-- What items 19 to 22 count, from a day on. What was said later of the same day stands instead.
create table local_item (
  id         uuid     primary key,
  item       smallint not null check (item between 19 and 22),
  valid_from date     not null,
  name_uk    text,
  name_en    text,
  source     text     not null,
  stated_by  text     not null,
  stated_at  timestamptz not null,
  check (num_nulls(name_uk, name_en) in (0, 2))
);
create index local_item_in_force on local_item (item, valid_from desc, id desc);
comment on column local_item.name_uk is 'Null: the item counts nothing from this day on';

-- What a brigade says of its day beside the numbers; each version stays.
create table report_header (
  brigade_id      uuid    not null,
  day             date    not null,
  version         integer not null check (version > 0),
  organisation    text,
  team_type       text    not null check (team_type in
    ('TYPE_1_MOBILE', 'TYPE_1_FIXED', 'TYPE_2', 'TYPE_3', 'SPECIALISED')),
  contact_name    text    not null,
  contact_phone   text,
  contact_email   text,
  place           text,
  latitude        numeric check (latitude between -90 and 90),
  longitude       numeric check (longitude between -180 and 180),
  bed_capacity    integer not null check (bed_capacity >= 0),
  needs_and_risks text,
  comments        text,
  stated_by       text    not null,
  stated_by_name  text    not null,
  stated_at       timestamptz not null,
  primary key (brigade_id, day, version),
  check (num_nulls(latitude, longitude) in (0, 2))
);

create function refuse_change_of_report() returns trigger language plpgsql as $$
begin
  raise exception 'What was said in a report is never changed or deleted';
end
$$;
create trigger local_item_is_never_changed before update or delete on local_item
  for each row execute function refuse_change_of_report();
create trigger report_header_is_never_changed before update or delete on report_header
  for each row execute function refuse_change_of_report();

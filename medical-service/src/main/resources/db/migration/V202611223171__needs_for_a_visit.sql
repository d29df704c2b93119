create extension if not exists btree_gist;

-- That someone asked for a visit: for a resident, or for someone whom only words or an address
-- name. What was told is kept as it was told; what follows from visits is looked up, not copied.
create table need (
  id              uuid        primary key,
  resident_id     uuid        references resident,
  about           text        check (length(about) between 1 and 200),
  settlement      text        not null check (settlement ~ '^UA[0-9]{17}$'),
  areas           varchar[]   not null check (settlement = any (areas)),
  address         text        check (length(address) between 1 and 300),
  household_id    uuid,
  asked_by        text        not null
    check (asked_by in ('RESIDENT', 'RELATIVE', 'NEIGHBOUR', 'OFFICIAL')),
  asked_at        timestamptz not null,
  words           text        check (length(words) between 1 and 1000),
  urgent          boolean     not null,
  told_pregnant   boolean     not null,
  told_disability boolean     not null,
  told_age_years  smallint    check (told_age_years between 0 and 130),
  told_age_months smallint    check (told_age_months between 0 and 35),
  medicine_until  date,
  noted_by        text        not null,
  noted_by_name   text        not null,
  noted_at        timestamptz not null,
  pinned_stop     uuid,
  met_by          uuid        references visit,
  closed_reason   text        check (closed_reason in
    ('REPEATED', 'DECLINED', 'MOVED_AWAY', 'NOT_FOUND', 'HELPED_OTHERWISE')),
  closed_note     text        check (length(closed_note) between 1 and 500),
  closed_at       timestamptz,
  closed_by       text,
  version         integer     not null,
  constraint somebody_is_named check (num_nonnulls(resident_id, about, address) > 0),
  constraint a_resident_needs_no_words check (resident_id is null or about is null),
  check (num_nonnulls(told_age_years, told_age_months) < 2),
  check (num_nulls(closed_reason, closed_at, closed_by) in (0, 3)),
  check (closed_note is null or closed_reason is not null)
);
create index need_areas on need using gin (areas);
create index need_waiting on need (settlement) where closed_reason is null;
create index need_of_resident on need (resident_id);
comment on column need.words is 'Of the one who asked; raises no priority by itself';
comment on column need.medicine_until is 'Day on which the medicines taken every day run out, as told';
comment on column need.pinned_stop is 'The stop at which a coordinator wants it met';
comment on column need.met_by is 'The visit, by its first revision, of someone who had no record';

-- The lists of people to be visited begin with those who live where a brigade stops.
create index resident_settlement on resident (settlement) where merged_into is null;

-- A need with its state: it is met by any visit of the person since it was asked, and planned when
-- a brigade that treats people stops in its settlement, at the stop wanted if that is to come.
create view need_now as
select n.*,
  coalesce(told.id, seen.id) as met_by_visit,
  case when n.closed_reason is not null then 'CLOSED'
    when told.id is not null or seen.id is not null then 'MET'
    when ahead.id is not null then 'PLANNED'
    else 'OPEN' end as state,
  ahead.id as stop_id,
  ahead.trip_id,
  ahead.on_day
from need n
left join lateral (
  select v.origin_id as id
  from visit v
  where v.origin_id = n.met_by and not v.superseded and not v.withdrawn) told on true
left join lateral (
  select v.origin_id as id
  from resident r
  join resident own
    on own.id = coalesce(r.merged_into, r.id) or own.merged_into = coalesce(r.merged_into, r.id)
  join visit v on v.resident_id = own.id
  where r.id = n.resident_id and not v.superseded and not v.withdrawn
    and v.started_at >= n.asked_at
  order by v.started_at, v.id
  limit 1) seen on true
left join lateral (
  select s.id, s.trip_id, s.on_day
  from trip_stop s
  join trip t on t.id = s.trip_id
  where s.settlement = n.settlement and s.on_day >= (now() at time zone 'Europe/Kyiv')::date
    and t.state in ('PLANNED', 'UNDER_WAY') and t.brigade_kind <> 'ADMINISTRATIVE'
  order by s.id = n.pinned_stop desc nulls last, s.on_day, s.id
  limit 1) ahead on true;

-- How many points what gives to someone who awaits a visit. Of the rows of a factor that apply, the
-- one with most points counts.
create table priority_rule (
  factor      text    not null check (factor in ('PREGNANT', 'INFANT', 'MEDICINE_ENDS', 'FOLLOW_UP',
    'DISABILITY', 'REFERRED', 'ELDERLY', 'NOT_SEEN', 'NEVER_SEEN', 'SAYS_URGENT')),
  threshold   integer not null,
  points      integer not null check (points between 1 and 100),
  valid_from  date    not null,
  valid_until date    check (valid_until >= valid_from),
  source      text    not null,
  constraint one_row_a_day exclude using gist
    (factor with =, threshold with =, daterange(valid_from, valid_until, '[]') with &&)
);
comment on column priority_rule.threshold is
  'PREGNANT: known in the last n days; INFANT: younger than n months; MEDICINE_ENDS: runs out within
   n days; FOLLOW_UP, REFERRED, NOT_SEEN: n days ago or longer; ELDERLY: n years or older';

insert into priority_rule (factor, threshold, points, valid_from, source)
select factor, threshold, points, date '2026-01-01',
  'Vidnova''s own weights, for want of an order of the ministry: WHO EMT age bands (under 1, 65 and '
  || 'over) and the groups that issue 5 names; the oblast''s health department is to confirm them'
from (values
  ('PREGNANT', 280, 30),
  ('INFANT', 12, 30),
  ('MEDICINE_ENDS', 14, 20),
  ('MEDICINE_ENDS', 0, 30),
  ('FOLLOW_UP', 0, 20),
  ('FOLLOW_UP', 7, 30),
  ('DISABILITY', 0, 20),
  ('REFERRED', 14, 10),
  ('ELDERLY', 65, 10),
  ('NOT_SEEN', 30, 5),
  ('NOT_SEEN', 90, 10),
  ('NOT_SEEN', 180, 15),
  ('NEVER_SEEN', 0, 10),
  ('SAYS_URGENT', 0, 3)) as weight (factor, threshold, points);

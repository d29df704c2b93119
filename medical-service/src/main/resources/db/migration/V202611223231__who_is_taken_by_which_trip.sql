-- Of several brigades that stop in a settlement, one takes a person upon itself: the lists of the
-- others leave them out while its stop there is to come.
create table visit_claim (
  who             uuid        primary key,
  trip_id         uuid        not null references trip,
  settlement      text        not null check (settlement ~ '^UA[0-9]{17}$'),
  claimed_by      text        not null,
  claimed_by_name text        not null,
  claimed_at      timestamptz not null
);
comment on column visit_claim.who is 'A resident, or the need of someone who has no record';
create index visit_claim_of_trip on visit_claim (trip_id);

create view visit_claim_now as
select c.who, c.trip_id, c.settlement
from visit_claim c
join trip t on t.id = c.trip_id
where t.state in ('PLANNED', 'UNDER_WAY') and t.brigade_kind <> 'ADMINISTRATIVE'
  and exists (select 1 from trip_stop s where s.trip_id = c.trip_id and s.settlement = c.settlement
    and s.on_day >= (now() at time zone 'Europe/Kyiv')::date);
comment on view visit_claim_now is 'Those in force: a trip that is over or goes elsewhere holds nobody';

-- As before; of several stops to come, one of the trip that has taken them comes after the one wanted
-- and before the rest.
create or replace view need_now as
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
left join visit_claim_now taken on taken.who = coalesce(
  (select r.merged_into from resident r where r.id = n.resident_id), n.resident_id, n.id)
left join lateral (
  select s.id, s.trip_id, s.on_day
  from trip_stop s
  join trip t on t.id = s.trip_id
  where s.settlement = n.settlement and s.on_day >= (now() at time zone 'Europe/Kyiv')::date
    and t.state in ('PLANNED', 'UNDER_WAY') and t.brigade_kind <> 'ADMINISTRATIVE'
  order by s.id = n.pinned_stop desc nulls last, s.trip_id = taken.trip_id desc nulls last,
    s.on_day, s.id
  limit 1) ahead on true;

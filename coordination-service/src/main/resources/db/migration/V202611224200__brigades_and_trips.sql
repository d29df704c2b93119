create extension if not exists btree_gist;

-- Who goes to people together. The territory that answers for a brigade is any of the codifier.
create table brigade (
  id           uuid      primary key,
  brigade_name text      not null check (length(brigade_name) between 2 and 200),
  kind         text      not null check (kind in ('MEDICAL', 'ADMINISTRATIVE', 'MIXED')),
  territory    text      not null check (territory ~ '^UA[0-9]{17}$'),
  areas        varchar[] not null check (territory = any (areas)),
  version      integer   not null
);
create index brigade_areas on brigade using gin (areas);
comment on column brigade.areas is 'The territory and all that it lies within';

create table brigade_member (
  brigade_id   uuid     not null references brigade,
  rank         smallint not null check (rank >= 0),
  user_name    text     not null check (user_name ~ '^[a-z0-9][a-z0-9._@+-]{0,254}$'),
  role         text     not null
    check (role in ('DOCTOR', 'NURSE', 'DRIVER', 'REGISTRAR', 'SPECIALIST')),
  organisation text     check (length(organisation) between 2 and 200),
  primary key (brigade_id, rank),
  unique (brigade_id, user_name),
  check ((role = 'SPECIALIST') = (organisation is not null))
);

-- A brigade's trip. Its name and kind are the brigade's as they were when the trip was planned. The
-- days on which it keeps its people busy end with it: none when it is cancelled.
create table trip (
  id            uuid      primary key,
  brigade_id    uuid      not null references brigade,
  brigade_name  text      not null,
  brigade_kind  text      not null check (brigade_kind in ('MEDICAL', 'ADMINISTRATIVE', 'MIXED')),
  state         text      not null
    check (state in ('PLANNED', 'UNDER_WAY', 'COMPLETED', 'CANCELLED')),
  starts_on     date      not null,
  ends_on       date      not null check (ends_on between starts_on and starts_on + 30),
  completed_on  date,
  cancel_reason text      check (length(cancel_reason) between 1 and 500),
  areas         varchar[] not null,
  version       integer   not null,
  busy          daterange generated always as (
    case when state <> 'CANCELLED'
      then daterange(starts_on, greatest(starts_on, least(ends_on, completed_on)), '[]') end) stored,
  unique (id, busy),
  check ((state = 'COMPLETED') = (completed_on is not null)),
  check ((state = 'CANCELLED') = (cancel_reason is not null)),
  constraint a_brigade_is_on_one_trip_at_a_time
    exclude using gist (brigade_id with =, busy with &&) deferrable initially deferred
);
create index trip_areas on trip using gin (areas);
create index trip_by_day on trip (starts_on desc, id desc);
comment on column trip.areas is 'The settlements of its stops and all that these lie within';

-- The key to the trip's days keeps every member busy exactly as long as the trip is.
create table trip_member (
  trip_id      uuid      not null references trip,
  rank         smallint  not null check (rank >= 0),
  user_name    text      not null check (user_name ~ '^[a-z0-9][a-z0-9._@+-]{0,254}$'),
  role         text      not null
    check (role in ('DOCTOR', 'NURSE', 'DRIVER', 'REGISTRAR', 'SPECIALIST')),
  organisation text      check (length(organisation) between 2 and 200),
  busy         daterange,
  primary key (trip_id, rank),
  unique (trip_id, user_name),
  foreign key (trip_id, busy) references trip (id, busy) on update cascade,
  check ((role = 'SPECIALIST') = (organisation is not null)),
  constraint a_member_is_on_one_trip_a_day
    exclude using gist (user_name with =, busy with &&) deferrable initially deferred
);
create index trip_member_trip on trip_member (user_name, trip_id);

create function trip_member_is_as_busy_as_the_trip() returns trigger language plpgsql as $$
begin
  select busy into new.busy from trip where id = new.trip_id;
  return new;
end $$;
create trigger trip_member_is_as_busy_as_the_trip before insert on trip_member
  for each row execute function trip_member_is_as_busy_as_the_trip();

create table trip_stop (
  stop_id    uuid     primary key,
  trip_id    uuid     not null references trip,
  rank       smallint not null check (rank >= 0),
  settlement text     not null check (settlement ~ '^UA[0-9]{17}$'),
  on_day     date     not null,
  place      text     check (length(place) between 1 and 300),
  unique (trip_id, rank)
);

create function trip_stays_over() returns trigger language plpgsql as $$
begin
  raise exception 'a trip that is over stays as it was'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger trip_stays_over before update or delete on trip
  for each row when (old.state in ('COMPLETED', 'CANCELLED')) execute function trip_stays_over();

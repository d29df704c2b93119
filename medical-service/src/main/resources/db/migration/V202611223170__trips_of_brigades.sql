-- Coordination's trips as they were last told, whole; only those that are told later replace them.
create table trip (
  id           uuid    primary key,
  version      integer not null check (version >= 0),
  state        text    not null check (state in ('PLANNED', 'UNDER_WAY', 'COMPLETED', 'CANCELLED')),
  brigade_id   uuid    not null,
  brigade_name text    not null,
  brigade_kind text    not null check (brigade_kind in ('MEDICAL', 'ADMINISTRATIVE', 'MIXED')),
  starts_on    date    not null,
  ends_on      date    not null check (ends_on >= starts_on)
);

create table trip_member (
  trip_id   uuid not null references trip,
  user_name text not null,
  role      text not null check (role in ('DOCTOR', 'NURSE', 'DRIVER', 'REGISTRAR', 'SPECIALIST')),
  primary key (trip_id, user_name)
);
create index trip_member_user on trip_member (user_name, trip_id);

create table trip_stop (
  trip_id    uuid     not null references trip,
  id         uuid     not null,
  rank       smallint not null check (rank >= 0),
  settlement text     not null check (settlement ~ '^UA[0-9]{17}$'),
  hromada    text     not null check (hromada ~ '^UA[0-9]{17}$'),
  on_day     date     not null,
  place      text,
  primary key (trip_id, id),
  unique (trip_id, rank)
);
create index trip_stop_settlement on trip_stop (settlement, on_day);
comment on column trip_stop.hromada is 'Of the settlement, by the codifier';

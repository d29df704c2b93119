-- What each version of a trip said: visits that were made under one are handed in later, whatever
-- became of the trip since. Only ever added to.
create table trip_version (
  trip_id   uuid    not null references trip,
  version   integer not null,
  starts_on date    not null,
  ends_on   date    not null check (ends_on >= starts_on),
  users     text[]  not null,
  hromadas  text[]  not null,
  primary key (trip_id, version)
);
comment on column trip_version.users is 'User names of its members';
comment on column trip_version.hromadas is 'KATOTTG codes of where it was to stop';

insert into trip_version (trip_id, version, starts_on, ends_on, users, hromadas)
select t.id, t.version, t.starts_on, t.ends_on,
  array(select m.user_name from trip_member m where m.trip_id = t.id),
  array(select distinct s.hromada from trip_stop s where s.trip_id = t.id)
from trip t;

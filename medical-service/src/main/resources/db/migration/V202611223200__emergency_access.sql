-- A medic opened the record of someone whom they would not see otherwise, and said why. Somebody
-- else looks at each of these afterwards.
create table emergency_access (
  id uuid primary key,
  version integer not null default 0,
  resident_id uuid not null references resident,
  settlement text not null check (settlement ~ '^UA[0-9]{17}$'),
  reason text not null,
  opened_by text not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  opened_on date not null
    generated always as ((opened_at at time zone 'Europe/Kyiv')::date) stored,
  until timestamptz not null check (until > opened_at),
  finding text check (finding in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  note text,
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamptz,
  check (num_nulls(finding, reviewed_by, reviewed_by_name, reviewed_at) in (0, 4)),
  constraint another_reviews check (reviewed_by <> opened_by)
);
create index emergency_access_of_medic on emergency_access (opened_by, resident_id, until);
create index emergency_access_by_day on emergency_access (opened_on, id);
create index emergency_access_unreviewed on emergency_access (opened_at) where reviewed_at is null;

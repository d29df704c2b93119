-- What residents are filed under, so that records of one person meet; hashes made by MatchKeys.
-- Keys are hints: one that is out of date costs a comparison and nothing else, so they are only ever
-- added, and no foreign key slows the import of 45,000 of them a second.
create table match_key (
  key         bigint not null,
  resident_id uuid not null,
  primary key (key, resident_id)
);

-- Former, maiden and otherwise documented names, as the matcher knows them.
create table other_name (
  resident_id uuid not null references resident,
  family      text not null check (length(family) between 1 and 100),
  given       text not null check (length(given) between 1 and 100),
  patronymic  text check (length(patronymic) between 1 and 100),
  constraint other_name_once unique nulls not distinct (resident_id, family, given, patronymic)
);

-- How many residents bear a name or live in a settlement; values of a share too small to matter are
-- left out. Counted anew by every matching run.
create table name_frequency (
  feature text not null check (feature in ('FAMILY_NAME', 'GIVEN_NAME', 'PATRONYMIC', 'SETTLEMENT')),
  value   text not null,
  people  integer not null check (people > 0),
  primary key (feature, value)
);

create table name_census (
  only_one   boolean primary key default true check (only_one),
  people     bigint not null check (people >= 0),
  counted_at timestamptz not null
);

-- One pass over all residents, in the order of keys. Its position makes it resumable.
create table matching_run (
  id             uuid primary key,
  phase          text not null check (phase in ('FILING', 'COUNTING', 'COMPARING', 'DONE')),
  filed_up_to    uuid,
  compared_up_to bigint,
  filed          bigint not null default 0,
  compared       bigint not null default 0,
  found          bigint not null default 0,
  started_by     text not null,
  started_at     timestamptz not null,
  finished_at    timestamptz,
  constraint finished_when_done check ((phase = 'DONE') = (finished_at is not null))
);

create unique index one_matching_run_at_a_time on matching_run ((true)) where phase <> 'DONE';

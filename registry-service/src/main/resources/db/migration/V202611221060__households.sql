-- People who live at one address and keep house together. Memberships are only ever added and, once,
-- ended; a day belongs to a membership from from_on up to, not including, until_on.
create table household (
  id           uuid      primary key,
  version      bigint    not null,
  settlement   text      not null check (settlement ~ '^UA[0-9]{17}$'),
  areas        varchar[] not null,
  address      text      not null check (length(address) between 1 and 300),
  formed_on    date      not null,
  dissolved_on date      check (dissolved_on >= formed_on),
  constraint household_settlement_is_among_its_areas check (settlement = any (areas))
);

create index household_areas on household using gin (areas);

-- What happened to a household, and who wrote it down.
create table household_change (
  id               uuid        primary key,
  household_id     uuid        not null references household,
  kind             text        not null check (kind in
                     ('FORMED', 'JOINED', 'LEFT', 'SPLIT', 'HEAD_CHANGED')),
  occurred_on      date        not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null,
  device_time      timestamptz
);

create index household_change_household on household_change (household_id);
create trigger household_change_is_only_added_to
  before update or delete or truncate on household_change
  for each statement execute function refuse_to_change_history();

create table household_membership (
  id           uuid primary key,
  household_id uuid not null references household,
  resident_id  uuid not null references resident,
  role         text not null check (role in ('HEAD', 'SPOUSE', 'CHILD', 'GUARDIAN', 'DEPENDANT')),
  from_on      date not null,
  until_on     date check (until_on >= from_on),
  began_with   uuid not null references household_change,
  ended_with   uuid references household_change,
  check ((until_on is null) = (ended_with is null)),
  constraint one_household_at_a_time
    exclude using gist (resident_id with =, daterange(from_on, until_on) with &&)
);

create index household_membership_household on household_membership (household_id);

create function household_membership_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.until_on is not null
      or to_jsonb(new) - '{until_on,ended_with}'::text[]
         <> to_jsonb(old) - '{until_on,ended_with}'::text[] then
    raise exception 'a membership is ended once and never rewritten'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger household_membership_ends_once before update or delete on household_membership
  for each row execute function household_membership_ends_once();

create function household_keeps_its_place() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.dissolved_on is not null
      or to_jsonb(new) - '{version,dissolved_on}'::text[]
         <> to_jsonb(old) - '{version,dissolved_on}'::text[] then
    raise exception 'a household keeps its place and is dissolved once'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger household_keeps_its_place before update or delete on household
  for each row execute function household_keeps_its_place();

-- Looked at when the transaction ends: every day of a household's life has exactly one head, and
-- nobody is a member on another day.
create function household_has_one_head() returns trigger language plpgsql as $$
declare
  home   household;
  life   datemultirange;
  headed datemultirange;
  lived  datemultirange;
begin
  select * into home from household
    where id = coalesce(to_jsonb(new) ->> 'household_id', to_jsonb(new) ->> 'id')::uuid;
  life := datemultirange(daterange(home.formed_on, home.dissolved_on));
  select coalesce(range_agg(daterange(from_on, until_on)) filter (where role = 'HEAD'), '{}'),
         coalesce(range_agg(daterange(from_on, until_on)), '{}')
    into headed, lived from household_membership where household_id = home.id;
  if headed <> life or lived <> life or exists (
      select from household_membership a join household_membership b
          on a.household_id = b.household_id and a.id < b.id and a.role = 'HEAD' and b.role = 'HEAD'
         and daterange(a.from_on, a.until_on) && daterange(b.from_on, b.until_on)
       where a.household_id = home.id) then
    raise exception 'a household has exactly one head on every day'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger household_has_one_head after insert or update on household_membership
  deferrable initially deferred for each row execute function household_has_one_head();
create constraint trigger household_has_one_head after insert or update of dissolved_on on household
  deferrable initially deferred for each row execute function household_has_one_head();

-- The resident under whom a merged one is known; null for everyone who stands for themselves. A
-- merged resident keeps its statements and lends its number to the survivor, if that has none.
alter table resident add column merged_into uuid references resident
  constraint nobody_is_merged_into_themselves check (merged_into <> id);
create index resident_merged_into on resident (merged_into) where merged_into is not null;

alter table resident drop constraint rnokpp_or_why_not;
alter table resident add constraint rnokpp_or_why_not check (
  (rnokpp is null) = (rnokpp_absence is not null)
  or (merged_into is not null and rnokpp is null));

-- One step from any record to the person: a survivor is never merged, a merged one never survives.
create function refuse_chain_of_merges() returns trigger language plpgsql as $$
begin
  perform from resident where id = new.merged_into for share;
  if exists (select from resident where id = new.merged_into and merged_into is not null)
      or exists (select from resident where merged_into = new.id) then
    raise exception 'merges do not chain: resident %', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger merges_do_not_chain before insert or update of merged_into on resident
  for each row when (new.merged_into is not null) execute function refuse_chain_of_merges();

-- Two records that may be of one person, once for ever.
create table match_pair (
  id              uuid primary key,
  low             uuid not null references resident,
  high            uuid not null references resident,
  bits            double precision not null check (bits between -10000 and 10000),
  band            text not null check (band in ('LINK', 'REVIEW')),
  features        jsonb not null check (jsonb_typeof(features) = 'array'),
  origin          text not null check (origin in ('REGISTRATION', 'IMPORT', 'SYNC')),
  proposed_at     timestamptz not null,
  state           text not null check (state in ('PROPOSED', 'EVIDENCE_ASKED', 'SAME', 'DIFFERENT')),
  decided_by      text,
  decided_by_name text,
  decided_at      timestamptz,
  reason          text check (length(reason) between 1 and 1000),
  version         bigint not null default 0,
  -- Kept by triggers, never by hand: whom the records are of now, in order, and the territories
  -- around each, so that one index bounds the queue at any level.
  person_low      uuid not null,
  person_high     uuid not null,
  low_areas       varchar[] not null,
  high_areas      varchar[] not null,
  constraint a_pair_is_ordered check (low < high),
  constraint one_pair_of_two_records unique (low, high),
  constraint someone_decided check (
    num_nulls(decided_by, decided_by_name, decided_at, reason)
      = case state when 'PROPOSED' then 4 else 0 end)
);
create index match_pair_within on match_pair using gin (low_areas, high_areas);
create index match_pair_strongest on match_pair (state, (-bits), id);
create index match_pair_strongest_open on match_pair ((-bits), id)
  where state in ('PROPOSED', 'EVIDENCE_ASKED');
create index match_pair_high on match_pair (high);
create index match_pair_of_persons on match_pair (person_low, person_high);
create index match_pair_person_high on match_pair (person_high);

-- Waits for a merge of either record and sees what became of it.
create function match_pair_finds_its_persons() returns trigger language plpgsql as $$
begin
  perform from resident where id in (new.low, new.high) order by id for share;
  select least(l.id, h.id), greatest(l.id, h.id), l.areas, h.areas
    into new.person_low, new.person_high, new.low_areas, new.high_areas
    from resident a join resident l on l.id = coalesce(a.merged_into, a.id),
         resident b join resident h on h.id = coalesce(b.merged_into, b.id)
    where a.id = new.low and b.id = new.high;
  return new;
end $$;
create trigger match_pair_finds_its_persons before insert on match_pair
  for each row execute function match_pair_finds_its_persons();

create function match_pairs_follow_their_residents() returns trigger language plpgsql as $$
begin
  update match_pair p
    set person_low = least(l.id, h.id), person_high = greatest(l.id, h.id),
        low_areas = l.areas, high_areas = h.areas
    from resident a join resident l on l.id = coalesce(a.merged_into, a.id),
         resident b join resident h on h.id = coalesce(b.merged_into, b.id)
    where a.id = p.low and b.id = p.high
      and p.id in (select id from match_pair where low = new.id
                   union select id from match_pair where high = new.id
                   union select id from match_pair where person_low = new.id
                   union select id from match_pair where person_high = new.id);
  return null;
end $$;
create trigger match_pairs_follow_their_residents after update of merged_into, areas on resident
  for each row when (old.merged_into is distinct from new.merged_into or old.areas <> new.areas)
  execute function match_pairs_follow_their_residents();

-- PROPOSED and EVIDENCE_ASKED are open; SAME is opened again by an unmerge alone; DIFFERENT stays.
create function match_pair_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.low, new.high) is distinct from (old.id, old.low, old.high)
      or (old.state = 'DIFFERENT'
          and (new.state, new.reason, new.decided_by, new.decided_at, new.bits, new.features)
              is distinct from
              (old.state, old.reason, old.decided_by, old.decided_at, old.bits, old.features))
      or (old.state = 'SAME' and new.state not in ('SAME', 'PROPOSED'))
      or (old.state = 'EVIDENCE_ASKED' and new.state = 'PROPOSED') then
    raise exception 'pair % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger match_pair_keeps_its_course before update or delete on match_pair
  for each row execute function match_pair_keeps_its_course();

-- A decision that two records are of one person, and what it made of the survivor's view, so that
-- it can be undone exactly.
create table resident_merge (
  id               uuid primary key,
  merged_id        uuid not null references resident,
  survivor_id      uuid not null references resident,
  pair_id          uuid not null references match_pair,
  survivor_before  jsonb not null,
  survivor_after   jsonb not null,
  merged_by        text not null,
  merged_by_name   text not null,
  merged_at        timestamptz not null,
  unmerged_by      text,
  unmerged_by_name text,
  unmerged_at      timestamptz check (unmerged_at >= merged_at),
  unmerge_reason   text check (length(unmerge_reason) between 1 and 1000),
  constraint two_residents check (merged_id <> survivor_id),
  constraint someone_unmerged check (
    num_nulls(unmerged_by, unmerged_by_name, unmerged_at, unmerge_reason) in (0, 4))
);
create unique index one_live_merge_per_resident on resident_merge (merged_id)
  where unmerged_at is null;
create index resident_merge_survivor on resident_merge (survivor_id) where unmerged_at is null;
create index resident_merge_pair on resident_merge (pair_id);

create function resident_merge_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.unmerged_at is not null
      or (new.id, new.merged_id, new.survivor_id, new.pair_id, new.merged_by, new.merged_at)
         is distinct from
         (old.id, old.merged_id, old.survivor_id, old.pair_id, old.merged_by, old.merged_at) then
    raise exception 'merge % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger resident_merge_is_kept before update or delete on resident_merge
  for each row execute function resident_merge_is_kept();

-- Whoever is merged has the one live merge that says so, by the end of the transaction.
create function merges_and_residents_agree() returns trigger language plpgsql as $$
declare
  resident_id uuid;
begin
  if tg_table_name = 'resident' then
    resident_id := new.id;
  else
    resident_id := new.merged_id;
  end if;
  if (select merged_into from resident where id = resident_id) is distinct from
     (select survivor_id from resident_merge where merged_id = resident_id and unmerged_at is null)
  then
    raise exception 'resident % and its merge disagree', resident_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger a_merged_resident_has_its_merge after update of merged_into on resident
  deferrable initially deferred for each row
  when (old.merged_into is distinct from new.merged_into)
  execute function merges_and_residents_agree();
create constraint trigger a_merge_has_its_resident after insert or update on resident_merge
  deferrable initially deferred for each row execute function merges_and_residents_agree();

-- What a registrar has to do because a brigade saw something. The visit is medical's and only an id
-- here; nothing clinical is kept.
create table follow_up (
  id             uuid        primary key,
  version        bigint      not null,
  kind           text        not null check (kind in ('BIRTH', 'DISABILITY_ASSESSMENT',
                   'MISSING_SEEN')),
  resident_id    uuid        not null references resident,
  visit_id       uuid        not null,
  -- Which of the children born alive; 0 of what is no birth.
  child          integer     not null check (child >= 0),
  occurred_on    date        not null,
  settlement     text        check (settlement ~ '^UA[0-9]{17}$'),
  heard_at       timestamptz not null,
  state          text        not null check (state in ('OPEN', 'DONE', 'DISMISSED')),
  note           text        check (length(note) between 1 and 1000),
  closed_by      text,
  closed_by_name text,
  closed_at      timestamptz,
  constraint one_follow_up_of_an_event unique (resident_id, visit_id, kind, child),
  constraint births_name_the_child check ((kind = 'BIRTH') = (child > 0)),
  constraint sightings_say_where check ((kind = 'MISSING_SEEN') = (settlement is not null)),
  constraint closed_by_someone check (num_nulls(note, closed_by, closed_by_name, closed_at)
    = case when state = 'OPEN' then 4 else 0 end)
);
comment on column follow_up.settlement is 'Where a missing person was seen';

create index follow_up_in_state on follow_up (state, id);

create function follow_up_is_closed_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'OPEN'
      or (new.id, new.kind, new.resident_id, new.visit_id, new.child, new.heard_at)
         is distinct from
         (old.id, old.kind, old.resident_id, old.visit_id, old.child, old.heard_at) then
    raise exception 'a follow-up keeps whom it is about, and what became of it'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger follow_up_is_closed_once before update or delete on follow_up
  for each row execute function follow_up_is_closed_once();

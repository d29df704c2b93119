-- Medical takes back what a visit had said. What was still to be done then is not any more; what was
-- done stays, and says that its ground is gone. Events are held against each other by their times,
-- since a repeated one can come late.
alter table follow_up
  add column told_at timestamptz,
  add column withdrawn_at timestamptz,
  drop constraint follow_up_state_check,
  add constraint follow_up_state_check
    check (state in ('OPEN', 'DONE', 'DISMISSED', 'WITHDRAWN')),
  drop constraint closed_by_someone,
  add constraint closed_by_someone check (num_nulls(note, closed_by, closed_by_name, closed_at)
    = case when state in ('OPEN', 'WITHDRAWN') then 4 else 0 end);

alter table follow_up disable trigger follow_up_is_closed_once;
update follow_up set told_at = heard_at;
alter table follow_up enable trigger follow_up_is_closed_once;

alter table follow_up
  alter column told_at set not null,
  add constraint withdrawn_after_it_was_told check (withdrawn_at >= told_at),
  add constraint open_unless_withdrawn check (state <> 'OPEN' or withdrawn_at is null),
  add constraint withdrawn_at_a_time check (state <> 'WITHDRAWN' or withdrawn_at is not null);
comment on column follow_up.told_at is 'Time of the newest event that told it';
comment on column follow_up.withdrawn_at is 'Time of the event that took it back';

create or replace function follow_up_is_closed_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.kind, new.resident_id, new.visit_id, new.child, new.heard_at)
         is distinct from
         (old.id, old.kind, old.resident_id, old.visit_id, old.child, old.heard_at)
      or old.state = 'WITHDRAWN' and new.state not in ('OPEN', 'WITHDRAWN')
      or old.state in ('DONE', 'DISMISSED')
         and to_jsonb(new) - array['version', 'told_at', 'withdrawn_at']
             is distinct from to_jsonb(old) - array['version', 'told_at', 'withdrawn_at'] then
    raise exception 'a follow-up keeps whom it is about, and what became of it'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- What was taken back before it had been heard of.
create table early_withdrawal (
  resident_id  uuid        not null references resident,
  visit_id     uuid        not null,
  kind         text        not null
    check (kind in ('BIRTH', 'DISABILITY_ASSESSMENT', 'MISSING_SEEN')),
  child        integer     not null check (child >= 0),
  withdrawn_at timestamptz not null,
  primary key (resident_id, visit_id, kind, child)
);

-- A list that the service proposed on coordination's word: an officer looks at it and stands for it,
-- and somebody else approves it. Lists that were approved before stay as they are.
alter table automatic_resumption
  add column endorsed_by text,
  add column endorsed_at timestamptz,
  add check (num_nulls(endorsed_by, endorsed_at) in (0, 2)),
  add constraint two_people_for_a_list_of_the_service check (
    state <> 'APPROVED' or proposed_by not like 'service:%'
    or endorsed_by is not null and endorsed_by <> decided_by) not valid;

create or replace function automatic_resumption_is_decided_once() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
      or old.endorsed_by is not null and new.endorsed_by is distinct from old.endorsed_by
      or (new.id, new.settlement, new.restored_on, new.notice, new.proposed_by, new.proposed_at)
         is distinct from
         (old.id, old.settlement, old.restored_on, old.notice, old.proposed_by, old.proposed_at) then
    raise exception 'automatic resumption % is decided once', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

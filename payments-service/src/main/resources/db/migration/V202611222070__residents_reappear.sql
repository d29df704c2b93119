-- Missing and presumed dead, and the way back: an award that a death stopped, or that is suspended
-- because nobody knows whether its owner lives, is dormant again until two people resume it.
alter table resident
  drop constraint resident_life_state_check,
  add constraint resident_life_state_check check (life_state in
    ('LIVING', 'DECEASED', 'MISSING', 'PRESUMED_DEAD')),
  drop constraint resident_check1,
  add constraint dead_since_a_day check (
    (life_state in ('DECEASED', 'PRESUMED_DEAD')) = (died_on is not null));

create or replace function award_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (old.state, new.state) not in
         (('DORMANT', 'DORMANT'), ('DORMANT', 'RESUMED'), ('DORMANT', 'STOPPED'),
          ('RESUMED', 'RESUMED'), ('RESUMED', 'STOPPED'), ('RESUMED', 'DORMANT'),
          ('STOPPED', 'STOPPED'), ('STOPPED', 'DORMANT'))
      or (old.resident_id is not null and new.resident_id is distinct from old.resident_id) then
    raise exception 'award % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- The course of a resumption: opened, proposed, approved or refused, and resumed once the first
-- payment that it decided reached the person. Conditions are open or not by what is known today, so
-- they are derived and never a stored state.
alter table resumption
  add column kind       text not null default 'APPLICATION'
                          check (kind in ('APPLICATION', 'AUTOMATIC')),
  add column resumed_at timestamptz,
  drop constraint resumption_state_check,
  drop constraint resumption_check2,
  drop constraint resumption_check3,
  add constraint resumption_state_check check (state in
    ('OPENED', 'PROPOSED', 'APPROVED', 'RESUMED', 'REFUSED', 'CLOSED')),
  add constraint proposed_before_decided check (
    state not in ('PROPOSED', 'APPROVED', 'RESUMED') or proposed_by is not null),
  add constraint approved_by_someone check (
    (state in ('APPROVED', 'RESUMED')) = (num_nulls(approved_by, approved_at) = 0)),
  add constraint resumed_some_time check ((state = 'RESUMED') = (resumed_at is not null));

create function resumption_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'OPENED' then
      raise exception 'resumption % does not begin as %', new.id, new.state
        using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE'
      or (new.id, new.award_id, new.resident_id, new.kind, new.applied_on, new.opened_at)
         is distinct from
         (old.id, old.award_id, old.resident_id, old.kind, old.applied_on, old.opened_at)
      or (old.state, new.state) not in
         (('OPENED', 'OPENED'), ('OPENED', 'PROPOSED'), ('OPENED', 'REFUSED'),
          ('OPENED', 'CLOSED'), ('PROPOSED', 'PROPOSED'), ('PROPOSED', 'APPROVED'),
          ('PROPOSED', 'REFUSED'), ('PROPOSED', 'CLOSED'), ('APPROVED', 'RESUMED')) then
    raise exception 'resumption % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger resumption_keeps_its_course before insert or update or delete on resumption
  for each row execute function resumption_keeps_its_course();

create index resumption_deadline on resumption (decide_by) where state in ('OPENED', 'PROPOSED');

-- Identifications that the Pension Fund's people held themselves; those of the registry are told.
-- Video ones are appointed first. Only what passed counts.
create table identification (
  id            uuid        primary key,
  resident_id   uuid        not null references resident,
  method        text        not null check (method in ('IN_PERSON', 'DIIA_SIGNATURE', 'VIDEO')),
  appointed_for timestamptz,
  sign_language boolean     not null default false,
  held_on       date,
  result        text        check (result in ('PASSED', 'FAILED')),
  declared      boolean     not null default false,
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  check (num_nulls(held_on, result, decided_by, decided_at) in (0, 4)),
  check (result is not null or (method = 'VIDEO' and appointed_for is not null)),
  constraint declared_when_passed check (not declared or result = 'PASSED')
);
create index identification_resident on identification (resident_id, held_on);
comment on column identification.declared is
  'A declaration of not receiving a Russian pension was given with it (CMU No. 299 p. 10).';

create function identification_is_decided_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.result is not null
      or (new.id, new.resident_id, new.method, new.appointed_for, new.recorded_by, new.recorded_at)
         is distinct from
         (old.id, old.resident_id, old.method, old.appointed_for, old.recorded_by,
          old.recorded_at) then
    raise exception 'identification % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger identification_is_decided_once before update or delete on identification
  for each row execute function identification_is_decided_once();

-- When the person of each record was last identified and last declared, by whichever record.
create view person_standing as
select o.id as record_id, known.identified_on, known.declared_on
from resident o
cross join lateral (
  select max(greatest(k.identified_on, own.held_on)) as identified_on,
         max(greatest(k.no_russian_pension_declared_on, own.declared_on)) as declared_on
  from resident k
  left join lateral (
    select max(i.held_on) as held_on, max(i.held_on) filter (where i.declared) as declared_on
    from identification i where i.resident_id = k.id and i.result = 'PASSED') own on true
  where k.id = coalesce(o.merged_into, o.id) or k.merged_into = coalesce(o.merged_into, o.id)
) known;

insert into legal_term (code, value, act, article, valid_from, source) values
  ('IDENTIFICATION_RESUMES_YEARS', 0, 'Постанова КМУ № 299 від 11.02.2025', 'п. 9', '2025-03-20',
   'sud.ua 339240; identified in the calendar year of the decision; the point is for a lawyer to confirm'),
  ('DECLARATION_RESUMES_YEARS', 0, 'Постанова КМУ № 299 від 11.02.2025', 'п. 10', '2025-03-20',
   'sud.ua; that it is given anew each calendar year is for a lawyer to confirm'),
  ('IDENTIFICATION_PAYS_YEARS', 1, 'Постанова КМУ № 299 від 11.02.2025', 'п. 9', '2025-03-20',
   'sud.ua 339240: by 31 December of each calendar year'),
  ('DECLARATION_PAYS_YEARS', 1, 'Постанова КМУ № 299 від 11.02.2025', 'п. 10', '2025-03-20',
   'sud.ua: first by 31 December 2025; that it is yearly is for a lawyer to confirm');

-- What a device sends at once. Its id makes it repeatable; the hash tells a repetition from another.
create table submission (
  id             uuid primary key,
  resident_id    uuid not null references resident,
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  recorded_at    timestamptz not null
);

alter table statement
  add column submission_id  uuid references submission,
  add column evidence_level text check (evidence_level in
    ('ORIGINAL', 'REGISTER_EXTRACT', 'COPY', 'WITNESS', 'OCCUPATION_ISSUED')),
  add column since          date,
  add column court          jsonb check (jsonb_typeof(court) = 'object'),
  -- The fact as the registry read it on the day: later rules do not change what was understood.
  add column canonical      jsonb check (jsonb_typeof(canonical) = 'object'),
  drop constraint statement_kind_check,
  add constraint statement_kind_check check (kind in
    ('REGISTRATION', 'DEATH', 'NAME', 'BIRTH_DATE', 'SEX', 'RNOKPP', 'UNZR', 'DOCUMENT', 'RESIDENCE',
     'PHONE', 'EMAIL', 'PAYMENT_CHANNEL', 'NO_RUSSIAN_PENSION', 'LIFE_STATE', 'RELATION', 'CONSENT',
     'RETRACTION', 'ANSWER')),
  add constraint a_fact_has_its_weight check (
    kind in ('REGISTRATION', 'DEATH') or num_nulls(canonical, evidence_level) = 0);

create index statement_of_submission on statement (submission_id) where submission_id is not null;

-- What registration made of a person, kept when the first fact after it comes: the view begins here.
create table registered_view (
  resident_id uuid primary key references resident,
  content     jsonb not null check (jsonb_typeof(content) = 'object')
);

create trigger submission_is_only_added_to
  before update or delete or truncate on submission
  for each statement execute function refuse_to_change_history();

create trigger registered_view_is_only_added_to
  before update or delete or truncate on registered_view
  for each statement execute function refuse_to_change_history();

alter table resident
  add column unzr text constraint one_resident_per_unzr unique check (unzr ~ '^[0-9]{8}-[0-9]{5}$'),
  drop constraint resident_life_state_check,
  add constraint resident_life_state_check check (life_state in
    ('LIVING', 'DECEASED', 'MISSING', 'PRESUMED_DEAD')),
  drop constraint resident_phone_check,
  add constraint resident_phone_check check (phone ~ '^\+[1-9][0-9]{6,14}$');

-- A question is closed once: by an answer, or because something stronger was stated meanwhile.
alter table open_question
  add column closed_at      timestamptz,
  add column closed_by      text,
  add column closed_by_name text,
  add column closing        text check (closing in ('ACCEPTED', 'KEPT', 'OVERTAKEN')),
  add constraint closed_as_a_whole check (
    num_nulls(closed_at, closed_by, closed_by_name, closing) in (0, 4)),
  drop constraint open_question_kind_check,
  add constraint open_question_kind_check check (kind in
    ('OTHER_DAY_OF_DEATH', 'DEATH_BEFORE_BIRTH', 'DEATH_IN_THE_FUTURE', 'LIFE_STATE_DISAGREES',
     'NAME_DISAGREES', 'BIRTH_DATE_DISAGREES', 'SEX_DISAGREES', 'RNOKPP_DISAGREES',
     'UNZR_DISAGREES', 'RESIDENCE_DISAGREES'));

create unique index one_open_question_per_statement on open_question (statement_id)
  where closed_at is null;

create function question_is_closed_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.closed_at is not null
      or (new.id, new.statement_id, new.kind) is distinct from (old.id, old.statement_id, old.kind)
  then
    raise exception 'question % is closed once and never changed', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger question_is_closed_once before update or delete on open_question
  for each row execute function question_is_closed_once();

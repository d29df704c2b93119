-- What residents applied for. The log of transitions is only ever added to; the row holds where the
-- case stands now. Everything but state and version stays as it was submitted.
create table service_case (
  id           uuid   primary key,
  version      bigint not null,
  service      text   not null,
  service_from date   not null,
  resident_id  uuid   not null references resident,
  settlement   text   not null check (settlement ~ '^UA[0-9]{17}$'),
  -- The settlement and every territory around it, so that one index bounds a list at any level.
  areas        varchar[] not null,
  state        text   not null check (state in ('SUBMITTED', 'WAITING_FOR_DOCUMENTS',
                 'AT_COMPETENT_BODY', 'DECIDED', 'HANDED_OVER', 'REFUSED')),
  submitted_on date   not null,
  deadline     date   not null check (deadline >= submitted_on),
  foreign key (service, service_from) references service,
  constraint case_settlement_is_among_its_areas check (settlement = any (areas))
);

create index service_case_areas on service_case using gin (areas);
create index service_case_deadline on service_case (deadline, id);
create index service_case_resident on service_case (resident_id);

create function service_case_keeps_its_submission() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or to_jsonb(new) - '{state,version}'::text[]
         <> to_jsonb(old) - '{state,version}'::text[] then
    raise exception 'a case keeps what was submitted' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger service_case_keeps_its_submission before update or delete on service_case
  for each row execute function service_case_keeps_its_submission();

create table case_transition (
  id                uuid        primary key,
  case_id           uuid        not null references service_case,
  -- The version of the case that came of it.
  case_version      bigint      not null,
  from_state        text,
  to_state          text        not null,
  occurred_on       date        not null,
  note              text        check (length(note) between 1 and 1000),
  without_documents varchar[]   not null,
  recorded_by       text        not null,
  recorded_by_name  text        not null,
  recorded_at       timestamptz not null,
  device_time       timestamptz,
  unique (case_id, case_version),
  constraint submission_comes_first check
    ((case_version = 0) = (from_state is null) and (from_state is not null or to_state = 'SUBMITTED')),
  constraint permitted_transition check (from_state is null or (from_state, to_state) in (
    ('SUBMITTED', 'WAITING_FOR_DOCUMENTS'), ('SUBMITTED', 'AT_COMPETENT_BODY'), ('SUBMITTED', 'REFUSED'),
    ('WAITING_FOR_DOCUMENTS', 'AT_COMPETENT_BODY'), ('WAITING_FOR_DOCUMENTS', 'REFUSED'),
    ('AT_COMPETENT_BODY', 'WAITING_FOR_DOCUMENTS'), ('AT_COMPETENT_BODY', 'DECIDED'),
    ('AT_COMPETENT_BODY', 'REFUSED'), ('DECIDED', 'HANDED_OVER')))
);

create trigger case_transition_is_only_added_to
  before update or delete or truncate on case_transition
  for each statement execute function refuse_to_change_history();

-- One reminder a case and stage, however many replicas look.
create table case_reminder (
  case_id     uuid        not null references service_case,
  stage       text        not null check (stage in ('DUE_SOON', 'OVERDUE')),
  reminded_at timestamptz not null,
  primary key (case_id, stage)
);

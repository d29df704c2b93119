-- A grant of aid to a resident whom no import names: one person proposes, another approves.
create table aid_grant (
  id             uuid        primary key,
  programme      text        not null references programme,
  category       text        not null,
  resident_id    uuid        not null references resident,
  about_id       uuid,
  from_month     date        not null check (extract(day from from_month) = 1),
  last_month     date        check (extract(day from last_month) = 1 and last_month >= from_month),
  amount_minor   bigint      not null check (amount_minor > 0),
  amount_row_id  uuid        not null references programme_amount,
  list_id        uuid,
  state          text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  approved_by    text,
  approved_at    timestamptz,
  refused_by     text,
  refused_at     timestamptz,
  refusal_reason text,
  award_id       uuid        unique,
  once           boolean     not null,
  version        bigint      not null default 0,
  subject_id     uuid        generated always as (coalesce(about_id, resident_id)) stored,
  covers         daterange   generated always as (
    case when once then daterange(null, null)
         else daterange(from_month, (last_month + interval '1 month')::date) end) stored,
  constraint two_people_for_grants check (approved_by <> proposed_by),
  check ((state = 'APPROVED') = (num_nulls(approved_by, approved_at, award_id) = 0)),
  check ((state = 'REFUSED') = (num_nulls(refused_by, refused_at, refusal_reason) = 0)),
  constraint granted_once exclude using gist
    (programme with =, subject_id with =, covers with &&) where (state <> 'REFUSED')
);
create index aid_grant_resident on aid_grant (resident_id, id);
create index aid_grant_list on aid_grant (list_id, id) where list_id is not null;
comment on column aid_grant.about_id is
  'The child, household or dead person for whom it is given; null when for the resident alone.';
comment on column aid_grant.covers is
  'For ever when once only, else the months of the term: no two grants of a programme overlap.';

-- Papers that were seen: kinds and the registry's ids, never numbers.
create table aid_grant_evidence (
  grant_id    uuid not null references aid_grant,
  evidence    text not null,
  document_id uuid,
  primary key (grant_id, evidence)
);

create function aid_grant_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED' and old.state <> new.state
      or (new.programme, new.category, new.resident_id, new.about_id, new.amount_minor,
          new.from_month)
         is distinct from
         (old.programme, old.category, old.resident_id, old.about_id, old.amount_minor,
          old.from_month) then
    raise exception 'grant % is kept as it was decided', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger aid_grant_keeps_its_course before update or delete on aid_grant
  for each row execute function aid_grant_keeps_its_course();

-- An award comes from an import, with all that the Pension Fund said, or from a decision here.
alter table award
  alter column rnokpp drop not null,
  alter column first_unpaid_month drop not null,
  alter column stop_reason drop not null,
  alter column fault drop not null,
  alter column content_sha256 drop not null,
  alter column import_id drop not null,
  add column about_id   uuid,
  add column last_month date check (extract(day from last_month) = 1),
  add constraint award_comes_from_somewhere check (
    case when import_id is not null
         then num_nulls(rnokpp, first_unpaid_month, stop_reason, fault, content_sha256) = 0
         else resident_id is not null and num_nonnulls(first_unpaid_month, stop_reason, fault,
                                                       content_sha256) = 0 end),
  drop constraint award_organisation_programme_rnokpp_key;
create unique index award_imported_once on award (organisation, programme, rnokpp)
  where import_id is not null;
comment on column award.last_month is
  'Last month for which runs make units: the end of a term, or the only month of a one-off.';
alter table aid_grant add foreign key (award_id) references award deferrable initially deferred;

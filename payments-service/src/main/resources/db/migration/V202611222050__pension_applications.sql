-- Applications for a pension, as the registry told of them. Only ever added to.
create table pension_application (
  case_id      uuid        primary key,
  resident_id  uuid        not null references resident,
  submitted_on date        not null,
  received_at  timestamptz not null
);
create index pension_application_resident on pension_application (resident_id);

create function pension_application_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'an application is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger pension_application_is_final before update or delete on pension_application
  for each row execute function pension_application_is_final();

-- An application belongs to the resumptions of its resident that were not decided when it came, or
-- were opened later. One that belongs to none is open.
create view application_resumption as
  select a.case_id, r.id as resumption_id, r.award_id
    from pension_application a
    join resumption r on r.resident_id = a.resident_id
     and coalesce(r.approved_at, r.refused_at, r.closed_at, 'infinity') > a.received_at;

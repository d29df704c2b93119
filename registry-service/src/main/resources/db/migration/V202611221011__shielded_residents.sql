-- Residents at risk: to staff who are not named for them they are not there.
create table shielded_resident (
  id          uuid primary key,
  resident_id uuid not null references resident,
  reason      text not null check (length(reason) between 3 and 500),
  shielded_by text not null,
  shielded_at timestamptz not null,
  lifted_by   text,
  lifted_at   timestamptz,
  lift_reason text check (length(lift_reason) between 3 and 500),
  check (num_nulls(lifted_by, lifted_at, lift_reason) in (0, 3))
);
create unique index one_shield_per_resident on shielded_resident (resident_id)
  where lifted_at is null;

create table shield_named_staff (
  id         uuid primary key,
  shield_id  uuid not null references shielded_resident,
  staff      text not null check (length(staff) between 1 and 200),
  named_by   text not null,
  named_at   timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check (num_nulls(removed_by, removed_at) in (0, 2))
);
create unique index named_once on shield_named_staff (shield_id, staff) where removed_at is null;

create function shield_is_never_forgotten() returns trigger language plpgsql as $$
begin
  raise exception '% is never deleted', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger shield_is_never_forgotten before delete or truncate on shielded_resident
  for each statement execute function shield_is_never_forgotten();
create trigger naming_is_never_forgotten before delete or truncate on shield_named_staff
  for each statement execute function shield_is_never_forgotten();

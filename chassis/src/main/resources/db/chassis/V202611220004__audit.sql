-- Who read and wrote what. Each lane is a hash chain; several lanes let transactions commit side by
-- side. Entries are never changed: the trigger refuses, and a broken chain would show it.
create table audit_entry (
  lane         smallint    not null check (lane between 0 and 15),
  position     bigint      not null check (position > 0),
  occurred_at  timestamptz not null,
  actor        text        not null,
  actor_name   text        not null,
  organisation text,
  action       text        not null,
  object_type  text        not null,
  object_id    uuid,
  subject_id   uuid,
  hash         bytea       not null check (octet_length(hash) = 32),
  primary key (lane, position)
);
create index audit_entry_subject on audit_entry (subject_id, occurred_at desc, lane, position);

create table audit_lane (
  lane     smallint primary key check (lane between 0 and 15),
  position bigint   not null default 0,
  hash     bytea    not null default decode(repeat('00', 32), 'hex')
             check (octet_length(hash) = 32)
);
insert into audit_lane (lane) select generate_series(0, 15);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function audit_entry_is_final();
create trigger audit_entry_is_not_truncated before truncate on audit_entry
  for each statement execute function audit_entry_is_final();

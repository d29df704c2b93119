create table thing (id uuid primary key, name text not null);
create unique index only_one on thing (name) where name like 'only-%';
create table heard (sequence bigint generated always as identity, resident uuid not null, what text not null);

create function lose_connection() returns trigger language plpgsql as $$
begin
  perform pg_terminate_backend(pg_backend_pid());
  return new;
end $$;
create constraint trigger lost_at_once after insert on thing not deferrable
  for each row when (new.name = 'lost-at-once') execute function lose_connection();
create constraint trigger lost_at_commit after insert on thing deferrable initially deferred
  for each row when (new.name = 'lost-at-commit') execute function lose_connection();

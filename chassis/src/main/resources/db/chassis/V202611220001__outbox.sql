-- Events on their way to Kafka. Rows are deleted once the broker has them; never read by cursor,
-- because sequence numbers commit out of order.
create table outbox_event (
  shard       smallint    not null check (shard between 0 and 63),
  sequence    bigint      generated always as identity,
  event_id    uuid        not null,
  topic       text        not null,
  event_key   text        not null,
  type        text        not null,
  data        bytea       not null check (octet_length(data) <= 524288),
  occurred_at timestamptz not null,
  primary key (shard, sequence)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000);

create function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;

create trigger outbox_wake after insert on outbox_event
  for each statement execute function outbox_wake();

-- A relay publishes only the shards that it has leased: so one key has one publisher at a time.
create table outbox_shard (
  shard        smallint    primary key check (shard between 0 and 63),
  owner        uuid,
  leased_until timestamptz not null default '-infinity'
);
insert into outbox_shard (shard) select generate_series(0, 63);

create table outbox_relay (
  relay_id    uuid        primary key,
  alive_until timestamptz not null
);

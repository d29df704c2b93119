-- Events whose effect is in this database. Inserted in the effect's transaction.
create table inbox_event (
  consumer    text        not null,
  event_id    text        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_event_received_at on inbox_event using brin (received_at);

-- Messages that could not be handled. An unsettled one stops its key (unless it is of a type that
-- nobody here knows); those that come after it on the same key wait here behind it.
create table parked_message (
  id           uuid        primary key,
  topic        text        not null,
  partition    integer     not null,
  record_offset bigint     not null,
  event_key    text,
  event_id     text,
  type         text,
  headers      jsonb       not null,
  data         bytea,
  reason       text        not null check (reason in
    ('NOT_A_CLOUD_EVENT', 'UNKNOWN_TYPE', 'INVALID_DATA', 'HANDLER_FAILED', 'BEHIND_PARKED')),
  failure      text,
  stops_key    boolean     not null,
  parked_at    timestamptz not null default now(),
  settled_at   timestamptz,
  settlement   text check (settlement in ('REPLAYED', 'DISCARDED')),
  settled_by   text,
  settled_why  text,
  unique (topic, partition, record_offset),
  check ((settled_at is null) = (settlement is null))
);
create index parked_message_open on parked_message (topic, event_key, partition, record_offset)
  where settled_at is null;

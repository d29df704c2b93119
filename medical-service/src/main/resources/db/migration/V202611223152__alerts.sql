-- What a visit had that must be told at once; of one visit and item at most one stands.
create table alert (
  id                   uuid        primary key,
  visit_id             uuid        not null references visit,
  item                 smallint    not null check (item in (28, 31, 42, 43, 47, 48, 49, 50)),
  settlement           text        not null check (settlement ~ '^UA[0-9]{17}$'),
  hromada              text        not null check (hromada ~ '^UA[0-9]{17}$'),
  occurred_on          date        not null,
  raised_at            timestamptz not null,
  withdrawn_at         timestamptz,
  acknowledged_at      timestamptz,
  acknowledged_by      text,
  acknowledged_by_name text,
  acknowledgement_note text,
  check (num_nulls(acknowledged_at, acknowledged_by, acknowledged_by_name) in (0, 3))
);
comment on column alert.visit_id is 'The first revision';
create unique index one_alert_of_an_item on alert (visit_id, item) where withdrawn_at is null;
create index alert_open on alert (raised_at) where withdrawn_at is null and acknowledged_at is null;
create index alert_of_settlement on alert (settlement, id desc);

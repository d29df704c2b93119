-- Where partners want to be told what happened to their batches.
create table webhook (
  organisation     text        not null check (organisation ~ '^\d{8}$'),
  id               uuid        not null,
  url              text        not null check (url ~ '^https?://' and length(url) <= 500),
  event_types      text[]      not null check (
    cardinality(event_types) > 0
    and event_types <@ array['batch.ready', 'batch.withdrawn', 'report.taken', 'ping']),
  state            text        not null check (state in ('ACTIVE', 'DISABLED')),
  disabled_reason  text        check (disabled_reason in ('GONE', 'FAILING')),
  disabled_at      timestamptz,
  -- Secrets are not kept: each follows from the service's key, the webhook and its generation.
  secret_number    integer     not null default 1 check (secret_number > 0),
  former_secret_until timestamptz,
  created_at       timestamptz not null,
  last_success_at  timestamptz,
  version          bigint      not null default 0,
  primary key (organisation, id),
  check ((state = 'DISABLED') = (num_nulls(disabled_reason, disabled_at) = 0))
);

-- What happened, once for each webhook that wants to know. Ids only: the partner reads the rest.
create table webhook_delivery (
  id              uuid        primary key,
  organisation    text        not null,
  webhook_id      uuid        not null,
  event_type      text        not null,
  subject_id      uuid        not null,
  occurred_at     timestamptz not null,
  state           text        not null default 'WAITING'
                    check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts        integer     not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  leased_until    timestamptz,
  last_attempt_at timestamptz,
  last_status     integer,
  last_failure    text,
  delivered_at    timestamptz,
  foreign key (organisation, webhook_id) references webhook on delete cascade,
  check ((state = 'DELIVERED') = (delivered_at is not null))
);
create index webhook_delivery_list on webhook_delivery (organisation, webhook_id, id);
create index webhook_delivery_due on webhook_delivery (organisation, webhook_id, next_attempt_at)
  where state = 'WAITING';

-- Written by the database itself, in the transaction of what happened, so that no path of code can
-- forget it: a batch is ready to be taken, or has nothing left to pay.
create function tell_partner_of_batches() returns trigger language plpgsql as $$
begin
  insert into webhook_delivery
    (id, organisation, webhook_id, event_type, subject_id, occurred_at, next_attempt_at)
  select uuidv7(), w.organisation, w.id, 'batch.' || lower(b.state), b.id, now(), now()
  from changed_batch b
  join webhook w on w.organisation = b.partner and 'batch.' || lower(b.state) = any(w.event_types)
  where b.state in ('READY', 'WITHDRAWN');
  return null;
end $$;

create function tell_partner_of_changed_batches() returns trigger language plpgsql as $$
begin
  insert into webhook_delivery
    (id, organisation, webhook_id, event_type, subject_id, occurred_at, next_attempt_at)
  select uuidv7(), w.organisation, w.id, 'batch.' || lower(b.state), b.id, now(), now()
  from changed_batch b
  join former_batch f on f.id = b.id and f.state <> b.state
  join webhook w on w.organisation = b.partner and 'batch.' || lower(b.state) = any(w.event_types)
  where b.state in ('READY', 'WITHDRAWN');
  return null;
end $$;

create trigger tell_partner_of_new_batches after insert on batch
  referencing new table as changed_batch
  for each statement execute function tell_partner_of_batches();
create trigger tell_partner_of_changed_batches after update on batch
  referencing old table as former_batch new table as changed_batch
  for each statement execute function tell_partner_of_changed_batches();

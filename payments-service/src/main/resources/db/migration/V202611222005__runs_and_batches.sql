-- Who pays out through which channel, and in what form they take a batch.
create table partner (
  edrpou        text    not null check (edrpou ~ '^\d{8}$'),
  channel       text    not null check (channel in ('BANK', 'POST')),
  name          text    not null,
  file_format   text    not null check (file_format in ('PAIN_001', 'DELIVERY_LIST')),
  bank_code     text    check (bank_code ~ '^\d{6}$'),
  payer_edrpou  text    not null check (payer_edrpou ~ '^\d{8}$'),
  payer_name    text    not null,
  payer_account text    check (payer_account ~ '^UA\d{8}[A-Z0-9]{19}$'),
  lines_max     integer not null check (lines_max > 0),
  active        boolean not null,
  primary key (edrpou, channel),
  check ((channel = 'BANK') = (bank_code is not null))
);
create unique index partner_of_channel on partner (channel) where active;
comment on column partner.payer_account is
  'The payer''s account at this bank, loaded by the operator; null is told as NOTPROVIDED.';
insert into partner
  (edrpou, channel, name, file_format, bank_code, payer_edrpou, payer_name, lines_max, active)
values
  ('00032129', 'BANK', 'АТ «Ощадбанк»', 'PAIN_001', '300465', '00035323',
   'Пенсійний фонд України', 50000, true),
  ('21560045', 'POST', 'АТ «Укрпошта»', 'DELIVERY_LIST', null, '00035323',
   'Пенсійний фонд України', 50000, true);

create table payment_run (
  id           uuid        primary key,
  period       date        not null unique check (extract(day from period) = 1),
  requested_by text        not null,
  requested_at timestamptz not null,
  repeated_at  timestamptz
);

create table batch (
  id                uuid        primary key,
  run_id            uuid        not null references payment_run,
  partner           text        not null,
  channel           text        not null,
  state             text        not null check (state in ('READY', 'HANDED_OVER', 'WITHDRAWN')),
  instruction_count integer     not null check (instruction_count >= 0),
  total_minor       bigint      not null check (total_minor >= 0),
  created_at        timestamptz not null,
  handed_over_at    timestamptz,
  handed_over_to    text,
  file_sha256       bytea       check (octet_length(file_sha256) = 32),
  file_length       bigint,
  version           bigint      not null default 0,
  foreign key (partner, channel) references partner,
  check ((state = 'HANDED_OVER') =
         (num_nulls(handed_over_at, handed_over_to, file_sha256, file_length) = 0)),
  check ((state = 'WITHDRAWN') = (instruction_count = 0)),
  check ((instruction_count = 0) = (total_minor = 0))
);
create index batch_partner on batch (partner, id);
create index batch_run on batch (run_id);

-- The file exactly as it was handed over, in parts so that it streams.
create table batch_file_part (
  batch_id uuid    not null references batch,
  part     integer not null,
  content  bytea   not null,
  primary key (batch_id, part)
);

-- One attempt to pay one unit. Amount and month are the unit's, which never change.
create table instruction (
  id          uuid    primary key,
  unit_id     uuid    not null references payable_unit,
  batch_id    uuid    not null references batch,
  line        integer not null check (line > 0),
  iban        text,
  state       text    not null check (state in
    ('ISSUED', 'PAID', 'NOT_COLLECTED', 'REJECTED', 'WITHDRAWN')),
  occurred_on date,
  reason      text,
  unique (batch_id, line),
  check ((state in ('PAID', 'NOT_COLLECTED', 'REJECTED')) = (occurred_on is not null))
);
create unique index instruction_live on instruction (unit_id) where state in ('ISSUED', 'PAID');

create function instruction_is_reported_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.unit_id, new.batch_id, new.line, new.iban)
         is distinct from (old.id, old.unit_id, old.batch_id, old.line, old.iban)
      or old.state <> 'ISSUED' then
    raise exception 'instruction % is settled for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger instruction_is_reported_once before update or delete on instruction
  for each row execute function instruction_is_reported_once();

create function batch_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'READY' then
    raise exception 'batch % has left and does not change', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger batch_keeps_its_course before update or delete on batch
  for each row execute function batch_keeps_its_course();

create function batch_file_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a file that was handed over does not change'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger batch_file_is_final before update or delete on batch_file_part
  for each row execute function batch_file_is_final();

-- Units that were due in a run but could not be sent, and why. Renewed when the run is repeated.
create table held_unit (
  run_id  uuid not null references payment_run,
  unit_id uuid not null references payable_unit,
  reason  text not null check (reason in
    ('CHANNEL_MISSING', 'IBAN_MISSING', 'SETTLEMENT_NOT_LIBERATED', 'NO_PARTNER')),
  primary key (run_id, unit_id)
);

-- A run is proposed by one person, approved by another, and then executed in shards.
alter table payment_run rename column requested_by to proposed_by;
alter table payment_run rename column requested_at to proposed_at;
alter table payment_run
  drop constraint payment_run_period_key,
  add column state          text not null default 'EXECUTED',
  add column compared_to    date check (compared_to < period),
  add column approved_by    text,
  add column approved_at    timestamptz,
  add column executed_at    timestamptz,
  add column ended_by       text,
  add column ended_at       timestamptz,
  add column end_reason     text,
  add column version        bigint not null default 0;
update payment_run set executed_at = coalesce(repeated_at, proposed_at);
alter table payment_run
  drop column repeated_at,
  alter column state drop default,
  add check (state in ('PROPOSED', 'APPROVED', 'EXECUTED', 'REFUSED', 'CANCELLED')),
  add constraint two_people_for_a_run check (approved_by <> proposed_by),
  add check (num_nulls(approved_by, approved_at) in (0, 2)),
  add check ((state in ('REFUSED', 'CANCELLED')) =
             (num_nulls(ended_by, ended_at, end_reason) = 0)),
  add check (state <> 'EXECUTED' or executed_at is not null);
-- Not valid: runs of before were one person's.
alter table payment_run add constraint approved_before_executed
  check (state not in ('APPROVED', 'EXECUTED') or approved_by is not null) not valid;
create unique index payment_run_live on payment_run ((true))
  where state in ('PROPOSED', 'APPROVED');
create index payment_run_period on payment_run (period);
comment on column payment_run.ended_by is 'Who refused or cancelled it.';

create function payment_run_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (old.id, old.period, old.proposed_by, old.proposed_at)
         is distinct from (new.id, new.period, new.proposed_by, new.proposed_at)
      or (old.state, new.state) not in
         (('PROPOSED', 'PROPOSED'), ('PROPOSED', 'APPROVED'), ('PROPOSED', 'REFUSED'),
          ('PROPOSED', 'CANCELLED'), ('APPROVED', 'APPROVED'), ('APPROVED', 'EXECUTED'),
          ('APPROVED', 'CANCELLED'), ('EXECUTED', 'CANCELLED')) then
    raise exception 'run % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger payment_run_keeps_its_course before update or delete on payment_run
  for each row execute function payment_run_keeps_its_course();

-- What the approver decides on, as it was when it was proposed. A row without a channel is held.
create table run_total (
  run_id      uuid   not null references payment_run,
  programme   text   not null references programme,
  channel     text,
  partner     text,
  hold        text,
  units       bigint not null check (units > 0),
  total_minor bigint not null check (total_minor > 0),
  check (case when hold is null then num_nulls(channel, partner) = 0
         else num_nonnulls(channel, partner) = 0 end)
);
create unique index run_total_once on run_total (run_id, programme, channel, partner, hold)
  nulls not distinct;

-- The period with this run against the last executed one before it, award by award. HELD awards
-- were paid then and have units now, but none that can be sent.
create table run_difference (
  run_id       uuid   not null references payment_run,
  programme    text   not null references programme,
  kind         text   not null check (kind in ('NEW', 'ENDED', 'CHANGED', 'HELD')),
  awards       bigint not null check (awards > 0),
  before_minor bigint not null check (before_minor >= 0),
  now_minor    bigint not null check (now_minor >= 0),
  primary key (run_id, programme, kind)
);

-- A part of a run's awards, by the hash of their ids; any replica executes it, once.
create table run_shard (
  id           uuid        primary key,
  run_id       uuid        not null references payment_run,
  number       integer     not null check (number >= 0),
  of           integer     not null check (of > number),
  state        text        not null check (state in ('DUE', 'DONE')),
  units_made   bigint,
  held         bigint,
  instructions bigint,
  total_minor  bigint,
  done_at      timestamptz,
  unique (run_id, number),
  check (num_nulls(units_made, held, instructions, total_minor, done_at)
         = case state when 'DONE' then 0 else 5 end)
);
create function run_shard_is_done_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'DONE'
      or (old.id, old.run_id, old.number, old.of)
         is distinct from (new.id, new.run_id, new.number, new.of) then
    raise exception 'shard % is done once', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger run_shard_is_done_once before update or delete on run_shard
  for each row execute function run_shard_is_done_once();

-- Batches of a run that differ in nothing but their part. Shards take their lines here in a short
-- transaction of their own, so that none waits for another; lines of a shard that was killed are
-- not taken again.
create table batch_series (
  id            uuid    primary key,
  run_id        uuid    not null references payment_run,
  partner       text    not null,
  channel       text    not null,
  cash_point_id uuid,
  pay_on        date,
  lines_max     integer not null check (lines_max > 0),
  lines_taken   bigint  not null check (lines_taken >= 0),
  foreign key (partner, channel) references partner
);
create unique index batch_series_once
  on batch_series (run_id, partner, channel, cash_point_id, pay_on) nulls not distinct;

alter table batch
  drop constraint batch_state_check,
  drop constraint batch_check1,
  add column cash_point_id uuid,
  add column pay_on        date,
  add column series_id     uuid references batch_series,
  add column part          integer not null default 0 check (part >= 0),
  add constraint batch_state_check check (state in
    ('ASSEMBLING', 'READY', 'HANDED_OVER', 'WITHDRAWN')),
  add constraint batch_holds_something check (
    (state in ('ASSEMBLING', 'WITHDRAWN')) = (instruction_count = 0));
alter table batch alter column part drop default;
-- Batches of before belong to no series.
create unique index batch_part on batch (series_id, part);

create or replace function batch_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state not in ('ASSEMBLING', 'READY') then
    raise exception 'batch % has left and does not change', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- Lines are numbered when the file is made: shards that make instructions know no order.
alter table instruction drop column line, add column way_reason text;
create index instruction_batch on instruction (batch_id);
create or replace function instruction_is_reported_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.unit_id, new.batch_id, new.iban, new.way_reason)
         is distinct from (old.id, old.unit_id, old.batch_id, old.iban, old.way_reason)
      or old.state <> 'ISSUED' then
    raise exception 'instruction % is settled for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

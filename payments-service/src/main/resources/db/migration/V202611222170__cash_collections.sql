create function delegation_keeps_its_course() returns trigger language plpgsql as $$
declare
  decided text[] := '{state,approved_by,approved_at,ended_by,ended_at,version}';
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided)
      or (old.state, new.state) not in
         (('PROPOSED', 'APPROVED'), ('PROPOSED', 'ENDED'), ('APPROVED', 'ENDED')) then
    raise exception 'delegation % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger delegation_keeps_its_course before update or delete on delegation
  for each row execute function delegation_keeps_its_course();

-- As many as one official can hand out to from one list.
update partner set lines_max = 2000 where channel = 'DELEGATE';

-- What a delegated official takes out for one list, hands out and brings back (CMU No. 162). Two
-- people count what is taken out; somebody else than the first counts what comes back.
create table cash_collection (
  batch_id         uuid        primary key references batch,
  delegation_id    uuid        not null references delegation,
  state            text        not null check (state in ('COUNTED', 'TAKEN', 'CLOSED')),
  taken_minor      bigint      not null check (taken_minor > 0),
  handed_out_minor bigint      not null default 0 check (handed_out_minor >= 0),
  returned_minor   bigint      check (returned_minor >= 0),
  returned_on      date,
  counted_by       text        not null,
  counted_at       timestamptz not null,
  confirmed_by     text,
  confirmed_at     timestamptz,
  closed_by        text,
  closed_at        timestamptz,
  version          bigint      not null default 0,
  unique (batch_id, delegation_id),
  constraint two_people_count check (confirmed_by <> counted_by),
  constraint another_takes_back check (closed_by <> counted_by),
  check (num_nulls(confirmed_by, confirmed_at) = case state when 'COUNTED' then 2 else 0 end),
  check (num_nulls(returned_minor, returned_on, closed_by, closed_at)
         = case state when 'CLOSED' then 0 else 4 end),
  constraint no_more_than_was_taken check (handed_out_minor <= taken_minor),
  constraint it_adds_up check (handed_out_minor + returned_minor = taken_minor)
);
comment on column cash_collection.handed_out_minor is 'Added up by triggers of receipts alone.';
create index cash_collection_delegation on cash_collection (delegation_id);

create function cash_collection_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'COUNTED' or new.handed_out_minor <> 0 then
      raise exception 'a cash collection begins with a count'
        using errcode = 'integrity_constraint_violation';
    end if;
  elsif tg_op = 'DELETE'
      or (old.batch_id, old.delegation_id) is distinct from (new.batch_id, new.delegation_id)
      or (old.state, new.state) not in
         (('COUNTED', 'COUNTED'), ('COUNTED', 'TAKEN'), ('TAKEN', 'TAKEN'), ('TAKEN', 'CLOSED'))
      or old.state = 'TAKEN'
         and (old.taken_minor, old.counted_by) <> (new.taken_minor, new.counted_by)
      or new.handed_out_minor < old.handed_out_minor
      or old.state <> new.state and new.handed_out_minor <> old.handed_out_minor then
    raise exception 'cash collection % cannot change so', old.batch_id
      using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from batch b where b.id = new.batch_id
             and (b.channel <> 'DELEGATE' or b.state <> 'HANDED_OVER'
                  or b.total_minor < new.taken_minor)) then
    raise exception 'cash collection % takes out what its list does not say', new.batch_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger cash_collection_keeps_its_course before insert or update or delete on cash_collection
  for each row execute function cash_collection_keeps_its_course();

-- A resident got theirs: the number in the official's book of receipts, and who saw it.
create table cash_receipt (
  delegation_id uuid        not null,
  number        text        not null check (length(number) between 1 and 20),
  batch_id      uuid        not null,
  resident_id   uuid        not null references resident,
  witness       text        not null check (witness in
    ('COUNCIL_OFFICER', 'SOCIAL_WORKER', 'POLICE_OFFICER', 'RESIDENT')),
  handed_out_on date        not null,
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  constraint a_number_is_one_receipt primary key (delegation_id, number),
  foreign key (batch_id, delegation_id) references cash_collection (batch_id, delegation_id)
);
create index cash_receipt_batch on cash_receipt (batch_id);

create table cash_receipt_line (
  instruction_id uuid primary key references instruction,
  delegation_id  uuid not null,
  number         text not null,
  foreign key (delegation_id, number) references cash_receipt
);
create index cash_receipt_line_receipt on cash_receipt_line (delegation_id, number);

create function cash_receipt_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a receipt is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger cash_receipt_is_final before update or delete or truncate on cash_receipt
  for each statement execute function cash_receipt_is_final();
create trigger cash_receipt_line_is_final before update or delete or truncate on cash_receipt_line
  for each statement execute function cash_receipt_is_final();

-- Amounts are the instructions', never a caller's.
create function cash_receipt_lines_count() returns trigger language plpgsql as $$
begin
  if exists (
    select from made m
    join cash_receipt r on (r.delegation_id, r.number) = (m.delegation_id, m.number)
    join cash_collection c on c.batch_id = r.batch_id
    join instruction i on i.id = m.instruction_id
    where c.state <> 'TAKEN' or i.batch_id <> c.batch_id or i.state <> 'ISSUED') then
    raise exception 'cash is handed out from what was taken out for it'
      using errcode = 'integrity_constraint_violation';
  end if;
  update cash_collection c
  set handed_out_minor = c.handed_out_minor + s.minor, version = c.version + 1
  from (
    select r.batch_id, sum(u.amount_minor) as minor
    from made m
    join cash_receipt r on (r.delegation_id, r.number) = (m.delegation_id, m.number)
    join instruction i on i.id = m.instruction_id
    join payable_unit u on u.id = i.unit_id
    group by r.batch_id) s
  where c.batch_id = s.batch_id;
  return null;
end $$;
create trigger cash_receipt_lines_count after insert on cash_receipt_line
  referencing new table as made for each statement execute function cash_receipt_lines_count();

-- Whoever says it: what an official hands out is paid when there is a receipt.
create function collected_cash_has_receipts() returns trigger language plpgsql as $$
begin
  if exists (
    select from became i
    join batch b on b.id = i.batch_id and b.channel = 'DELEGATE'
    where i.state = 'PAID'
      and not exists (select from cash_receipt_line l where l.instruction_id = i.id)) then
    raise exception 'cash that an official handed out has a receipt'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger collected_cash_has_receipts after update on instruction
  referencing new table as became
  for each statement execute function collected_cash_has_receipts();

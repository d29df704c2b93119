-- The double-entry ledger. One entry debits one account and credits another by the same sum, so
-- that all entries together are zero by their shape. Entries follow from rows of payable_unit and
-- instruction: triggers book them in the statement that makes or changes those rows, and nobody
-- else writes here. They work on whole statements, because a run makes half a million rows.
create table ledger_account (
  id        uuid primary key,
  kind      text not null check (kind in
    ('PROGRAMME_COST', 'PROGRAMME_FUND', 'AWARD', 'IN_TRANSIT', 'HEIRS')),
  programme text references programme,
  award_id  uuid references award check (award_id = id),
  partner   text,
  channel   text,
  foreign key (partner, channel) references partner,
  check ((kind = 'AWARD') = (award_id is not null)),
  check ((kind = 'IN_TRANSIT') = (programme is null)),
  check (num_nonnulls(partner, channel) = case kind when 'IN_TRANSIT' then 2 else 0 end)
);
create unique index ledger_account_once on ledger_account (kind, programme, partner, channel)
  nulls not distinct where kind <> 'AWARD';
comment on table ledger_account is
  'PROGRAMME_COST what a programme has cost; PROGRAMME_FUND what left its money; AWARD owed to a
   person (id of the award); IN_TRANSIT with a partner; HEIRS unpaid when the owner died.';

create table ledger_entry (
  id             uuid        primary key default uuidv7(),
  kind           text        not null check (kind in
    ('ACCRUED', 'ISSUED', 'SETTLED', 'CAME_BACK', 'RETURNED', 'UNPAID_ON_DEATH', 'NOT_DUE',
     'OWED_AGAIN')),
  debit_account  uuid        not null,
  credit_account uuid        not null,
  amount_minor   bigint      not null check (amount_minor > 0),
  unit_id        uuid        not null,
  instruction_id uuid,
  booked_at      timestamptz not null default now(),
  check (debit_account <> credit_account),
  check ((kind in ('ISSUED', 'SETTLED', 'CAME_BACK', 'RETURNED')) = (instruction_id is not null))
);
-- Units are made in the order of their ids, so this index grows at its end.
create index ledger_entry_unit on ledger_entry (unit_id);
create index ledger_entry_rare on ledger_entry (id)
  where kind in ('RETURNED', 'UNPAID_ON_DEATH', 'NOT_DUE', 'OWED_AGAIN');

create function ledger_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what the ledger says is never changed'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger ledger_entry_is_final before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_final();
create trigger ledger_account_is_final before update or delete or truncate on ledger_account
  for each statement execute function ledger_is_final();

-- In the place of foreign keys: those would look row by row, and lock the few accounts of
-- programmes and partners for every row. Accounts and units are never deleted, so a look is enough.
create function ledger_entry_names_what_exists() returns trigger language plpgsql as $$
begin
  if exists (
    select from booked b
    left join ledger_account debit on debit.id = b.debit_account
    left join ledger_account credit on credit.id = b.credit_account
    left join payable_unit u on u.id = b.unit_id
    where num_nulls(debit.id, credit.id, u.id) > 0) then
    raise exception 'a ledger entry names what does not exist'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger ledger_entry_names_what_exists after insert on ledger_entry
  referencing new table as booked
  for each statement execute function ledger_entry_names_what_exists();

-- Accounts come with what they are for.
create function open_award_accounts() returns trigger language plpgsql as $$
begin
  insert into ledger_account (id, kind, programme, award_id)
  select id, 'AWARD', programme, id from made;
  return null;
end $$;
create trigger open_award_accounts after insert on award
  referencing new table as made for each statement execute function open_award_accounts();

create function open_programme_accounts() returns trigger language plpgsql as $$
begin
  insert into ledger_account (id, kind, programme)
  select uuidv7(), k.kind, code
  from made cross join unnest(array['PROGRAMME_COST', 'PROGRAMME_FUND', 'HEIRS']) k (kind);
  return null;
end $$;
create trigger open_programme_accounts after insert on programme
  referencing new table as made for each statement execute function open_programme_accounts();

create function open_transit_accounts() returns trigger language plpgsql as $$
begin
  insert into ledger_account (id, kind, partner, channel)
  select uuidv7(), 'IN_TRANSIT', edrpou, channel from made;
  return null;
end $$;
create trigger open_transit_accounts after insert on partner
  referencing new table as made for each statement execute function open_transit_accounts();

insert into ledger_account (id, kind, programme)
select uuidv7(), k.kind, code
from programme cross join unnest(array['PROGRAMME_COST', 'PROGRAMME_FUND', 'HEIRS']) k (kind);
insert into ledger_account (id, kind, partner, channel)
select uuidv7(), 'IN_TRANSIT', edrpou, channel from partner;
insert into ledger_account (id, kind, programme, award_id)
select id, 'AWARD', programme, id from award;

-- The accounts of a programme side by side.
create view programme_accounts as
select programme,
       max(id::text) filter (where kind = 'PROGRAMME_COST')::uuid as cost,
       max(id::text) filter (where kind = 'PROGRAMME_FUND')::uuid as fund,
       max(id::text) filter (where kind = 'HEIRS')::uuid as heirs
from ledger_account where kind in ('PROGRAMME_COST', 'PROGRAMME_FUND', 'HEIRS')
group by programme;

create function book_units_made() returns trigger language plpgsql as $$
begin
  insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
  select 'ACCRUED', p.cost, u.award_id, u.amount_minor, u.id
  from made u join award a on a.id = u.award_id left join programme_accounts p using (programme);
  insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
  select u.state, u.award_id, case u.state when 'NOT_DUE' then p.cost else p.heirs end,
         u.amount_minor, u.id
  from made u join award a on a.id = u.award_id left join programme_accounts p using (programme)
  where u.state in ('UNPAID_ON_DEATH', 'NOT_DUE');
  return null;
end $$;
create trigger book_units_made after insert on payable_unit
  referencing new table as made for each statement execute function book_units_made();

create function book_units_changed() returns trigger language plpgsql as $$
begin
  insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
  select e.kind, e.debit, e.credit, n.amount_minor, n.id
  from was o
  join became n on n.id = o.id and n.state <> o.state
  join award a on a.id = n.award_id
  left join programme_accounts p using (programme)
  cross join lateral (values
    ('OWED_AGAIN', case o.state when 'NOT_DUE' then p.cost else p.heirs end, n.award_id,
     o.state in ('UNPAID_ON_DEATH', 'NOT_DUE') and n.state <> 'PAID'),
    (n.state, n.award_id, case n.state when 'NOT_DUE' then p.cost else p.heirs end,
     n.state in ('UNPAID_ON_DEATH', 'NOT_DUE'))) e (kind, debit, credit, applies)
  where e.applies;
  return null;
end $$;
create trigger book_units_changed after update on payable_unit
  referencing old table as was new table as became
  for each statement execute function book_units_changed();

-- Money leaves the account that the unit is owed on: the award's, or the heirs'.
create function book_instructions_made() returns trigger language plpgsql as $$
begin
  insert into ledger_entry
    (kind, debit_account, credit_account, amount_minor, unit_id, instruction_id)
  select 'ISSUED', case u.state when 'UNPAID_ON_DEATH' then p.heirs else u.award_id end,
         t.id, u.amount_minor, u.id, i.id
  from made i
  join payable_unit u on u.id = i.unit_id
  join award a on a.id = u.award_id
  left join programme_accounts p using (programme)
  join batch b on b.id = i.batch_id
  left join ledger_account t
    on t.kind = 'IN_TRANSIT' and t.partner = b.partner and t.channel = b.channel
  where i.state = 'ISSUED';
  return null;
end $$;
create trigger book_instructions_made after insert on instruction
  referencing new table as made for each statement execute function book_instructions_made();

-- What comes back goes to where it was taken from.
create function book_instructions_changed() returns trigger language plpgsql as $$
begin
  insert into ledger_entry
    (kind, debit_account, credit_account, amount_minor, unit_id, instruction_id)
  select e.kind, e.debit, e.credit, s.amount_minor, n.unit_id, n.id
  from was o
  join became n on n.id = o.id and n.state <> o.state
  join payable_unit u on u.id = n.unit_id
  join award a on a.id = u.award_id
  left join programme_accounts p using (programme)
  left join lateral (
    select l.debit_account as owed, l.credit_account as transit, l.amount_minor
    from ledger_entry l
    where l.unit_id = n.unit_id and l.instruction_id = n.id and l.kind = 'ISSUED'
    order by l.id desc limit 1) s on true
  cross join lateral (values
    (1, 'RETURNED', p.fund, s.transit, o.state = 'PAID'),
    (2, 'ISSUED', s.owed, s.transit,
     o.state not in ('ISSUED', 'PAID') and n.state in ('ISSUED', 'PAID')),
    (3, 'SETTLED', s.transit, p.fund, n.state = 'PAID'),
    (4, 'CAME_BACK', s.transit, s.owed,
     o.state in ('ISSUED', 'PAID') and n.state not in ('ISSUED', 'PAID')))
    e (step, kind, debit, credit, applies)
  where e.applies
  order by n.id, e.step;
  return null;
end $$;
create trigger book_instructions_changed after update on instruction
  referencing old table as was new table as became
  for each statement execute function book_instructions_changed();

-- What was there before the ledger.
insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
select 'ACCRUED', p.cost, u.award_id, u.amount_minor, u.id
from payable_unit u join award a on a.id = u.award_id join programme_accounts p using (programme);
insert into ledger_entry
  (kind, debit_account, credit_account, amount_minor, unit_id, instruction_id)
select e.kind, e.debit, e.credit, u.amount_minor, u.id, i.id
from instruction i
join payable_unit u on u.id = i.unit_id
join award a on a.id = u.award_id
join programme_accounts p using (programme)
join batch b on b.id = i.batch_id
join ledger_account t on t.kind = 'IN_TRANSIT' and t.partner = b.partner and t.channel = b.channel
cross join lateral (values
  (1, 'ISSUED', u.award_id, t.id, true),
  (2, 'SETTLED', t.id, p.fund, i.state = 'PAID'),
  (2, 'CAME_BACK', t.id, u.award_id, i.state not in ('ISSUED', 'PAID')))
  e (step, kind, debit, credit, applies)
where e.applies
order by i.id, e.step;
insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
select u.state, u.award_id, case u.state when 'NOT_DUE' then p.cost else p.heirs end,
       u.amount_minor, u.id
from payable_unit u join award a on a.id = u.award_id join programme_accounts p using (programme)
where u.state in ('UNPAID_ON_DEATH', 'NOT_DUE');

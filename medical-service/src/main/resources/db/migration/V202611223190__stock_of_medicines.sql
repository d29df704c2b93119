-- Medicines that brigades carry: where each batch lies, and how it came and went. What lies where is
-- booked by the movements themselves, so that no path of code can forget it or take what is not there.
create table medicine (
  id uuid primary key,
  version integer not null default 0,
  name text not null,
  folded_name text not null generated always as (lower(name collate "uk-UA-x-icu")) stored,
  form text,
  strength text,
  atc text check (atc ~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'),
  unit text not null,
  cold_chain boolean not null,
  withdrawn boolean not null
);

create index medicine_by_name on medicine (folded_name text_pattern_ops, id);

create table stock_place (
  id uuid primary key,
  version integer not null default 0,
  kind text not null check (kind in ('RESERVE', 'BRIGADE')),
  name text not null,
  territory text not null check (territory ~ '^UA[0-9]{17}$')
);
comment on column stock_place.id is 'Of a brigade: the brigade''s id at coordination';

create table stock_batch (
  id uuid primary key,
  medicine_id uuid not null references medicine,
  batch text not null,
  expires_on date not null,
  unique (medicine_id, batch, expires_on)
);

create table stock_balance (
  place_id uuid not null references stock_place,
  batch_id uuid not null references stock_batch,
  quantity numeric not null constraint stock_is_never_negative check (quantity >= 0),
  cold_chain_broken boolean not null default false,
  primary key (place_id, batch_id)
);

create table stock_handover (
  id uuid primary key,
  version integer not null default 0,
  from_place_id uuid not null references stock_place,
  to_place_id uuid not null references stock_place,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'RECALLED')),
  offered_by text not null,
  offered_by_name text not null,
  offered_at timestamptz not null,
  answered_by text,
  answered_by_name text,
  answered_at timestamptz,
  reason text,
  check (from_place_id <> to_place_id),
  check ((state = 'OFFERED') = (answered_at is null)),
  check (num_nulls(answered_by, answered_by_name, answered_at) in (0, 3)),
  check (state not in ('DECLINED', 'RECALLED') or reason is not null),
  constraint one_gives_another_takes check (state <> 'ACCEPTED' or answered_by <> offered_by)
);
create index stock_handover_from on stock_handover (from_place_id, id);
create index stock_handover_to on stock_handover (to_place_id, id);

create table stock_handover_line (
  handover_id uuid not null references stock_handover,
  line smallint not null check (line >= 0),
  batch_id uuid not null references stock_batch,
  offered numeric not null check (offered > 0),
  received numeric check (received >= 0),
  cold_chain_kept boolean,
  explanation text,
  primary key (handover_id, line),
  unique (handover_id, batch_id),
  constraint no_more_arrives_than_left check (received <= offered),
  constraint less_is_explained check (received = offered or explanation is not null)
);

create table stock_movement (
  id uuid primary key,
  kind text not null,
  batch_id uuid not null references stock_batch,
  from_place_id uuid references stock_place,
  to_place_id uuid references stock_place,
  quantity numeric not null check (quantity > 0),
  visit_id uuid references visit,
  handover_id uuid references stock_handover,
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  constraint movement_is_of_its_kind check (
    case kind
      when 'RECEIVED' then from_place_id is null and to_place_id is not null and reason is not null
      when 'HANDED_OVER' then num_nulls(from_place_id, to_place_id, handover_id) = 0
      when 'DISPENSED' then to_place_id is null and num_nulls(from_place_id, visit_id) = 0
      when 'GIVEN_BACK' then from_place_id is null and num_nulls(to_place_id, visit_id) = 0
      when 'WRITTEN_OFF' then to_place_id is null and num_nulls(from_place_id, reason) = 0
      when 'SURPLUS' then from_place_id is null and num_nulls(to_place_id, reason) = 0
      when 'SHORTAGE' then to_place_id is null and num_nulls(from_place_id, reason) = 0
      else false
    end)
);
create index stock_movement_from on stock_movement (from_place_id, id);
create index stock_movement_to on stock_movement (to_place_id, id);
create index stock_movement_of_visit on stock_movement (visit_id) where visit_id is not null;
create index stock_movement_of_batch on stock_movement (batch_id, id);

create function book_stock() returns trigger language plpgsql as $$
begin
  if new.from_place_id is not null then
    update stock_balance set quantity = quantity - new.quantity
      where place_id = new.from_place_id and batch_id = new.batch_id;
    if not found then
      raise exception 'There is none of this batch' using errcode = 'check_violation',
        constraint = 'stock_is_never_negative';
    end if;
  end if;
  if new.to_place_id is not null then
    insert into stock_balance (place_id, batch_id, quantity)
      values (new.to_place_id, new.batch_id, new.quantity)
      on conflict (place_id, batch_id)
        do update set quantity = stock_balance.quantity + excluded.quantity;
  end if;
  return null;
end
$$;
create trigger stock_movement_books
  after insert on stock_movement
  for each row execute function book_stock();

create function refuse_change_of_stock() returns trigger language plpgsql as $$
begin
  raise exception 'What was booked is never changed or deleted: another entry puts it right';
end
$$;
create trigger stock_movement_is_never_changed
  before update or delete on stock_movement
  for each row execute function refuse_change_of_stock();

-- Somebody found that a batch had been too warm. What lies there must not be given any more.
create table stock_cold_chain_break (
  id uuid primary key,
  place_id uuid not null,
  batch_id uuid not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  foreign key (place_id, batch_id) references stock_balance
);

create function book_cold_chain_break() returns trigger language plpgsql as $$
begin
  update stock_balance set cold_chain_broken = true
    where place_id = new.place_id and batch_id = new.batch_id;
  return null;
end
$$;
create trigger stock_cold_chain_break_books
  after insert on stock_cold_chain_break
  for each row execute function book_cold_chain_break();
create trigger stock_cold_chain_break_is_never_changed
  before update or delete on stock_cold_chain_break
  for each row execute function refuse_change_of_stock();

-- A visit gave what the books do not have, or what should not have been given. The visit stands;
-- somebody explains.
create table stock_difference (
  id uuid primary key,
  version integer not null default 0,
  place_id uuid not null references stock_place,
  visit_id uuid not null references visit,
  kind text not null check (kind in
    ('NOT_IN_STOCK', 'UNKNOWN_BATCH', 'EXPIRED', 'COLD_CHAIN_BROKEN')),
  medicine_id uuid not null references medicine,
  batch text not null,
  expires_on date not null,
  quantity numeric not null check (quantity > 0),
  found_at timestamptz not null,
  explanation text,
  explained_by text,
  explained_by_name text,
  explained_at timestamptz,
  check (num_nulls(explanation, explained_by, explained_by_name, explained_at) in (0, 4))
);
create index stock_difference_of_place on stock_difference (place_id, id);
create index stock_difference_open on stock_difference (found_at) where explained_at is null;

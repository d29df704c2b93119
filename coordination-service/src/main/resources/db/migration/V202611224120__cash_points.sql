-- A place where money can be had, as it is now. The operator's own number names it once.
create table cash_point (
  id                    uuid        primary key,
  operator              text        not null check (operator ~ '^\d{8}$'),
  operator_code         text        not null check (length(operator_code) between 1 and 40),
  kind                  text        not null check (kind in
    ('POST', 'MOBILE_POST', 'BANK', 'MOBILE_BANK', 'ATM', 'TILL')),
  place_name            text        not null check (length(place_name) between 2 and 200),
  home_settlement       text        not null check (home_settlement ~ '^UA[0-9]{17}$'),
  postal_index          text        check (postal_index ~ '^\d{5}$'),
  amount_min_minor      bigint      check (amount_min_minor > 0),
  amount_max_minor      bigint      check (amount_max_minor > 0),
  amount_multiple_minor bigint      check (amount_multiple_minor > 0),
  daily_float_minor     bigint      check (daily_float_minor >= 0),
  power                 text        check (power in ('MAINS', 'GENERATOR', 'NONE')),
  link                  text        check (link in ('CABLE', 'MOBILE', 'SATELLITE', 'NONE')),
  state                 text        not null check (state in ('WORKING', 'LIMITED', 'OUT')),
  since                 date        not null,
  state_source          text        check (length(state_source) <= 500),
  version               integer     not null,
  unique (operator, operator_code),
  check (amount_min_minor <= amount_max_minor),
  check ((kind in ('POST', 'MOBILE_POST')) = (postal_index is not null))
);

-- Whose people it serves, and when; with neither weekdays nor dates, on any day.
create table cash_point_service (
  cash_point_id uuid   not null references cash_point deferrable initially deferred,
  settlement    text   not null check (settlement ~ '^UA[0-9]{17}$'),
  weekdays      text[] not null,
  dates         date[] not null,
  primary key (cash_point_id, settlement)
);
create index cash_point_service_settlement on cash_point_service (settlement, cash_point_id);

-- Each state and description that was ever told, whole, and by whom.
create table cash_point_entry (
  id            uuid        primary key,
  cash_point_id uuid        not null references cash_point deferrable initially deferred,
  content       jsonb       not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null
);
create index cash_point_entry_of on cash_point_entry (cash_point_id, id desc);

create function cash_point_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was told of a cash point is kept as it was'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger cash_point_entry_is_final before update or delete on cash_point_entry
  for each row execute function cash_point_entry_is_final();

-- What coordination told of the places where money can be had.
create table cash_point (
  id                    uuid        primary key,
  operator              text        not null check (operator ~ '^\d{8}$'),
  kind                  text        not null check (kind in
    ('POST', 'MOBILE_POST', 'BANK', 'MOBILE_BANK', 'ATM', 'TILL')),
  name                  text        not null,
  home_settlement       text        not null,
  postal_index          text        check (postal_index ~ '^\d{5}$'),
  amount_min_minor      bigint      check (amount_min_minor > 0),
  amount_max_minor      bigint      check (amount_max_minor > 0),
  amount_multiple_minor bigint      check (amount_multiple_minor > 0),
  daily_float_minor     bigint      check (daily_float_minor >= 0),
  state                 text        not null check (state in ('WORKING', 'LIMITED', 'OUT')),
  since                 date        not null,
  told_at               timestamptz not null
);

-- Whose people get money there, and when; with neither weekdays (ISO, 1 is Monday) nor dates, on any
-- day.
create table cash_point_service (
  cash_point_id uuid       not null references cash_point on delete cascade,
  settlement    text       not null,
  weekdays      smallint[] not null default '{}' check (weekdays <@ '{1,2,3,4,5,6,7}'),
  dates         date[]     not null default '{}',
  primary key (cash_point_id, settlement)
);
create index cash_point_service_settlement on cash_point_service (settlement);

-- How a resident wants to be paid, when they said so to the payments office: the registry's own
-- preference knows neither tills nor delegated officials, nor an account beside the post. It stands
-- before the registry's until it is withdrawn, which deletes the row; the audit trail keeps who did.
create table payment_preference (
  resident_id uuid        primary key references resident,
  channel     text        not null check (channel in ('BANK', 'POST', 'TILL', 'DELEGATE')),
  iban        text        check (iban ~ '^UA\d{8}[A-Z0-9]{19}$'),
  stated_on   date        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  version     bigint      not null default 0
);

-- Another channel than the resident's, put on a record by law or by decision, from a day (since) up to
-- but without another (until; null while no end is known). The resident's own channel is then not
-- used at all, not even when the other does not work. reason is the code that instructions carry as
-- way_reason, such as REROUTED_TWO_PERIODS; iban is an account opened at the Pension Fund's request
-- (CMU No. 162), null when there is none yet.
create table way_override (
  id        uuid primary key,
  record_id uuid not null references resident,
  channel   text not null check (channel in ('BANK', 'POST', 'TILL', 'DELEGATE')),
  iban      text check (iban ~ '^UA\d{8}[A-Z0-9]{19}$' and channel = 'BANK'),
  reason    text not null check (reason ~ '^[A-Z][A-Z0-9_]{1,34}$'),
  since     date not null,
  until     date check (until > since),
  exclude using gist (record_id with =, daterange(since, until) with &&)
);

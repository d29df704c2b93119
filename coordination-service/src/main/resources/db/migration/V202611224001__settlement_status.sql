-- What each settlement's status is now. A row is made when someone first says it.
create table settlement_status (
  settlement   text        primary key check (settlement ~ '^UA[0-9]{17}$'),
  status       text        check (status in ('OCCUPIED', 'COMBAT', 'LIBERATED')),
  effective_on date,
  version      integer     not null,
  check ((status is null) = (effective_on is null))
);

-- Every status that was ever said, who said it and when; never changed.
create table settlement_status_entry (
  id           uuid        primary key,
  settlement   text        not null references settlement_status,
  status       text        not null check (status in ('OCCUPIED', 'COMBAT', 'LIBERATED')),
  effective_on date        not null,
  source       text        check (length(source) <= 500),
  recorded_at  timestamptz not null,
  recorded_by  text        not null
);
create index settlement_status_entry_of on settlement_status_entry (settlement, id desc);
create index settlement_status_by_status on settlement_status (status, settlement);

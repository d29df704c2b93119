-- What other services told of a resident. Facts may come in any order, so all but the id may be
-- missing at first; *_told_at is the time of the event that a part comes from.
create table resident (
  id                             uuid primary key,
  settlement                     text,
  family_name                    text,
  given_name                     text,
  patronymic                     text,
  birth_date                     date,
  rnokpp                         text check (rnokpp ~ '^\d{10}$'),
  evidence_level                 text,
  identified_on                  date,
  phone                          text,
  channel                        text check (channel in ('BANK', 'POST')),
  iban                           text,
  no_russian_pension_declared_on date,
  identity_told_at               timestamptz,
  life_state                     text not null default 'LIVING'
                                   check (life_state in ('LIVING', 'DECEASED')),
  died_on                        date,
  life_state_told_at             timestamptz,
  check (iban is null or channel = 'BANK'),
  check ((life_state = 'DECEASED') = (died_on is not null)),
  check (identity_told_at is null or num_nulls(family_name, given_name, birth_date,
                                               evidence_level, identified_on, settlement) = 0)
);
create index resident_rnokpp on resident (rnokpp) where rnokpp is not null;

-- What coordination told of a settlement.
create table settlement_status (
  settlement   text        primary key,
  status       text        not null check (status in ('OCCUPIED', 'COMBAT', 'LIBERATED')),
  effective_on date        not null,
  told_at      timestamptz not null
);

create extension if not exists pg_trgm;

-- The current view of each person. What it follows from is in statement.
create table resident (
  id                             uuid primary key,
  version                        bigint not null,
  family                         text not null check (length(family) between 1 and 100),
  given                          text not null check (length(given) between 1 and 100),
  patronymic                     text check (length(patronymic) between 1 and 100),
  birth_date                     date not null check (birth_date >= date '1900-01-01'),
  sex                            text not null check (sex in ('MALE', 'FEMALE')),
  rnokpp                         text constraint one_resident_per_rnokpp unique
                                   check (rnokpp ~ '^[0-9]{10}$'),
  rnokpp_absence                 text
                                   check (rnokpp_absence in ('RELIGIOUS_GROUNDS', 'LOST', 'NOT_ISSUED')),
  settlement                     text not null check (settlement ~ '^UA[0-9]{17}$'),
  -- The settlement and every territory around it, so that one index bounds a search at any level.
  areas                          varchar[] not null,
  phone                          text check (phone ~ '^\+380[0-9]{9}$'),
  payment_kind                   text check (payment_kind in ('BANK', 'POST')),
  iban                           text check (iban ~ '^UA[0-9]{8}[0-9A-Z]{19}$'),
  no_russian_pension_declared_on date,
  evidence_level                 text not null check (evidence_level in
                                   ('ORIGINAL', 'REGISTER_EXTRACT', 'COPY', 'WITNESS', 'OCCUPATION_ISSUED')),
  identified_on                  date not null,
  registered_on                  date not null,
  life_state                     text not null check (life_state in ('LIVING', 'DECEASED')),
  life_state_since               date not null,
  -- Lower-case Latin words, each after a space: ' shevchenko taras'.
  search_key                     text not null,
  constraint rnokpp_or_why_not check ((rnokpp is null) = (rnokpp_absence is not null)),
  constraint account_only_at_a_bank check (iban is null or payment_kind = 'BANK'),
  constraint settlement_is_among_its_areas check (settlement = any (areas)),
  constraint nothing_before_birth check (
    life_state_since >= birth_date
    and identified_on >= birth_date
    and no_russian_pension_declared_on >= birth_date)
);

create index resident_search on resident using gin (search_key gin_trgm_ops, areas);
create index resident_birth_date on resident (birth_date);
create index resident_phone on resident (phone) where phone is not null;

-- What was said about a person, as it was said. Only ever added to.
create table statement (
  id               uuid primary key,
  resident_id      uuid not null references resident,
  kind             text not null check (kind in ('REGISTRATION', 'DEATH')),
  facts            jsonb not null check (jsonb_typeof(facts) = 'object'),
  source           text not null check (source in ('REGISTRAR', 'MEDICAL_SERVICE')),
  recorded_by      text not null,
  recorded_by_name text not null,
  recorded_at      timestamptz not null,
  device_time      timestamptz
);

create index statement_of_resident on statement (resident_id);
create unique index one_registration_per_resident on statement (resident_id)
  where kind = 'REGISTRATION';

create table identity_document (
  id             uuid primary key,
  statement_id   uuid not null references statement,
  type           text not null,
  number         text check (length(number) between 1 and 30),
  issued_on      date,
  expires_on     date,
  issuer         text check (length(issuer) between 1 and 200),
  evidence_level text not null check (evidence_level in
                   ('ORIGINAL', 'REGISTER_EXTRACT', 'COPY', 'WITNESS', 'OCCUPATION_ISSUED')),
  constraint valid_after_issue check (expires_on > issued_on)
);

create index identity_document_of_statement on identity_document (statement_id);
create index identity_document_number on identity_document (number, type);

-- A statement that does not fit and waits for a person.
create table open_question (
  id           uuid primary key,
  statement_id uuid not null references statement,
  kind         text not null
                 check (kind in ('OTHER_DAY_OF_DEATH', 'DEATH_BEFORE_BIRTH', 'DEATH_IN_THE_FUTURE'))
);

create index open_question_of_statement on open_question (statement_id);

create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;

create trigger statement_is_only_added_to
  before update or delete or truncate on statement
  for each statement execute function refuse_to_change_history();

create trigger identity_document_is_only_added_to
  before update or delete or truncate on identity_document
  for each statement execute function refuse_to_change_history();

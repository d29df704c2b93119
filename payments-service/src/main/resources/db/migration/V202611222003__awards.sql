-- Kinds of award. Only pensions are paid today; others are further rows.
create table programme (
  code    text primary key,
  name_uk text not null
);
insert into programme (code, name_uk) values ('PENSION', 'Пенсія');

create table award_import (
  id             uuid        primary key,
  organisation   text        not null,
  content_sha256 bytea       not null check (octet_length(content_sha256) = 32),
  accepted       integer     not null check (accepted >= 0),
  unchanged      integer     not null check (unchanged >= 0),
  refused        integer     not null check (refused >= 0),
  imported_by    text        not null,
  imported_at    timestamptz not null
);
create index award_import_content on award_import (organisation, content_sha256);

-- Which line was refused and why; never what stood in it.
create table refused_line (
  import_id uuid    not null references award_import deferrable initially deferred,
  line      integer not null,
  field     text    not null,
  code      text    not null,
  primary key (import_id, line, field)
);

create table award (
  id                   uuid    primary key,
  programme            text    not null references programme,
  organisation         text    not null,
  rnokpp               text    not null check (rnokpp ~ '^\d{10}$'),
  family_name          text    not null,
  given_name           text    not null,
  patronymic           text,
  birth_date           date    not null,
  monthly_amount_minor bigint  not null check (monthly_amount_minor > 0),
  currency             text    not null default 'UAH' check (currency = 'UAH'),
  first_unpaid_month   date    not null check (extract(day from first_unpaid_month) = 1),
  stop_reason          text    not null check (stop_reason in
    ('NO_IDENTIFICATION', 'NON_RECEIPT_SIX_MONTHS', 'OCCUPIED_TERRITORY', 'NO_DECLARATION',
     'RESIDENCE_ABROAD', 'OWN_REQUEST')),
  fault                text    not null check (fault in ('PENSIONER', 'AUTHORITY')),
  settlement           text    not null,
  content_sha256       bytea   not null check (octet_length(content_sha256) = 32),
  import_id            uuid    not null references award_import deferrable initially deferred,
  state                text    not null check (state in ('DORMANT', 'RESUMED', 'STOPPED')),
  resident_id          uuid    references resident,
  current_from         date    check (extract(day from current_from) = 1),
  last_payable_month   date    check (extract(day from last_payable_month) = 1),
  version              bigint  not null default 0,
  unique (organisation, programme, rnokpp),
  check (state <> 'RESUMED' or num_nulls(resident_id, current_from) = 0),
  check ((state = 'STOPPED') = (last_payable_month is not null))
);
create index award_rnokpp on award (rnokpp);
create index award_resident on award (resident_id) where resident_id is not null;

create function award_keeps_its_course() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (old.state, new.state) not in
         (('DORMANT', 'DORMANT'), ('DORMANT', 'RESUMED'), ('DORMANT', 'STOPPED'),
          ('RESUMED', 'RESUMED'), ('RESUMED', 'STOPPED'), ('STOPPED', 'STOPPED'))
      or (old.resident_id is not null and new.resident_id is distinct from old.resident_id) then
    raise exception 'award % cannot change so', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger award_keeps_its_course before update or delete on award
  for each row execute function award_keeps_its_course();

-- One award's money for one month: exists once for ever, whatever attempts are made to pay it.
create table payable_unit (
  id               uuid   primary key,
  award_id         uuid   not null references award,
  month            date   not null check (extract(day from month) = 1),
  amount_minor     bigint not null check (amount_minor > 0),
  currency         text   not null check (currency = 'UAH'),
  kind             text   not null check (kind in ('ARREARS', 'CURRENT')),
  scheduled_period date   not null check (extract(day from scheduled_period) = 1),
  state            text   not null check (state in
    ('OUTSTANDING', 'PAID', 'UNPAID_ON_DEATH', 'NOT_DUE')),
  unique (award_id, month),
  check (scheduled_period >= month)
);
create index payable_unit_outstanding on payable_unit (scheduled_period)
  where state = 'OUTSTANDING';

create function payable_unit_keeps_its_amount() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.award_id, new.month, new.amount_minor, new.currency, new.kind)
         is distinct from
         (old.id, old.award_id, old.month, old.amount_minor, old.currency, old.kind)
      or (old.state = 'PAID' and new.state <> 'PAID') then
    raise exception 'payable unit % is for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger payable_unit_keeps_its_amount before update or delete on payable_unit
  for each row execute function payable_unit_keeps_its_amount();

-- A hromada's list of a settlement's residents for one-off aid. Its lines are grants, or refused.
create table aid_list (
  id             uuid        primary key,
  programme      text        not null references programme,
  settlement     text        not null,
  liberated_on   date        not null,
  content_sha256 bytea       not null check (octet_length(content_sha256) = 32),
  proposed_lines integer     not null check (proposed_lines >= 0),
  refused_lines  integer     not null check (refused_lines >= 0),
  state          text        not null check (state in ('PROPOSED', 'APPROVED')),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  approved_by    text,
  approved_at    timestamptz,
  funded_on      date,
  version        bigint      not null default 0,
  unique (programme, settlement, content_sha256),
  constraint two_people_for_lists check (approved_by <> proposed_by),
  check ((state = 'APPROVED') = (num_nulls(approved_by, approved_at) = 0)),
  check (funded_on is null or state = 'APPROVED')
);
create index aid_list_settlement on aid_list (settlement, id);
alter table aid_grant add foreign key (list_id) references aid_list deferrable initially deferred;

-- Which line was refused and why; never what stood in it.
create table aid_list_refusal (
  list_id uuid    not null references aid_list deferrable initially deferred,
  line    integer not null,
  field   text    not null,
  code    text    not null,
  primary key (list_id, line, field, code)
);

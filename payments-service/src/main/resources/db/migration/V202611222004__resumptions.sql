create table resumption (
  id             uuid        primary key,
  award_id       uuid        not null references award,
  resident_id    uuid        not null references resident,
  state          text        not null check (state in
    ('OPENED', 'PROPOSED', 'APPROVED', 'REFUSED', 'CLOSED')),
  applied_on     date        not null,
  decide_by      date        not null check (decide_by >= applied_on),
  opened_at      timestamptz not null,
  first_period   date        check (extract(day from first_period) = 1),
  proposed_by    text,
  proposed_at    timestamptz,
  approved_by    text,
  approved_at    timestamptz,
  refused_by     text,
  refused_at     timestamptz,
  refusal_reason text,
  closed_at      timestamptz,
  version        bigint      not null default 0,
  constraint two_people_for_money check (approved_by <> proposed_by),
  check (num_nulls(proposed_by, proposed_at, first_period) in (0, 3)),
  check (state not in ('PROPOSED', 'APPROVED') or proposed_by is not null),
  check ((state = 'APPROVED') = (num_nulls(approved_by, approved_at) = 0)),
  check ((state = 'REFUSED') = (num_nulls(refused_by, refused_at, refusal_reason) = 0)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create unique index resumption_live on resumption (award_id)
  where state in ('OPENED', 'PROPOSED');
create index resumption_award on resumption (award_id);
create index resumption_resident on resumption (resident_id);

-- The derivation that was proposed and is decided on: a row for each unpaid month.
create table resumption_month (
  resumption_id       uuid   not null references resumption,
  month               date   not null check (extract(day from month) = 1),
  amount_minor        bigint not null check (amount_minor > 0),
  rule                text   not null check (rule in
    ('WITHIN_LIMIT', 'BEYOND_LIMIT', 'NO_LIMIT')),
  rule_term           text   not null,
  rule_term_from      date   not null,
  scheduled_period    date   check (extract(day from scheduled_period) = 1),
  schedule_rule       text   check (schedule_rule in ('FIRST_PAYMENT', 'MONTHLY_PART')),
  schedule_term       text,
  schedule_term_from  date,
  primary key (resumption_id, month),
  foreign key (rule_term, rule_term_from) references legal_term,
  foreign key (schedule_term, schedule_term_from) references legal_term,
  check ((rule = 'BEYOND_LIMIT') = (scheduled_period is null)),
  check (num_nulls(scheduled_period, schedule_rule, schedule_term, schedule_term_from) in (0, 4))
);

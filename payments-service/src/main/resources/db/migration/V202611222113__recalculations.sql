-- What resumed awards amount to from a month on, derived anew: proposed by one person with a preview,
-- carried out when another agrees. It takes the law as it was known when it was proposed.
create table recalculation (
  id             uuid        primary key,
  from_month     date        not null check (extract(day from from_month) = 1),
  reason         text        not null,
  state          text        not null check (state in
    ('PREVIEWING', 'PROPOSED', 'APPROVED', 'DONE', 'REFUSED')),
  law_known_at   timestamptz not null,
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  refusal_reason text,
  done_at        timestamptz,
  version        bigint      not null default 0,
  constraint two_people_recalculate check (
    state not in ('APPROVED', 'DONE') or decided_by <> proposed_by),
  check ((state in ('APPROVED', 'DONE', 'REFUSED')) = (num_nulls(decided_by, decided_at) = 0)),
  check ((state = 'REFUSED') = (refusal_reason is not null)),
  check ((state = 'DONE') = (done_at is not null))
);
create index recalculation_at_work on recalculation (id) where state in ('PREVIEWING', 'APPROVED');

-- How far each phase has come, so that it goes on where it was interrupted.
create table recalculation_progress (
  recalculation_id uuid    not null references recalculation,
  phase            text    not null check (phase in ('PREVIEW', 'EXECUTION')),
  last_award_id    uuid    not null,
  awards           bigint  not null,
  changed          bigint  not null,
  rises            bigint  not null,
  rise_minor       numeric not null,
  falls            bigint  not null,
  fall_minor       numeric not null,
  law_missing      bigint  not null,
  primary key (recalculation_id, phase)
);

alter table derivation
  add foreign key (recalculation_id) references recalculation;

-- Where pensions are resumed without application once the post delivers again, and since when they
-- must have been stopped (CMU No. 162, as changed by No. 1170 p. 4).
create table automatic_oblast (
  programme    text not null references programme,
  oblast       text not null check (oblast ~ '^UA\d{17}$'),
  stopped_from date not null,
  act          text not null,
  article      text not null,
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  source       text not null,
  primary key (programme, oblast, valid_from)
);
insert into automatic_oblast (programme, oblast, stopped_from, act, article, valid_from, source)
select 'PENSION', oblast, '2022-08-01', 'Постанова КМУ № 162 від 26.02.2022 у редакції № 1170 від 14.10.2022',
       'п. 4', '2022-10-14', 'zakon.cc, politeka'
from unnest(array[
  'UA14000000000091971', 'UA23000000000064947', 'UA44000000000018893', 'UA48000000000039575',
  'UA63000000000041885', 'UA65000000000030969']) oblast;

insert into legal_term (code, value, act, article, valid_from, source) values
  ('REROUTE_MISSED_PERIODS', 2, 'Постанова КМУ № 162 від 26.02.2022 у редакції № 1170 від 14.10.2022',
   'п. 4', '2022-10-14', 'zakon.cc, politeka');

-- A payee whom nobody has met yet: known only from the award that is resumed without application,
-- whose id it has. The post checks who comes. Once the person is identified, it is merged into the
-- registry's record of them.
alter table resident add column listed boolean not null default false;

-- One notice of the post about one settlement, and the two people who decided on all its cases.
create table automatic_resumption (
  id             uuid        primary key,
  settlement     text        not null,
  restored_on    date        not null,
  notice         text        not null,
  state          text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  refusal_reason text,
  version        bigint      not null default 0,
  constraint two_people_for_a_list check (state <> 'APPROVED' or decided_by <> proposed_by),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'REFUSED') = (refusal_reason is not null))
);
create unique index automatic_resumption_live on automatic_resumption (settlement)
  where state = 'PROPOSED';

create function automatic_resumption_is_decided_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
      or (new.id, new.settlement, new.restored_on, new.notice, new.proposed_by, new.proposed_at)
         is distinct from
         (old.id, old.settlement, old.restored_on, old.notice, old.proposed_by, old.proposed_at) then
    raise exception 'automatic resumption % is decided once', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger automatic_resumption_is_decided_once before update or delete on automatic_resumption
  for each row execute function automatic_resumption_is_decided_once();

alter table resumption
  add column list_id uuid references automatic_resumption,
  add constraint automatic_by_a_list check ((kind = 'AUTOMATIC') = (list_id is not null));
create index resumption_list on resumption (list_id) where list_id is not null;

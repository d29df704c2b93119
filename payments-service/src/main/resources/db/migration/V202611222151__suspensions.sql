-- Which ground of the law suspends awards of which programme, and since when.
create table suspension_rule (
  ground     text not null check (ground in
    ('NO_IDENTIFICATION', 'NO_DECLARATION', 'NON_RECEIPT_SIX_MONTHS')),
  programme  text not null references programme,
  act        text not null,
  article    text not null,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  source     text not null,
  primary key (ground, programme, valid_from)
);
insert into suspension_rule (ground, programme, act, article, valid_from, source) values
  ('NO_IDENTIFICATION', 'PENSION', 'Постанова КМУ № 299 від 11.02.2025', 'п. 9', '2025-03-20',
   'sud.ua 339240; the point is for a lawyer to confirm'),
  ('NO_DECLARATION', 'PENSION', 'Постанова КМУ № 299 від 11.02.2025', 'п. 10', '2025-03-20',
   'sud.ua 339240; Law 1058-IV, Final Provisions p. 14-4'),
  ('NON_RECEIPT_SIX_MONTHS', 'PENSION', 'Закон України № 1058-IV', 'ст. 49 ч. 1 п. 4', '2004-01-01',
   'psm7; the point is for a lawyer to confirm');

-- Who is spared for a while: those identified within the days are not suspended before a day.
create table suspension_grace (
  ground          text not null check (ground in ('NO_IDENTIFICATION', 'NO_DECLARATION')),
  identified_from date not null,
  identified_to   date not null check (identified_to >= identified_from),
  not_before      date not null,
  act             text not null,
  article         text not null,
  source          text not null,
  primary key (ground, identified_from),
  exclude using gist (ground with =, daterange(identified_from, identified_to, '[]') with &&)
);
insert into suspension_grace values
  ('NO_DECLARATION', '2025-01-01', '2026-02-01', '2026-04-01', 'Постанова КМУ № 126 від 03.02.2026',
   'зміни до Постанови № 299', 'lb.ua');

insert into legal_term (code, value, act, article, valid_from, source) values
  ('SUSPENSION_NOTICE_DAYS', 30, 'Правило платіжної служби', 'попередження', '2004-01-01',
   'no act was found that sets it; the operator''s to change'),
  ('NON_RECEIPT_WARN_MONTHS', 3, 'Правило платіжної служби', 'попередження', '2004-01-01',
   'no act was found that sets it; the operator''s to change'),
  ('NON_RECEIPT_SUSPEND_MONTHS', 6, 'Закон України № 1058-IV', 'ст. 49 ч. 1 п. 4', '2004-01-01',
   'novyny.live citing Ukrposhta; zaporizhzhe.ua');

-- That a person was warned, once for each ground and day: nobody is suspended unwarned.
create table suspension_notice (
  award_id   uuid not null references award,
  ground     text not null,
  due_on     date not null,
  noticed_on date not null,
  primary key (award_id, ground, due_on)
);

-- What was suspended, when and why. Only ever added to; whether it still lasts, the award says.
create table suspension (
  id           uuid        primary key,
  award_id     uuid        not null references award,
  ground       text        not null check (ground in
    ('NO_IDENTIFICATION', 'NO_DECLARATION', 'NON_RECEIPT_SIX_MONTHS', 'RUSSIAN_PENSION',
     'RESIDENCE_ABROAD', 'OWN_REQUEST', 'FALSE_DOCUMENTS', 'MISSING')),
  suspended_on date        not null,
  note         text,
  suspended_by text        not null,
  suspended_at timestamptz not null
);
create index suspension_award on suspension (award_id);

create function suspension_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was noticed or suspended is history and does not change'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger suspension_is_final before update or delete on suspension
  for each row execute function suspension_is_final();
create trigger suspension_notice_is_final before update or delete on suspension_notice
  for each row execute function suspension_is_final();

-- When each paid award would be suspended for want of an identification or a declaration, as things
-- and the law stand on a day. Who never did either has until the end of the year of the resumption.
create function cut_off(today date)
  returns table (award_id uuid, resident_id uuid, ground text, identified_on date,
                 declared_on date, due_on date)
  language sql stable as $$
  select a.id, a.resident_id, r.ground, s.identified_on, s.declared_on,
         greatest(
           make_date(extract(year from coalesce(done.last_on, a.current_from))::integer
                     + case when done.last_on is null then 0 else t.value end, 12, 31) + 1,
           g.not_before)
  from award a
  join suspension_rule r
    on r.programme = a.programme and r.ground in ('NO_IDENTIFICATION', 'NO_DECLARATION')
   and r.valid_from <= today and today < coalesce(r.valid_to, 'infinity')
  join legal_term t
    on t.code = case r.ground when 'NO_IDENTIFICATION' then 'IDENTIFICATION_PAYS_YEARS'
                              else 'DECLARATION_PAYS_YEARS' end
   and t.valid_from <= today and today < coalesce(t.valid_to, 'infinity') and t.value is not null
  join person_standing s on s.record_id = a.resident_id
  cross join lateral (
    select case r.ground when 'NO_IDENTIFICATION' then s.identified_on
                         else s.declared_on end as last_on) done
  left join suspension_grace g
    on g.ground = r.ground and s.identified_on between g.identified_from and g.identified_to
  where a.state = 'RESUMED'
$$;

-- Months, by the runs' periods, of which nothing was collected since the award was resumed or since
-- something last was. A month in which nothing was sent is none.
create view non_receipt as
select missed.award_id, count(*) as months, min(missed.period) as since, max(missed.period) as last
from (
  select distinct u.award_id, r.period
  from instruction i
  join batch b on b.id = i.batch_id
  join payment_run r on r.id = b.run_id
  join payable_unit u on u.id = i.unit_id
  where i.state = 'NOT_COLLECTED') missed
join award a on a.id = missed.award_id and a.state = 'RESUMED' and missed.period >= a.current_from
where not exists (
  select from payable_unit u
  join instruction i on i.unit_id = u.id and i.state = 'PAID'
  join batch b on b.id = i.batch_id
  join payment_run r on r.id = b.run_id
  where u.award_id = missed.award_id and r.period >= missed.period)
group by missed.award_id;

create index instruction_not_collected on instruction (unit_id) where state = 'NOT_COLLECTED';

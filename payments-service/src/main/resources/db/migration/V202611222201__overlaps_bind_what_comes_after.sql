-- Months of overlaps that are not owed, as the law stands today. One that lasts reaches to this month.
create view overlap_not_owed as
select o.award_id, o.from_month,
       coalesce(o.to_month, date_trunc('month', d.today)::date) as to_month
from (select (now() at time zone 'Europe/Kyiv')::date as today) d
join legal_term t
  on t.code = 'OVERLAP_MONTHS_OWED' and t.value = 0
 and t.valid_from <= d.today and d.today < coalesce(t.valid_to, 'infinity')
cross join overlap o;

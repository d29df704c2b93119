-- Why a sum waits for a later day than the first on which its till could hand it out.
alter table instruction add column day_reason text check (day_reason ~ '^[A-Z_]+$');
create or replace function instruction_is_reported_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.id, new.unit_id, new.batch_id, new.iban, new.way_reason, new.day_reason)
         is distinct from
         (old.id, old.unit_id, old.batch_id, old.iban, old.way_reason, old.day_reason)
      or old.state <> 'ISSUED' then
    raise exception 'instruction % is settled for ever', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- What tills have promised for days to come.
create index batch_till_day on batch (cash_point_id, pay_on) where channel = 'TILL';

-- The days of a period's payment window on which a place serves a settlement, in order.
create function cash_point_days(place uuid, served text, period date, today date)
returns date[] language sql stable as $$
  select array_agg(d::date order by d)
  from cash_point_service s
  cross join payment_window(period, today) w
  cross join generate_series(w.pay_from::timestamp, w.pay_to, interval '1 day') d
  where s.cash_point_id = place and s.settlement = served
    and (s.weekdays = '{}' and s.dates = '{}'
         or extract(isodow from d)::smallint = any(s.weekdays) or d::date = any(s.dates))
$$;

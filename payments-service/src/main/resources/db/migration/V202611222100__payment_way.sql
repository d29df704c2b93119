-- How each record's person is paid today. `hold` says why nothing can be sent (a HoldReason; null
-- when it can), `reason` why it is not the channel that the person wished for. A cash point and a
-- day are null where the channel knows neither. Runs read this view and nothing else.
create view payment_way as
select r.record_id,
       r.channel,
       p.edrpou as partner,
       null::uuid as cash_point_id,
       null::date as pay_on,
       case r.channel when 'BANK' then r.iban end as iban,
       null::text as reason,
       case when r.channel is null then 'CHANNEL_MISSING'
            when r.channel = 'BANK' and r.iban is null then 'IBAN_MISSING'
            when r.channel = 'POST' and s.settlement is null then 'SETTLEMENT_NOT_LIBERATED'
            when p.edrpou is null then 'NO_PARTNER' end as hold
from person r
left join settlement_status s
  on s.settlement = r.settlement and s.status = 'LIBERATED'
  and s.effective_on <= (now() at time zone 'Europe/Kyiv')::date
left join partner p on p.channel = r.channel and p.active;

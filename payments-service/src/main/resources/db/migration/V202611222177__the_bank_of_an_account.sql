-- Several banks: each pays the accounts that it holds, and the default one those of all others.
alter table partner
  add column default_bank boolean not null default false,
  add constraint only_a_bank_is_the_default check (not default_bank or channel = 'BANK' and active);
update partner set default_bank = true where channel = 'BANK' and active;

drop index partner_of_channel;
create unique index partner_of_channel on partner (channel)
  where active and channel in ('POST', 'DELEGATE');
create unique index bank_of_code on partner (bank_code) where active and channel = 'BANK';
create unique index one_default_bank on partner (channel) where default_bank;

-- How each record's person is paid in a period, as channel/WayRules says it: the wish (an override by
-- law or decision, else the resident's own preference) when nothing is in its way, else bank, post,
-- till, delegated official in this order. `reason` says why it is not the preferred channel, `hold`
-- why nothing works. An account is paid through its own bank where that is an active partner, else
-- through the default bank. For a delegated official the place is the delegation. Written as one plain
-- select, so that a run joins it as it would a view and reads only the records that it pays.
create or replace function payment_way(period date, today date)
returns table (record_id uuid, channel text, partner text, cash_point_id uuid, pay_on date,
               iban text, reason text, hold text)
language sql stable as $$
  select k.record_id, k.chosen,
         case k.chosen when 'BANK' then k.bank when 'POST' then k.post
                       when 'TILL' then k.till_operator when 'DELEGATE' then k.delegate end,
         case k.chosen when 'POST' then k.post_id when 'TILL' then k.till_id
                       when 'DELEGATE' then k.delegation_id end,
         case k.chosen when 'POST' then k.post_day when 'TILL' then k.till_day end,
         case k.chosen when 'BANK' then k.iban end,
         case when k.chosen = k.preferred then null
              when k.chosen = k.override then k.override_reason
              when k.chosen is not null then k.obstacle end,
         case when k.wish is null then 'CHANNEL_MISSING'
              when k.chosen is null then k.obstacle end
  from (
    select o.*,
           case o.wish when 'BANK' then o.not_bank when 'POST' then o.not_post
                       when 'TILL' then o.not_till when 'DELEGATE' then o.not_delegate
                       end as obstacle,
           case when o.wish is null then null
                when o.wish = 'POST' and o.not_post is null then 'POST'
                when o.wish = 'TILL' and o.not_till is null then 'TILL'
                when o.wish = 'DELEGATE' and o.not_delegate is null then 'DELEGATE'
                when o.not_bank is null and o.barred is distinct from 'BANK' then 'BANK'
                when o.not_post is null and o.barred is distinct from 'POST' then 'POST'
                when o.not_till is null and o.barred is distinct from 'TILL' then 'TILL'
                when o.not_delegate is null and o.barred is distinct from 'DELEGATE'
                  then 'DELEGATE' end as chosen
    from (
      select f.*, till.cash_point_id as till_id, till.operator as till_operator,
             till.pay_on as till_day,
             case when not f.liberated then 'SETTLEMENT_NOT_LIBERATED'
                  when till.cash_point_id is null then 'TILL_NOT_WORKING'
                  when not till.fits then 'SUM_BEYOND_TILL' end as not_till,
             case when not f.liberated then 'SETTLEMENT_NOT_LIBERATED'
                  when f.delegate is null then 'NO_PARTNER'
                  when f.delegation_id is null then 'DELEGATE_NOT_APPOINTED'
                  when f.wish <> 'DELEGATE' and f.reach <> 'WHOLE_SETTLEMENT'
                    then 'DELEGATE_NOT_ASKED' end as not_delegate
      from (
        select r.record_id, r.settlement, w.preferred, w.wish, v.channel as override,
               v.reason as override_reason, w.iban, s.settlement is not null as liberated,
               case when v.channel <> w.preferred then w.preferred end as barred,
               bank.edrpou as bank, post.edrpou as post, delegate.edrpou as delegate,
               office.cash_point_id as post_id, office.pay_on as post_day,
               d.id as delegation_id, d.reach,
               case when w.iban is null then 'IBAN_MISSING'
                    when bank.edrpou is null then 'NO_PARTNER' end as not_bank,
               case when s.settlement is null then 'SETTLEMENT_NOT_LIBERATED'
                    when post.edrpou is null then 'NO_PARTNER'
                    when office.cash_point_id is null then 'POST_NOT_WORKING'
                    when not office.comes then 'POST_NO_DAY' end as not_post
        from person r
        left join payment_preference p on p.resident_id = r.id
        left join way_override v on v.record_id = r.record_id
          and v.since <= today and coalesce(v.until, 'infinity') > today
        cross join lateral (
          select coalesce(p.channel, r.channel) as preferred,
                 coalesce(v.channel, p.channel, r.channel) as wish,
                 coalesce(v.iban, p.iban, r.iban) as iban) w
        left join settlement_status s on s.settlement = r.settlement
          and s.status = 'LIBERATED' and s.effective_on <= today
        left join settlement_post(period, today) office on office.settlement = r.settlement
        left join delegation d on d.settlement = r.settlement and d.state = 'APPROVED'
          and d.valid_from <= today and d.valid_to > today
        left join partner own on own.channel = 'BANK' and own.active
          and own.bank_code = substr(w.iban, 5, 6)
        left join partner usual on usual.channel = 'BANK' and usual.active and usual.default_bank
        cross join lateral (select coalesce(own.edrpou, usual.edrpou) as edrpou) bank
        left join partner post on post.channel = 'POST' and post.active
        left join partner delegate on delegate.channel = 'DELEGATE' and delegate.active) f
      left join lateral record_till(f.record_id, f.settlement, period, today) till
        on f.liberated and (f.wish = 'TILL' or f.not_bank is not null or f.barred = 'BANK')
        and (f.wish = 'TILL' or f.not_post is not null or f.barred = 'POST')) o) k
$$;

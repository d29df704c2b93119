-- Tills pay through many partners, each a chain of shops; delegated officials for the Pension Fund.
drop index partner_of_channel;
create unique index partner_of_channel on partner (channel) where active and channel <> 'TILL';
alter table partner
  drop constraint partner_channel_check,
  add constraint partner_channel_check check (channel in ('BANK', 'POST', 'TILL', 'DELEGATE')),
  drop constraint partner_file_format_check,
  add constraint partner_file_format_check check (file_format in
    ('PAIN_001', 'DELIVERY_LIST', 'VOUCHER_LIST', 'COLLECTION_LIST'));
insert into partner
  (edrpou, channel, name, file_format, bank_code, payer_edrpou, payer_name, lines_max, active)
values
  ('00035323', 'DELEGATE', 'Пенсійний фонд України, через уповноважених осіб', 'COLLECTION_LIST',
   null, '00035323', 'Пенсійний фонд України', 50000, true);

-- Nothing but an account needs a number; a null one must not make the check false.
alter table way_override
  drop constraint way_override_check,
  add constraint way_override_iban check (
    iban is null or channel = 'BANK' and iban ~ '^UA\d{8}[A-Z0-9]{19}$');

-- An official of the place who may collect cash for its residents where no bank works (CMU No. 162):
-- proposed by one person, approved by another. valid_to is the first day on which it no longer holds.
create table delegation (
  id            uuid        primary key,
  settlement    text        not null check (settlement ~ '^UA\d{17}$'),
  reach         text        not null check (reach in ('ON_REQUEST', 'WHOLE_SETTLEMENT')),
  office        text        not null check (office in
    ('HROMADA_HEAD', 'STAROSTA', 'MILITARY_ADMINISTRATION_HEAD')),
  official_name text        not null check (length(official_name) between 3 and 200),
  organisation  text        not null check (organisation ~ '^\d{8}$'),
  act           text        not null check (length(act) between 3 and 300),
  valid_from    date        not null,
  valid_to      date        not null check (valid_to > valid_from),
  state         text        not null check (state in ('PROPOSED', 'APPROVED', 'ENDED')),
  proposed_by   text        not null,
  proposed_at   timestamptz not null,
  approved_by   text,
  approved_at   timestamptz,
  ended_by      text,
  ended_at      timestamptz,
  version       bigint      not null default 0,
  constraint two_people_for_a_delegation check (approved_by <> proposed_by),
  check (num_nulls(approved_by, approved_at) in (0, 2)),
  check (state <> 'APPROVED' or approved_by is not null),
  check ((state = 'ENDED') = (num_nulls(ended_by, ended_at) = 0)),
  constraint one_delegation_at_a_time exclude using gist
    (settlement with =, daterange(valid_from, valid_to) with &&) where (state = 'APPROVED')
);
comment on column delegation.reach is
  'ON_REQUEST: for residents who asked for it; WHOLE_SETTLEMENT: for all whom no other way reaches.';

-- PaymentWindowRule, for statements: the days on which a period is paid.
create function payment_window(period date, today date)
returns table (pay_from date, pay_to date) language sql stable as $$
  select greatest(today, days.opens), greatest(today, days.opens, days.closes)
  from (
    select period + (opening.value - 1) as opens,
           last_day - case extract(isodow from last_day) when 6 then 1 when 7 then 2 else 0 end
             as closes
    from legal_term opening
    join legal_term closing on closing.code = 'PAYMENT_WINDOW_LAST_DAY'
      and closing.valid_from <= period and coalesce(closing.valid_to, 'infinity') > period
    cross join lateral (select period + (closing.value - 1)) d (last_day)
    where opening.code = 'PAYMENT_WINDOW_FIRST_DAY'
      and opening.valid_from <= period and coalesce(opening.valid_to, 'infinity') > period) days
$$;

-- Where and when places serve a settlement in a period: on any day, or next on pay_on, or not (both
-- empty). Those that are out are left out.
create function cash_point_next_day(period date, today date)
returns table (settlement text, cash_point_id uuid, operator text, kind text, limited boolean,
               any_day boolean, pay_on date) language sql stable as $$
  select s.settlement, c.id, c.operator, c.kind, c.state = 'LIMITED',
         s.weekdays = '{}' and s.dates = '{}',
         (select min(d)::date
          from generate_series(w.pay_from::timestamp, w.pay_to, interval '1 day') d
          where extract(isodow from d)::smallint = any(s.weekdays) or d::date = any(s.dates))
  from cash_point c
  join cash_point_service s on s.cash_point_id = c.id
  cross join payment_window(period, today) w
  where c.state <> 'OUT'
$$;

-- The post that pays a settlement's people in a period: rather one that comes at all, then an office
-- with any day, then one without restrictions, then the earliest day.
create function settlement_post(period date, today date)
returns table (settlement text, cash_point_id uuid, comes boolean, pay_on date)
language sql stable as $$
  select distinct on (d.settlement) d.settlement, d.cash_point_id,
         d.any_day or d.pay_on is not null, d.pay_on
  from cash_point_next_day(period, today) d
  join partner p on p.channel = 'POST' and p.active and p.edrpou = d.operator
  where d.kind in ('POST', 'MOBILE_POST')
  order by d.settlement, d.any_day or d.pay_on is not null desc, d.any_day desc, d.limited,
           d.pay_on, d.cash_point_id
$$;

-- The till that pays all of a record's sums of a period, if any does (fits); else any that works.
create function record_till(record uuid, place text, period date, today date)
returns table (cash_point_id uuid, operator text, pay_on date, fits boolean)
language sql stable as $$
  select d.cash_point_id, d.operator, d.pay_on, f.fits
  from cash_point_next_day(period, today) d
  join cash_point c on c.id = d.cash_point_id
  join partner p on p.channel = 'TILL' and p.active and p.edrpou = d.operator
  cross join lateral (
    select coalesce(bool_and(
             sum_minor >= coalesce(c.amount_min_minor, 0)
             and sum_minor <= coalesce(least(c.amount_max_minor, c.daily_float_minor), sum_minor)
             and sum_minor % coalesce(c.amount_multiple_minor, 1) = 0), true) as fits
    from (
      select u.amount_minor as sum_minor from payable_unit u join award a on a.id = u.award_id
      where a.resident_id = record and a.state = 'RESUMED' and u.state = 'OUTSTANDING'
        and u.scheduled_period <= period
      union all
      select a.monthly_amount_minor from award a
      where a.resident_id = record and a.state = 'RESUMED') sums) f
  where d.settlement = place and d.kind = 'TILL' and (d.any_day or d.pay_on is not null)
  order by f.fits desc, d.limited, d.cash_point_id
  limit 1
$$;

-- How each record's person is paid in a period, as channel/WayRules says it: the wish (an override by
-- law or decision, else the resident's own preference) when nothing is in its way, else bank, post,
-- till, delegated official in this order. `reason` says why it is not the preferred channel, `hold`
-- why nothing works. For a delegated official the place is the delegation. Written as one plain
-- select, so that a run joins it as it would a view and reads only the records that it pays.
drop view payment_way;
create function payment_way(period date, today date)
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
        left join partner bank on bank.channel = 'BANK' and bank.active
        left join partner post on post.channel = 'POST' and post.active
        left join partner delegate on delegate.channel = 'DELEGATE' and delegate.active) f
      left join lateral record_till(f.record_id, f.settlement, period, today) till
        on f.liberated and (f.wish = 'TILL' or f.not_bank is not null or f.barred = 'BANK')
        and (f.wish = 'TILL' or f.not_post is not null or f.barred = 'POST')) o) k
$$;

alter table held_unit drop constraint held_unit_reason_check;
alter table held_unit add constraint held_unit_reason_check check (reason in
  ('CHANNEL_MISSING', 'IBAN_MISSING', 'SETTLEMENT_NOT_LIBERATED', 'NO_PARTNER', 'ANOTHER_AWARD',
   'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'MONTH_PAID', 'POST_NOT_WORKING', 'POST_NO_DAY',
   'TILL_NOT_WORKING', 'SUM_BEYOND_TILL', 'DELEGATE_NOT_APPOINTED', 'DELEGATE_NOT_ASKED'));

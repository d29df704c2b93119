-- What became of a referral. A correction gives a visit's referrals new ids, so an outcome belongs
-- to what stays the same in all revisions: the visit, and for what the person was sent where. Sent
-- elsewhere by a correction is another referral, of which nothing is known yet.
create table referral_outcome (
  id               uuid        primary key,
  visit_id         uuid        not null references visit,
  referral_kind    text        not null check (referral_kind in ('CARE', 'DISABILITY_ASSESSMENT')),
  destination      text        not null,
  speciality       text,
  number           integer     not null check (number > 0),
  kind             text        not null
    check (kind in ('COMPLETED', 'DECLINED', 'NOT_NEEDED', 'NOT_POSSIBLE')),
  happened_on      date        not null,
  note             text        check (length(note) between 1 and 1000),
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null,
  constraint one_outcome_after_the_other
    unique nulls not distinct (visit_id, referral_kind, destination, speciality, number)
);
comment on column referral_outcome.visit_id is 'The first revision of the visit';
comment on column referral_outcome.number is 'From 1; the last one holds';

create function outcome_follows_the_last() returns trigger language plpgsql as $$
declare last referral_outcome;
begin
  if tg_op <> 'INSERT' then
    raise exception 'What became of a referral is only added to'
      using errcode = 'integrity_constraint_violation';
  end if;
  select * into last from referral_outcome o
    where o.visit_id = new.visit_id and o.referral_kind = new.referral_kind
      and o.destination = new.destination and o.speciality is not distinct from new.speciality
    order by o.number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or last.kind in ('COMPLETED', 'NOT_NEEDED')
      or last.kind = new.kind then
    raise exception 'This outcome cannot follow the last one'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger outcome_follows_the_last before insert or update or delete on referral_outcome
  for each row execute function outcome_follows_the_last();

-- Referrals of which nobody has said what became of them; of any revision.
create view open_referral as
select r.*
from visit_referral r
join visit v on v.id = r.visit_id
where not exists (
  select 1 from referral_outcome o
  where o.visit_id = v.origin_id and o.referral_kind = r.kind
    and o.destination = r.destination and o.speciality is not distinct from r.speciality);

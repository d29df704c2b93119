-- What the Pension Fund may tell of an award beyond its amount; null is unknown.
alter table award
  add column pension_kind      text    check (pension_kind in ('OLD_AGE', 'DISABILITY', 'SURVIVOR')),
  add column granted_on        date,
  add column base_amount_minor bigint  check (base_amount_minor > 0),
  add column insurance_years   integer check (insurance_years between 0 and 100),
  add column working           boolean,
  add column sex               text    check (sex in ('MALE', 'FEMALE'));
comment on column award.base_amount_minor is 'The part of the amount that indexation raises.';

-- A programme of aid is data: who gets how much, on what evidence, for how long, and what it
-- excludes. What law may change stands in dated rows with act, article and source.
alter table programme
  add column kind           text    not null default 'RECURRING'
                              check (kind in ('RECURRING', 'ONE_OFF')),
  add column per            text    not null default 'PERSON'
                              check (per in ('PERSON', 'HOUSEHOLD', 'BIRTH', 'DEATH')),
  add column entrance       text    not null default 'GRANT'
                              check (entrance in ('IMPORT', 'GRANT', 'CLAIM')),
  add column payer          text    not null default '00035323' check (payer ~ '^\d{8}$'),
  add column has_arrears    boolean not null default false,
  add column liberated_only boolean not null default false;
comment on column programme.per is
  'For what it is given once: to a person, a household, for a birth (the child), a death (the dead).';
comment on column programme.entrance is
  'How its awards come about: the Pension Fund''s list, a grant by two people, or a claim of heirs.';
comment on column programme.has_arrears is
  'Whether months unpaid in the past are owed (Law 1058-IV art. 46: pensions only).';

-- The operator's corrections: one administrator proposes, another approves.
create table programme_change (
  id          uuid        primary key,
  programme   text        not null,
  content     jsonb       not null,
  state       text        not null check (state in ('PROPOSED', 'APPLIED', 'REFUSED')),
  proposed_by text        not null,
  proposed_at timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  version     bigint      not null default 0,
  constraint two_people_for_programmes check (state <> 'APPLIED' or decided_by <> proposed_by),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);

-- The amount of a category: kopiykas, or a number of monthly pensions of the person who died.
create table programme_amount (
  id              uuid    primary key default uuidv7(),
  programme       text    not null references programme,
  category        text    not null check (category ~ '^[A-Z][A-Z_]{1,39}$'),
  amount_minor    bigint  check (amount_minor > 0),
  pensions        integer check (pensions between 1 and 12),
  age_below_years integer check (age_below_years between 1 and 150),
  act             text    not null,
  article         text    not null,
  source          text    not null,
  valid_from      date    not null,
  valid_to        date    check (valid_to >= valid_from),
  change_id       uuid    references programme_change,
  check (num_nonnulls(amount_minor, pensions) = 1),
  exclude using gist (programme with =, category with =, daterange(valid_from, valid_to) with &&)
);

-- For how many months a recurring programme is granted, and whether it goes on by itself.
create table programme_term (
  id         uuid    primary key default uuidv7(),
  programme  text    not null references programme,
  months     integer not null check (months between 1 and 600),
  extends    boolean not null,
  act        text    not null,
  article    text    not null,
  source     text    not null,
  valid_from date    not null,
  valid_to   date    check (valid_to >= valid_from),
  change_id  uuid    references programme_change,
  exclude using gist (programme with =, daterange(valid_from, valid_to) with &&)
);

-- What must be seen before it is granted; category * is every one.
create table programme_evidence (
  id         uuid primary key default uuidv7(),
  programme  text not null references programme,
  category   text not null check (category ~ '^(\*|[A-Z][A-Z_]{1,39})$'),
  evidence   text not null check (evidence ~ '^[A-Z][A-Z_]{1,39}$'),
  act        text not null,
  article    text not null,
  source     text not null,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  change_id  uuid references programme_change,
  exclude using gist (programme with =, category with =, evidence with =,
                      daterange(valid_from, valid_to) with &&)
);

-- Which other programme keeps a person from this one, and for how many months; null is for ever.
create table programme_exclusion (
  id         uuid    primary key default uuidv7(),
  programme  text    not null references programme,
  excluded   text    not null references programme,
  months     integer check (months between 1 and 600),
  act        text    not null,
  article    text    not null,
  source     text    not null,
  valid_from date    not null,
  valid_to   date    check (valid_to >= valid_from),
  change_id  uuid    references programme_change,
  check (programme <> excluded),
  exclude using gist (programme with =, excluded with =, daterange(valid_from, valid_to) with &&)
);

create function programme_row_is_only_ended() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (to_jsonb(new) - 'valid_to') <> (to_jsonb(old) - 'valid_to')
      or new.valid_to is null
      or new.valid_to > coalesce(old.valid_to, 'infinity') then
    raise exception 'a row of a programme is ended and followed by another, never rewritten'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger programme_amount_is_only_ended before update or delete on programme_amount
  for each row execute function programme_row_is_only_ended();
create trigger programme_term_is_only_ended before update or delete on programme_term
  for each row execute function programme_row_is_only_ended();
create trigger programme_evidence_is_only_ended before update or delete on programme_evidence
  for each row execute function programme_row_is_only_ended();
create trigger programme_exclusion_is_only_ended before update or delete on programme_exclusion
  for each row execute function programme_row_is_only_ended();

create function programme_keeps_its_shape() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'name_uk') <> (to_jsonb(old) - 'name_uk') then
    raise exception 'programme % keeps its shape; another shape is another programme', old.code
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

update programme set entrance = 'IMPORT', has_arrears = true where code = 'PENSION';
create trigger programme_keeps_its_shape before update or delete on programme
  for each row execute function programme_keeps_its_shape();

insert into programme (code, name_uk, kind, per, entrance, liberated_only) values
  ('IDP_ALLOWANCE', 'Допомога на проживання внутрішньо переміщеним особам',
   'RECURRING', 'PERSON', 'GRANT', false),
  ('LIBERATED_ONE_OFF', 'Одноразова грошова допомога мешканцям деокупованих територій',
   'ONE_OFF', 'PERSON', 'GRANT', true),
  ('BURIAL', 'Допомога на поховання пенсіонера', 'ONE_OFF', 'DEATH', 'GRANT', false),
  ('CHILD_BIRTH', 'Допомога при народженні дитини', 'ONE_OFF', 'BIRTH', 'GRANT', false),
  ('CHILD_CARE', 'Допомога по догляду за дитиною до одного року',
   'RECURRING', 'BIRTH', 'GRANT', false),
  ('HEIRS_PAYOUT', 'Сума, недоодержана у зв''язку зі смертю', 'ONE_OFF', 'DEATH', 'CLAIM', false);

insert into programme_amount
  (programme, category, amount_minor, pensions, age_below_years, act, article, source, valid_from)
values
  ('IDP_ALLOWANCE', 'CHILD', 300000, null, 18, 'Постанова КМУ № 332 від 20.03.2022',
   'розмір допомоги; пункт звірити', 'domain notes, seen', '2022-03-20'),
  ('IDP_ALLOWANCE', 'DISABLED', 300000, null, null, 'Постанова КМУ № 332 від 20.03.2022',
   'розмір допомоги; пункт звірити', 'domain notes, seen', '2022-03-20'),
  ('IDP_ALLOWANCE', 'OTHER', 200000, null, null, 'Постанова КМУ № 332 від 20.03.2022',
   'розмір допомоги; пункт звірити', 'domain notes, seen', '2022-03-20'),
  ('LIBERATED_ONE_OFF', 'CHILD', 300000, null, 18, 'Постанова КМУ № 1195 від 21.10.2022',
   'розмір виплати; пункт звірити', 'e-finance; napensii; чинність звірити', '2022-10-21'),
  ('LIBERATED_ONE_OFF', 'DISABLED', 300000, null, null, 'Постанова КМУ № 1195 від 21.10.2022',
   'розмір виплати; пункт звірити', 'e-finance; napensii; чинність звірити', '2022-10-21'),
  ('LIBERATED_ONE_OFF', 'OTHER', 200000, null, null, 'Постанова КМУ № 1195 від 21.10.2022',
   'розмір виплати; пункт звірити', 'e-finance; napensii; чинність звірити', '2022-10-21'),
  ('BURIAL', 'PENSIONER', null, 2, null, 'Закон України № 1058-IV', 'ст. 53',
   'domain notes, seen; статтю звірити', '2004-01-01'),
  ('BURIAL', 'SERVICEMAN', null, 3, null, 'Закон України № 2262-XII', 'статтю звірити',
   'domain notes, seen', '2004-01-01'),
  ('CHILD_BIRTH', 'CHILD', 5000000, null, 1, 'Постанова КМУ № 1805 від 31.12.2025',
   'розмір допомоги; пункт звірити', 'domain notes, seen; строк звернення звірити', '2026-01-01'),
  ('CHILD_CARE', 'CHILD', 700000, null, 1, 'Постанова КМУ № 1805 від 31.12.2025',
   'розмір допомоги; пункт звірити', 'domain notes, seen', '2026-01-01');

insert into programme_term (programme, months, extends, act, article, source, valid_from) values
  ('IDP_ALLOWANCE', 6, true, 'Постанова КМУ № 332 від 20.03.2022', 'строк; пункт звірити',
   'domain notes, seen', '2022-03-20'),
  ('CHILD_CARE', 12, false, 'Постанова КМУ № 1805 від 31.12.2025', 'строк; пункт звірити',
   'domain notes, seen', '2026-01-01');

insert into programme_evidence (programme, category, evidence, act, article, source, valid_from)
values
  ('IDP_ALLOWANCE', '*', 'IDP_CERTIFICATE', 'Постанова КМУ № 332 від 20.03.2022',
   'документи; пункт звірити', 'common knowledge, to be confirmed', '2022-03-20'),
  ('IDP_ALLOWANCE', 'DISABLED', 'DISABILITY_CERTIFICATE', 'Постанова КМУ № 332 від 20.03.2022',
   'документи; пункт звірити', 'common knowledge, to be confirmed', '2022-03-20'),
  ('LIBERATED_ONE_OFF', '*', 'RESIDENCE_AT_LIBERATION', 'Постанова КМУ № 1195 від 21.10.2022',
   'список органу місцевого самоврядування', 'e-finance; napensii', '2022-10-21'),
  ('LIBERATED_ONE_OFF', 'DISABLED', 'DISABILITY_CERTIFICATE',
   'Постанова КМУ № 1195 від 21.10.2022', 'документи; пункт звірити',
   'common knowledge, to be confirmed', '2022-10-21'),
  ('BURIAL', '*', 'DEATH_CERTIFICATE', 'Закон України № 1058-IV', 'ст. 53',
   'common knowledge, to be confirmed', '2004-01-01'),
  ('BURIAL', '*', 'BURIAL_BY_APPLICANT', 'Закон України № 1058-IV', 'ст. 53',
   'common knowledge, to be confirmed', '2004-01-01'),
  ('BURIAL', 'SERVICEMAN', 'MILITARY_PENSION', 'Закон України № 2262-XII', 'статтю звірити',
   'common knowledge, to be confirmed', '2004-01-01'),
  ('CHILD_BIRTH', '*', 'BIRTH_CERTIFICATE', 'Постанова КМУ № 1805 від 31.12.2025',
   'форма за № 765', 'domain notes, seen', '2026-01-01'),
  ('CHILD_CARE', '*', 'BIRTH_CERTIFICATE', 'Постанова КМУ № 1805 від 31.12.2025',
   'форма за № 765', 'domain notes, seen', '2026-01-01');

insert into programme_exclusion
  (programme, excluded, months, act, article, source, valid_from)
values
  ('LIBERATED_ONE_OFF', 'IDP_ALLOWANCE', null, 'Постанова КМУ № 1195 від 21.10.2022',
   'ніколи не були взяті на облік як ВПО', 'e-finance; napensii', '2022-10-21');

insert into legal_term (code, value, act, article, valid_from, source) values
  ('AID_LIST_DAYS', 7, 'Постанова КМУ № 1195 від 21.10.2022',
   'облік мешканців після деокупації; пункт звірити', '2022-10-21', 'e-finance; napensii'),
  ('AID_FUNDING_DAYS', 2, 'Постанова КМУ № 1195 від 21.10.2022',
   'перерахування коштів Укрпошті; пункт звірити', '2022-10-21', 'e-finance; napensii'),
  ('AID_PAYMENT_DAYS', 5, 'Постанова КМУ № 1195 від 21.10.2022',
   'виплата; пункт звірити', '2022-10-21', 'e-finance; napensii'),
  ('HEIRS_FAMILY_CLAIM_MONTHS', 6, 'Закон України № 1058-IV', 'ст. 52', '2004-01-01',
   'common knowledge of high confidence; to be confirmed by a lawyer');

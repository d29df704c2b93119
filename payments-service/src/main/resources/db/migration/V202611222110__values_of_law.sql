-- A file of values that somebody proposes to load; another person decides, because it moves money.
create table law_proposal (
  id             uuid        primary key,
  state          text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  proposed_by    text        not null,
  proposed_at    timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  refusal_reason text,
  version        bigint      not null default 0,
  constraint two_people_for_law check (state <> 'APPROVED' or decided_by <> proposed_by),
  check ((state = 'PROPOSED') = (num_nonnulls(decided_by, decided_at) = 0)),
  check ((state = 'REFUSED') = (refusal_reason is not null))
);

create table law_proposal_line (
  proposal_id uuid    not null references law_proposal,
  line        integer not null,
  code        text    not null,
  dimension   text    not null,
  value       numeric not null,
  act         text    not null,
  article     text    not null,
  source      text    not null,
  valid_from  date    not null,
  valid_to    date    check (valid_to > valid_from),
  primary key (proposal_id, line)
);

-- Amounts and coefficients of law, each for a time, with where it stands. A row never changes: a
-- correction replaces it, and copies of it go on for the days that the correction leaves alone. So
-- what was derived from a row can be explained for ever, and what was known on a day is known still.
create table law_value (
  id          uuid          primary key,
  code        text          not null,
  dimension   text          not null,
  value       numeric(18,6) not null check (value >= 0),
  unit        text          not null check (unit in ('KOPIYKAS', 'COEFFICIENT', 'COUNT')),
  act         text          not null check (act <> ''),
  article     text          not null check (article <> ''),
  source      text          not null check (source <> ''),
  valid_from  date          not null,
  valid_to    date          check (valid_to > valid_from),
  proposal_id uuid          references law_proposal,
  recorded_at timestamptz   not null,
  replaced_at timestamptz   check (replaced_at >= recorded_at),
  check (unit = 'COEFFICIENT' or value = trunc(value)),
  constraint one_value_a_day exclude using gist
    (code with =, dimension with =, daterange(valid_from, valid_to) with &&)
    where (replaced_at is null)
);
comment on column law_value.dimension is 'To whom it applies, such as a grant year; empty is all.';
comment on column law_value.valid_to is 'First day on which it no longer holds; null: no end known.';

create function law_value_is_replaced_never_rewritten() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.replaced_at is not null
      or (to_jsonb(new) - 'replaced_at') <> (to_jsonb(old) - 'replaced_at') then
    raise exception 'a value of law is replaced by another, never rewritten'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger law_value_is_replaced_never_rewritten before update or delete on law_value
  for each row execute function law_value_is_replaced_never_rewritten();

-- Marks in the sources: [V] seen in the named source, [M-h] common knowledge of high confidence,
-- [D] derived. What is not [V] is for a lawyer to confirm and, where wrong, to replace.
insert into law_value
  (id, code, dimension, value, unit, act, article, source, valid_from, valid_to, recorded_at)
select uuidv7(), code, dimension, value, unit, act, article, source, valid_from::date,
       valid_to::date, now()
from (values
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 193400, 'KOPIYKAS', 'Закон про Державний бюджет України на 2022 рік', 'ст. 7', '[V]', '2022-01-01', '2022-07-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 202700, 'KOPIYKAS', 'Закон про Державний бюджет України на 2022 рік', 'ст. 7', '[V]', '2022-07-01', '2022-12-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 209300, 'KOPIYKAS', 'Закон про Державний бюджет України на 2022 рік', 'ст. 7', '[V]', '2022-12-01', '2023-01-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 209300, 'KOPIYKAS', 'Закон про Державний бюджет України на 2023 рік', 'ст. 7', '[M-h]', '2023-01-01', '2024-01-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 236100, 'KOPIYKAS', 'Закон про Державний бюджет України на 2024 рік', 'ст. 7', '[V]', '2024-01-01', '2025-01-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 236100, 'KOPIYKAS', 'Закон про Державний бюджет України на 2025 рік', 'ст. 7', '[V]', '2025-01-01', '2026-01-01'),
  ('SUBSISTENCE', 'UNABLE_TO_WORK', 259500, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 7', '[V]', '2026-01-01', null),
  ('SUBSISTENCE', 'GENERAL', 292000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2024 рік', 'ст. 7', '[V]', '2024-01-01', '2025-01-01'),
  ('SUBSISTENCE', 'GENERAL', 292000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2025 рік', 'ст. 7', '[V]', '2025-01-01', '2026-01-01'),
  ('SUBSISTENCE', 'GENERAL', 320900, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 7', 'minfin, проєкт бюджету [V]', '2026-01-01', null),
  ('SUBSISTENCE', 'CHILD_UNDER_6', 281700, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 7', 'minfin, проєкт бюджету [V]', '2026-01-01', null),
  ('SUBSISTENCE', 'CHILD_6_TO_18', 351200, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 7', 'minfin, проєкт бюджету [V]', '2026-01-01', null),
  ('SUBSISTENCE', 'ABLE_TO_WORK', 332800, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 7', 'minfin, проєкт бюджету [V]', '2026-01-01', null),
  ('MINIMUM_WAGE', '', 650000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2022 рік', 'ст. 8', '[M-h]', '2022-01-01', '2022-10-01'),
  ('MINIMUM_WAGE', '', 670000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2022 рік', 'ст. 8', '[M-h]', '2022-10-01', '2023-01-01'),
  ('MINIMUM_WAGE', '', 670000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2023 рік', 'ст. 8', '[M-h]', '2023-01-01', '2024-01-01'),
  ('MINIMUM_WAGE', '', 710000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2024 рік', 'ст. 8', '[M-h]', '2024-01-01', '2024-04-01'),
  ('MINIMUM_WAGE', '', 800000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2024 рік', 'ст. 8', '[M-h]', '2024-04-01', '2025-01-01'),
  ('MINIMUM_WAGE', '', 800000, 'KOPIYKAS', 'Закон про Державний бюджет України на 2025 рік', 'ст. 8', '[V]', '2025-01-01', '2026-01-01'),
  ('MINIMUM_WAGE', '', 864700, 'KOPIYKAS', 'Закон про Державний бюджет України на 2026 рік', 'ст. 8', '[V]', '2026-01-01', null),
  ('INDEXATION', '', 1.14, 'COEFFICIENT', 'Постанова КМУ № 118 від 16.02.2022', 'п. 1', '[M-h]', '2022-03-01', '2023-03-01'),
  ('INDEXATION', '', 1.197, 'COEFFICIENT', 'Постанова КМУ № 168 від 24.02.2023', 'п. 1', '[V], джерело слабке; номер акта [M-h]', '2023-03-01', '2024-03-01'),
  ('INDEXATION', '', 1.0796, 'COEFFICIENT', 'Постанова КМУ № 185 від 23.02.2024', 'п. 1', '[V]; номер акта [M-h]', '2024-03-01', '2025-03-01'),
  ('INDEXATION', '', 1.115, 'COEFFICIENT', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION', '2021', 1.0575, 'COEFFICIENT', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION', '2022', 1.046, 'COEFFICIENT', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION', '2023', 1.0345, 'COEFFICIENT', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION', '2024', 1.023, 'COEFFICIENT', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION', '', 1.121, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION', '2021', 1.061, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION', '2022', 1.061, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION', '2023', 1.048, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION', '2024', 1.036, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION', '2025', 1.024, 'COEFFICIENT', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION_RISE_MINIMUM', '', 10000, 'KOPIYKAS', 'Постанова КМУ № 168 від 24.02.2023', 'п. 1', '[M-h]', '2023-03-01', '2024-03-01'),
  ('INDEXATION_RISE_MAXIMUM', '', 150000, 'KOPIYKAS', 'Постанова КМУ № 168 від 24.02.2023', 'п. 1', '[M-h]', '2023-03-01', '2024-03-01'),
  ('INDEXATION_RISE_MINIMUM', '', 10000, 'KOPIYKAS', 'Постанова КМУ № 185 від 23.02.2024', 'п. 1', '[M-h]', '2024-03-01', '2025-03-01'),
  ('INDEXATION_RISE_MAXIMUM', '', 150000, 'KOPIYKAS', 'Постанова КМУ № 185 від 23.02.2024', 'п. 1', '[M-h]', '2024-03-01', '2025-03-01'),
  ('INDEXATION_RISE_MINIMUM', '', 10000, 'KOPIYKAS', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION_RISE_MAXIMUM', '', 150000, 'KOPIYKAS', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('INDEXATION_RISE_MINIMUM', '', 10000, 'KOPIYKAS', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('INDEXATION_RISE_MAXIMUM', '', 259500, 'KOPIYKAS', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('WAGE_BASE', '', 618632, 'KOPIYKAS', 'Постанова КМУ № 118 від 16.02.2022', 'п. 1', '[D] назад від 8913,83', '2022-03-01', '2023-03-01'),
  ('WAGE_BASE', '', 740503, 'KOPIYKAS', 'Постанова КМУ № 168 від 24.02.2023', 'п. 1', '[D] назад від 8913,83', '2023-03-01', '2024-03-01'),
  ('WAGE_BASE', '', 799447, 'KOPIYKAS', 'Постанова КМУ № 185 від 23.02.2024', 'п. 1', '[D] назад від 8913,83', '2024-03-01', '2025-03-01'),
  ('WAGE_BASE', '', 891383, 'KOPIYKAS', 'Постанова КМУ № 209 від 25.02.2025', 'п. 1', '[V]', '2025-03-01', '2026-03-01'),
  ('WAGE_BASE', '', 999240, 'KOPIYKAS', 'Постанова КМУ № 236 (2026)', 'п. 1', '[V]', '2026-03-01', '2027-03-01'),
  ('MAXIMUM_IN_SUBSISTENCES', '', 10, 'COEFFICIENT', 'Закон України № 1058-IV', 'ст. 27 ч. 3', '[V] розмір; стаття [M-h]', '2011-10-01', null),
  ('MINIMUM_IN_SUBSISTENCES', 'OLD_AGE', 1, 'COEFFICIENT', 'Закон України № 1058-IV', 'ст. 28 ч. 1', '[V] розмір; стаття [M-h]', '2004-01-01', null),
  ('GUARANTEED_SHARE_OF_WAGE', '', 0.4, 'COEFFICIENT', 'Закон України № 1058-IV', 'ст. 28 ч. 2', '[V] розмір; перший день [M-h]; повідомляють про вищу проіндексовану суму 3370 у 2025 році', '2018-01-01', null),
  ('GUARANTEED_FROM_AGE', '', 65, 'COUNT', 'Закон України № 1058-IV', 'ст. 28 ч. 2', '[V]; перший день [M-h]', '2018-01-01', null),
  ('FULL_INSURANCE_YEARS', 'MALE', 35, 'COUNT', 'Закон України № 1058-IV', 'ст. 28 ч. 1', '[V]; перший день [M-h]', '2011-10-01', null),
  ('FULL_INSURANCE_YEARS', 'FEMALE', 30, 'COUNT', 'Закон України № 1058-IV', 'ст. 28 ч. 1', '[V]; перший день [M-h]', '2011-10-01', null),
  ('AGE_SUPPLEMENT', '70', 30000, 'KOPIYKAS', 'Постанова КМУ № 118 від 16.02.2022', 'п. 2', 'psm7 [V] розмір; акт і перший день [M-m]', '2022-03-01', null),
  ('AGE_SUPPLEMENT', '75', 45600, 'KOPIYKAS', 'Постанова КМУ № 118 від 16.02.2022', 'п. 2', 'psm7 [V] розмір; акт і перший день [M-m]', '2022-03-01', null),
  ('AGE_SUPPLEMENT', '80', 57000, 'KOPIYKAS', 'Постанова КМУ № 118 від 16.02.2022', 'п. 2', 'psm7 [V] розмір; акт і перший день [M-m]', '2022-03-01', null),
  ('AGE_COUNTS_AFTER_MONTHS', '', 1, 'COUNT', 'Закон України № 1058-IV', 'ст. 45', '[D] прочитання: з місяця, що настає за місяцем досягнення віку; на підтвердження юриста', '2004-01-01', null)
) as known (code, dimension, value, unit, act, article, source, valid_from, valid_to);

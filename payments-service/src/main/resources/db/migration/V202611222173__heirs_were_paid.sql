-- Somebody lives whose months were passed to heirs: what they are owed and what the heirs have is for
-- people to settle.
alter table difference
  drop constraint difference_kind_check,
  add constraint difference_kind_check check (kind in
    ('ANOTHER_AWARD', 'RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE', 'PAID_TWICE', 'AMOUNT_FELL',
     'HEIRS_PAID')),
  drop constraint difference_of_money,
  add constraint difference_of_money check (
    case when kind in ('PAID_TWICE', 'AMOUNT_FELL', 'HEIRS_PAID')
         then num_nulls(month, amount_minor, currency)
         else num_nonnulls(month, amount_minor, currency) end = 0);

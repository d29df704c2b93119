-- While a difference is open, the same word is the same difference. Once it is settled only the
-- same word of the same day is: a partner that says PAID again with another day is asked again.
drop index report_difference_once;
create unique index report_difference_open_once on report_difference
  (instruction_id, partner, kind, told_outcome, told_amount_minor) nulls not distinct
  where settled_at is null and lapsed_at is null;
create unique index report_difference_once on report_difference
  (instruction_id, partner, kind, told_outcome, told_amount_minor, told_on) nulls not distinct;

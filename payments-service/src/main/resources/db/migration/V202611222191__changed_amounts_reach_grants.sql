-- A programme's changed amount reaches what was granted before it: from its first whole month on it is
-- paid, and of months already made the difference is added or put before people.
alter table derivation
  add column programme_change_id uuid references programme_change,
  add unique (award_id, programme_change_id),
  drop constraint derived_for_a_reason,
  add constraint derived_for_a_reason check (
    num_nonnulls(resumption_id, recalculation_id, correction_id, programme_change_id) = 1);

-- A correction takes away the differences that it does not find again; those that it finds again
-- stay, with what was said of them. They belong to the visit, whichever revision noted them.
alter table stock_difference
  add column overtaken_by uuid references visit,
  add column overtaken_at timestamptz,
  add constraint overtaken_by_something check (num_nulls(overtaken_by, overtaken_at) in (0, 2));

-- Until now every correction noted all of its own anew.
update stock_difference d
set overtaken_by = c.id, overtaken_at = c.recorded_at, version = d.version + 1
from visit c
where c.corrects = d.visit_id;

drop index stock_difference_open;
create index stock_difference_open on stock_difference (found_at)
  where explained_at is null and overtaken_at is null;
create index stock_difference_of_visit on stock_difference (visit_id);

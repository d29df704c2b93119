-- What registry decided: a record merged into another is of the same person. Visits stay with the
-- record for which they were recorded, and are shown under the survivor while the merge lasts.
alter table resident
  add column merged_into uuid references resident,
  add column merge_as_of timestamptz,
  add constraint merged_into_another check (merged_into <> id),
  add constraint merged_as_of check (merged_into is null or merge_as_of is not null);
create index resident_merged_into on resident (merged_into) where merged_into is not null;

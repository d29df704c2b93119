-- Whether a month is not owed because of a Russian pension, whatever becomes of its owner.
create function is_of_overlap(unit payable_unit) returns boolean language sql stable as $$
  select unit.state = 'NOT_DUE' and exists (
    select from overlap o
    where o.award_id = unit.award_id and unit.month >= o.from_month
      and (o.to_month is null or unit.month <= o.to_month))
$$;

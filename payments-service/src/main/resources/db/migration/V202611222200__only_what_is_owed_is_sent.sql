-- Only what is owed is sent: whatever a unit became meanwhile, no instruction is made of it then.
create function only_owed_units_are_sent() returns trigger language plpgsql as $$
begin
  if exists (
    select from made i join payable_unit u on u.id = i.unit_id
    where i.state = 'ISSUED' and u.state <> 'OUTSTANDING') then
    raise exception 'a unit that is not owed is in no new instruction'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger only_owed_units_are_sent after insert on instruction
  referencing new table as made for each statement execute function only_owed_units_are_sent();

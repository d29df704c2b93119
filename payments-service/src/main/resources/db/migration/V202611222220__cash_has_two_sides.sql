-- Who gives cash out (counts it first, records its receipts) does not check it (count it again, take
-- it back): constraints of cash_collection hold the counts apart, these the receipts.
create function who_records_a_receipt_does_not_check() returns trigger language plpgsql as $$
begin
  if exists (select from cash_collection c
             where c.batch_id = new.batch_id and c.confirmed_by = new.recorded_by) then
    raise exception 'nobody gives cash out and checks it: receipt of %', new.batch_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger who_records_a_receipt_does_not_check before insert on cash_receipt
  for each row execute function who_records_a_receipt_does_not_check();

create function who_takes_back_recorded_no_receipt() returns trigger language plpgsql as $$
begin
  if exists (select from cash_receipt r
             where r.batch_id = new.batch_id and r.recorded_by = new.closed_by) then
    raise exception 'nobody gives cash out and checks it: closing of %', new.batch_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger who_takes_back_recorded_no_receipt before update of closed_by on cash_collection
  for each row when (new.closed_by is not null)
  execute function who_takes_back_recorded_no_receipt();

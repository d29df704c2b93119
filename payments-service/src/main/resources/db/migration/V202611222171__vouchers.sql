-- The code by which one sum is handed out at a till: the shop has its hash, the resident the code, so
-- that only who met the other can say that it was paid. The code is forgotten with the outcome.
create table voucher (
  instruction_id uuid  primary key references instruction,
  code           text  unique check (length(code) = 27),
  code_sha256    bytea not null unique check (octet_length(code_sha256) = 32),
  valid_to       date  not null
);
comment on column voucher.valid_to is 'The last day.';

create function voucher_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.code is not null
      or (old.instruction_id, old.code_sha256, old.valid_to)
         is distinct from (new.instruction_id, new.code_sha256, new.valid_to) then
    raise exception 'a voucher is only forgotten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger voucher_is_final before update or delete on voucher
  for each row execute function voucher_is_final();

create function forget_settled_vouchers() returns trigger language plpgsql as $$
begin
  update voucher v set code = null
  from became i where i.id = v.instruction_id and i.state <> 'ISSUED' and v.code is not null;
  return null;
end $$;
create trigger forget_settled_vouchers after update on instruction
  referencing new table as became
  for each statement execute function forget_settled_vouchers();

-- A shield put on one record keeps the person, under whichever record they are known now.
alter table shielded_resident add column person_id uuid references resident;
update shielded_resident s set person_id = coalesce(r.merged_into, r.id)
  from resident r where r.id = s.resident_id;
alter table shielded_resident alter column person_id set not null;
create index shielded_person on shielded_resident (person_id) where lifted_at is null;

create function shield_finds_its_person() returns trigger language plpgsql as $$
begin
  select coalesce(merged_into, id) into new.person_id
    from resident where id = new.resident_id for share;
  return new;
end $$;
create trigger shield_finds_its_person before insert on shielded_resident
  for each row execute function shield_finds_its_person();

create function shields_follow_their_residents() returns trigger language plpgsql as $$
begin
  update shielded_resident set person_id = coalesce(new.merged_into, new.id)
    where resident_id = new.id;
  return null;
end $$;
create trigger shields_follow_their_residents after update of merged_into on resident
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function shields_follow_their_residents();

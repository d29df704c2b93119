-- A resident may be known from a list of another register only: nobody has identified them yet.
-- Such a resident bears the list's name until a registration of the same person is merged with it.
alter table resident add column listed_in text check (length(listed_in) between 1 and 60);
alter table resident alter column identified_on drop not null;
alter table resident add constraint listed_or_identified
  check ((identified_on is null) = (listed_in is not null));

-- A list does not say why somebody has no number, and a merged record may have lent its own.
alter table resident drop constraint rnokpp_or_why_not;
alter table resident add constraint rnokpp_or_why_not check (
  (rnokpp is null or rnokpp_absence is null)
  and (listed_in is not null or merged_into is not null
    or rnokpp is not null or rnokpp_absence is not null));

-- One identified resident a number, and one a number in each list: whether they are one person is
-- for a registrar to say.
alter table resident drop constraint one_resident_per_rnokpp;
create unique index one_resident_per_rnokpp on resident (rnokpp, listed_in) nulls not distinct
  where rnokpp is not null;

-- A line of a list is a further kind of statement, from a further source. Whatever else the checks
-- on statements have come to say stays: the new word is added behind one that they all know.
do $$
declare
  old record;
begin
  for old in
    select conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'statement'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ $re$'(DEATH|MEDICAL_SERVICE)'::text$re$
  loop
    execute format('alter table statement drop constraint %I, add constraint %I %s',
      old.conname, old.conname,
      replace(replace(old.definition,
        $q$'DEATH'::text$q$, $q$'DEATH'::text, 'LISTED'::text$q$),
        $q$'MEDICAL_SERVICE'::text$q$, $q$'MEDICAL_SERVICE'::text, 'LEGACY_LIST'::text$q$));
  end loop;
end $$;

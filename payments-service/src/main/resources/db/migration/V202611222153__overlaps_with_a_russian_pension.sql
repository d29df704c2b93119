-- Months for which a person received a Russian pension too, as an officer recorded it with its source.
create table overlap (
  id          uuid        primary key,
  award_id    uuid        not null references award,
  from_month  date        not null check (extract(day from from_month) = 1),
  to_month    date        check (extract(day from to_month) = 1),
  source      text        not null,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  check (to_month >= from_month),
  check (num_nulls(ended_by, ended_at) in (0, 2)),
  constraint overlaps_of_an_award_stand_apart
    exclude using gist (award_id with =, daterange(from_month, to_month, '[]') with &&)
);
comment on column overlap.to_month is 'The last such month; null while it lasts.';

create function overlap_only_ends() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.to_month is not null
      or (to_jsonb(new) - array['to_month', 'ended_by', 'ended_at'])
         <> (to_jsonb(old) - array['to_month', 'ended_by', 'ended_at']) then
    raise exception 'overlap % is kept as it was', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger overlap_only_ends before update or delete on overlap
  for each row execute function overlap_only_ends();

insert into legal_term (code, value, act, article, valid_from, source) values
  ('OVERLAP_MONTHS_OWED', 0, 'Закон України № 1058-IV', 'Прикінцеві положення, п. 14-4',
   '2004-01-01', 'sud.ua 339240; that such months are not owed is for a lawyer to confirm');

-- What was paid for months of an overlap, which people have to settle with the person.
create view overlap_paid as
select o.id as overlap_id, u.award_id, u.month, u.amount_minor, u.currency
from overlap o
join payable_unit u on u.award_id = o.award_id and u.state = 'PAID' and u.month >= o.from_month
                   and (o.to_month is null or u.month <= o.to_month);

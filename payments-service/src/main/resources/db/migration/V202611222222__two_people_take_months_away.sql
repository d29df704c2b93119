-- That months were with a Russian pension is proposed by one person; they are owed no more once
-- another approves it. Until that is decided runs hold them. What was recorded earlier stands, with
-- nobody who approved it.
create table overlap_proposal (
  id          uuid        primary key,
  award_id    uuid        not null references award,
  from_month  date        not null check (extract(day from from_month) = 1),
  to_month    date        check (extract(day from to_month) = 1),
  source      text        not null,
  state       text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  proposed_by text        not null,
  proposed_at timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  check (to_month >= from_month),
  check (num_nulls(decided_by, decided_at) = case state when 'PROPOSED' then 2 else 0 end),
  constraint two_people_take_months_away check (state <> 'APPROVED' or decided_by <> proposed_by),
  constraint proposed_overlaps_stand_apart
    exclude using gist (award_id with =, daterange(from_month, to_month, '[]') with &&)
    where (state = 'PROPOSED')
);
create index overlap_proposed_of on overlap_proposal (award_id) where state = 'PROPOSED';

create function overlap_proposal_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] := '{state,decided_by,decided_at}';
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'a proposal of an overlap is kept as it was'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger overlap_proposal_is_kept before update or delete on overlap_proposal
  for each row execute function overlap_proposal_is_kept();

alter table overlap add column approved_by text;

create function overlap_was_approved() returns trigger language plpgsql as $$
begin
  if not exists (
    select from overlap_proposal p
    where p.id = new.id and p.state = 'APPROVED' and p.award_id = new.award_id
      and (p.from_month, p.to_month) is not distinct from (new.from_month, new.to_month)
      and (p.proposed_by, p.decided_by) = (new.recorded_by, new.approved_by)) then
    raise exception 'overlap % was not proposed by one person and approved by another', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger overlap_was_approved before insert on overlap
  for each row execute function overlap_was_approved();

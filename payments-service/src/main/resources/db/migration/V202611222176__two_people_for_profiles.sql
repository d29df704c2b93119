-- A partner's profile says to whom money goes and when it counts as paid, so two administrators
-- change it: one proposes the whole profile, or that of a new partner, another approves.
create table partner_proposal (
  id           uuid        primary key,
  edrpou       text        not null check (edrpou ~ '^\d{8}$'),
  channel      text        not null check (channel in ('BANK', 'POST', 'TILL', 'DELEGATE')),
  seen_version bigint,
  content      jsonb       not null,
  state        text        not null check (state in ('PROPOSED', 'APPLIED', 'REFUSED')),
  proposed_by  text        not null,
  proposed_at  timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  version      bigint      not null default 0,
  constraint two_people_for_profiles check (state <> 'APPLIED' or decided_by <> proposed_by),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);
create index partner_proposal_of on partner_proposal (edrpou, channel, id);
comment on column partner_proposal.seen_version is
  'The profile''s when this was proposed; null when there was no such partner. Another one by the time
   of the approval means that somebody else was faster.';

create function partner_proposal_is_kept() returns trigger language plpgsql as $$
declare
  decided text[] := '{state,decided_by,decided_at,version}';
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
    raise exception 'a proposal of a profile is kept as it was'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger partner_proposal_is_kept before update or delete on partner_proposal
  for each row execute function partner_proposal_is_kept();

alter table partner_change add column proposal_id uuid references partner_proposal;

-- What gives how many points is said whole, from a day on, and never changed: an edition that is said
-- later of the same day stands instead.
create table priority_edition (
  id             uuid        primary key,
  valid_from     date        not null,
  source         text        not null check (length(source) between 1 and 500),
  stated_by      text        not null,
  stated_by_name text        not null,
  stated_at      timestamptz not null
);
create index priority_edition_by_day on priority_edition (valid_from, id);

create table priority_weight (
  edition_id uuid    not null references priority_edition,
  factor     text    not null check (factor in ('PREGNANT', 'INFANT', 'MEDICINE_ENDS', 'FOLLOW_UP',
    'DISABILITY', 'REFERRED', 'ELDERLY', 'NOT_SEEN', 'NEVER_SEEN', 'SAYS_URGENT')),
  threshold  integer not null check (threshold between 0 and 1000),
  points     integer not null check (points between 1 and 100),
  primary key (edition_id, factor, threshold)
);
comment on column priority_weight.threshold is
  'PREGNANT: known in the last n days; INFANT: younger than n months; MEDICINE_ENDS: runs out within
   n days; FOLLOW_UP, REFERRED, NOT_SEEN: n days ago or longer; ELDERLY: n years or older';

-- What was shipped becomes the first edition.
insert into priority_edition (id, valid_from, source, stated_by, stated_by_name, stated_at)
select uuidv7(), valid_from, min(source), 'service:medical', 'medical', now()
from priority_rule group by valid_from;
insert into priority_weight (edition_id, factor, threshold, points)
select e.id, r.factor, r.threshold, r.points
from priority_edition e
join priority_rule r
  on e.valid_from >= r.valid_from and (r.valid_until is null or e.valid_from <= r.valid_until);
drop table priority_rule;

create function refuse_change_of_priorities() returns trigger language plpgsql as $$
begin
  raise exception 'An edition is never changed or deleted: another one stands instead';
end
$$;
create trigger priority_edition_is_never_changed
  before update or delete on priority_edition
  for each row execute function refuse_change_of_priorities();
create trigger priority_weight_is_never_changed
  before update or delete on priority_weight
  for each row execute function refuse_change_of_priorities();

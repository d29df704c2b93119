-- Registry's households as they were last told, whole; only those that are told later replace them.
-- A member may be somebody of whom the clinic has not heard yet.
create table household (
  id      uuid   primary key,
  version bigint not null check (version >= 0)
);

create table household_member (
  household_id uuid not null references household,
  resident_id  uuid not null,
  primary key (household_id, resident_id)
);
create index household_member_resident on household_member (resident_id, household_id);

-- What a partner's profile was before each change, and who changed it.
create table partner_change (
  id         uuid        primary key,
  edrpou     text        not null,
  channel    text        not null,
  version    bigint      not null,
  changed_by text        not null,
  changed_at timestamptz not null,
  before     jsonb       not null,
  foreign key (edrpou, channel) references partner,
  unique (edrpou, channel, version)
);
comment on column partner_change.before is
  'The row of partner and its rows of partner_code, as they were.';

create function partner_change_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a change of a profile is kept as it was'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger partner_change_is_final before update or delete on partner_change
  for each row execute function partner_change_is_final();

-- How the columns of a list become fields; the name is also the list's.
create table import_mapping (
  name       text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  version    bigint not null,
  territory  text not null,
  areas      varchar[] not null,
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  changed_by text not null,
  changed_at timestamptz not null
);

-- One run of one file through one mapping, and how far it has come.
create table list_import (
  id              uuid primary key,
  version         bigint not null,
  mapping         text not null references import_mapping,
  mapping_version bigint not null,
  definition      jsonb not null,
  territory       text not null,
  areas           varchar[] not null,
  dry_run         boolean not null,
  state           text not null
                    check (state in ('RECEIVING', 'WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  sha256          bytea check (octet_length(sha256) = 32),
  charset         text,
  delimiter       text,
  bytes           bigint not null default 0 check (bytes >= 0),
  -- Everything before this byte is done; work goes on here after any interruption.
  bytes_done      bigint not null default 0 check (bytes_done between 0 and bytes),
  last_line       bigint not null default 0,
  added           bigint not null default 0,
  attached        bigint not null default 0,
  restated        bigint not null default 0,
  unchanged       bigint not null default 0,
  refused         bigint not null default 0,
  attempts        int not null default 0,
  started_by      text not null,
  started_by_name text not null,
  received_at     timestamptz not null,
  finished_at     timestamptz,
  -- Whether a matching run has begun since, over what the import brought.
  matched         boolean not null default false,
  constraint complete_once_received check (state = 'RECEIVING' or sha256 is not null)
);

create unique index one_import_per_content on list_import (mapping, mapping_version, dry_run, sha256)
  where state in ('WAITING', 'RUNNING', 'DONE');
create index list_import_to_work on list_import (id) where state in ('RECEIVING', 'WAITING', 'RUNNING');

create index list_import_to_match on list_import (id)
  where state in ('DONE', 'CANCELLED', 'FAILED') and not matched and not dry_run;

-- The file itself, deleted as soon as the import has ended.
create table list_import_piece (
  import_id uuid not null references list_import on delete cascade,
  number    int not null check (number >= 0),
  content   bytea not null,
  primary key (import_id, number)
);
alter table list_import_piece alter column content set storage external;

-- How many lines were refused, or lost a value, for which reason.
create table list_import_tally (
  import_id uuid not null references list_import on delete cascade,
  code      text not null,
  omission  boolean not null,
  lines     bigint not null check (lines > 0),
  primary key (import_id, code, omission)
);

-- The first of these lines: where and why, never what stood there.
create table list_import_finding (
  import_id uuid not null references list_import on delete cascade,
  line      bigint not null,
  field     text not null,
  code      text not null,
  omission  boolean not null,
  primary key (import_id, line, field, code)
);

-- Which resident a line of a list speaks of. The key is a digest of what names the person in the
-- list, so that the same line makes nobody twice, in whatever file it comes. Residents are never
-- deleted and only imports write here, so no foreign key slows them.
create table listed_line (
  list        text not null,
  key         uuid not null,
  resident_id uuid not null,
  person      uuid not null,
  facts       uuid not null,
  primary key (list, key)
);

-- The same for the lines of a dry run, until it ends.
create unlogged table list_import_trial (
  import_id uuid not null,
  key       uuid not null,
  person    uuid not null,
  facts     uuid not null,
  primary key (import_id, key)
);

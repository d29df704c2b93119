-- Answers given to requests with an Idempotency-Key, kept in the command's own transaction.
create table idempotency_record (
  caller       text        not null,
  key          text        not null check (length(key) between 1 and 255),
  request_hash bytea       not null check (octet_length(request_hash) = 32),
  status       smallint    not null check (status between 200 and 399),
  headers      jsonb       not null,
  body         bytea,
  created_at   timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_record_created_at on idempotency_record using brin (created_at);

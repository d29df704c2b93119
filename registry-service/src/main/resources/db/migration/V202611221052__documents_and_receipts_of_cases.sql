create table case_document (
  id               uuid        primary key,
  case_id          uuid        not null references service_case,
  kind             text        not null check (kind ~ '^[A-Z][A-Z_]{2,59}$'),
  media_type       text        not null
                     check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  length           integer     not null check (length between 1 and 10485760),
  sha256           bytea       not null,
  content          bytea       not null,
  attached_by      text        not null,
  attached_by_name text        not null,
  attached_at      timestamptz not null,
  constraint content_is_as_long_as_said check (octet_length(content) = length),
  constraint content_is_what_was_hashed check (sha256(content) = sha256)
);

-- Scans are compressed already; kept plain, a part of one is read without the rest.
alter table case_document alter column content set storage external;

create index case_document_case on case_document (case_id);

create trigger case_document_is_only_added_to
  before update or delete or truncate on case_document
  for each statement execute function refuse_to_change_history();

-- A printed receipt. Its code is on the paper alone; here is only the code's SHA-256. id is the
-- object of the audit entry, derived from the code and the case (ReceiptSeal).
create table case_receipt (
  code_hash bytea       primary key check (octet_length(code_hash) = 32),
  id        uuid        not null unique,
  case_id   uuid        not null references service_case,
  issued_at timestamptz not null
);

create index case_receipt_case on case_receipt (case_id);

create trigger case_receipt_is_only_added_to
  before update or delete or truncate on case_receipt
  for each statement execute function refuse_to_change_history();

-- What the state's data exchange said of the call. Null in entries of direct calls and from before,
-- whose hashes stay as they were.
alter table audit_entry
  add column exchange_client   text,
  add column exchange_service  text,
  add column exchange_query_id text,
  add column exchange_purposes text;

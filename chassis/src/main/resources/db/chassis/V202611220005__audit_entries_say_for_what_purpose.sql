-- For what a person's data was asked. Null in entries from before, whose hashes stay as they were.
alter table audit_entry add column purpose text check (purpose ~ '^[A-Z][A-Z_]{1,39}$');

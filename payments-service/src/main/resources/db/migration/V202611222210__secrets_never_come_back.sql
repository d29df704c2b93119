-- A partner that removes a webhook and makes it anew under the same id starts another series of
-- secrets, so that one that leaked before never counts again. Secrets of today are made anew, too.
alter table webhook add column secret_series uuid not null default gen_random_uuid();
alter table webhook alter column secret_series drop default;

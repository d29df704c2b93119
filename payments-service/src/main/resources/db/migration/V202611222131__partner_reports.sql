-- Every file that a partner reported with, and what it said line by line. The bytes are not kept;
-- their hash proves which they were.
create table partner_report (
  id          uuid        primary key,
  partner     text        not null check (partner ~ '^\d{8}$'),
  format      text        not null check (format in ('PAIN_002', 'CAMT_054', 'DELIVERY_LIST')),
  message_id  text        check (length(message_id) between 1 and 35),
  sha256      bytea       not null check (octet_length(sha256) = 32),
  received_by text        not null,
  received_at timestamptz not null,
  line_count  integer     not null check (line_count >= 0),
  passed_over integer     not null check (passed_over >= 0),
  applied_to  integer     not null default 0,
  finished_at timestamptz,
  unique (partner, sha256)
);
create unique index partner_report_message on partner_report (partner, format, message_id)
  where message_id is not null;
create index partner_report_unfinished on partner_report (received_at) where finished_at is null;
comment on column partner_report.passed_over is
  'Entries that are of no instruction of ours, such as the bank''s own fees.';
comment on column partner_report.applied_to is
  'The last line that has been taken over or refused; those behind it wait.';

create table partner_report_line (
  report_id      uuid    not null references partner_report deferrable initially deferred,
  line           integer not null check (line > 0),
  batch_id       uuid,
  instruction_id uuid,
  outcome        text    check (outcome in ('ISSUED', 'PAID', 'NOT_COLLECTED', 'REJECTED')),
  code           text    check (length(code) <= 35),
  occurred_on    date,
  amount_minor   bigint,
  verdict        text,
  primary key (report_id, line)
);
create index partner_report_line_instruction on partner_report_line (instruction_id);
comment on column partner_report_line.outcome is
  'ISSUED: the partner has it, and nothing is final; null when the line could not be read.';
comment on column partner_report_line.verdict is 'What was done with the line; null while it waits.';

create function partner_report_line_is_kept() returns trigger language plpgsql as $$
begin
  if old.verdict is not null
      or (to_jsonb(new) - 'verdict') is distinct from (to_jsonb(old) - 'verdict') then
    raise exception 'a line of a report is kept as it was'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger partner_report_line_is_kept before update or delete on partner_report_line
  for each row execute function partner_report_line_is_kept();

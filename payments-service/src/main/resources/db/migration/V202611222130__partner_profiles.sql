-- How a partner reports, and what its words mean: data of the operator, one profile a partner.
alter table partner
  add column message_id_prefix text    not null default ''
    check (message_id_prefix ~ '^[A-Z0-9]{0,3}$'),
  add column report_formats    text[]  not null default '{}'
    check (report_formats <@ '{PAIN_002,CAMT_054,DELIVERY_LIST}'),
  add column settled_statuses  text[]  not null default '{}',
  add column report_from       text    not null default 'LAST_DAY'
    check (report_from in ('FIRST_DAY', 'LAST_DAY')),
  add column report_days       integer not null default 3 check (report_days between 0 and 60),
  add column version           bigint  not null default 0;
comment on column partner.message_id_prefix is
  'Stands before the batch''s id in MsgId, and so in OrgnlMsgId of what comes back.';
comment on column partner.settled_statuses is
  'The ISO transaction statuses that are settlement with this bank; all others are on their way.';
comment on column partner.report_days is
  'Days within which the outcome is expected, counted from the first or last day on which to pay.';

update partner set report_formats = '{PAIN_002,CAMT_054}', settled_statuses = '{ACCC}',
                   report_from = 'FIRST_DAY'
where file_format = 'PAIN_001';
update partner set report_formats = '{DELIVERY_LIST}' where file_format = 'DELIVERY_LIST';

-- What a code of a partner's means. A code that is not here is told as it is, and REJECTED.
create table partner_code (
  edrpou   text not null,
  channel  text not null,
  code     text not null check (code ~ '^[A-Z0-9_]{1,35}$'),
  outcome  text not null check (outcome in ('PAID', 'NOT_COLLECTED', 'REJECTED')),
  question text check (question in ('REPORTED_DEAD', 'MOVED')),
  primary key (edrpou, channel, code),
  foreign key (edrpou, channel) references partner,
  check (question is null or outcome <> 'PAID')
);
comment on column partner_code.question is
  'What the code says of the person, for people to find out; until then nothing is sent.';
insert into partner_code (edrpou, channel, code, outcome, question)
select edrpou, channel, code, outcome, question
from partner
join (values
  ('PAIN_001',      'MD07',     'REJECTED',      'REPORTED_DEAD'),
  ('DELIVERY_LIST', 'PAID',     'PAID',          null),
  ('DELIVERY_LIST', 'UNPAID',   'NOT_COLLECTED', null),
  ('DELIVERY_LIST', 'REFUSED',  'NOT_COLLECTED', null),
  ('DELIVERY_LIST', 'DECEASED', 'NOT_COLLECTED', 'REPORTED_DEAD'),
  ('DELIVERY_LIST', 'MOVED',    'NOT_COLLECTED', 'MOVED')) code (format, code, outcome, question)
  on code.format = partner.file_format;

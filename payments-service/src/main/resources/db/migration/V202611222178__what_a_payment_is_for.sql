alter table programme
  add column purpose text not null default 'PENS' check (purpose ~ '^[A-Z]{4}$');
comment on column programme.purpose is
  'What banks are told a payment is for, of ISO 20022''s external purpose codes: PENS a pension, SSBE a
   social security benefit, as every programme but pensions is.';

alter table programme disable trigger programme_keeps_its_shape;
update programme set purpose = 'SSBE' where entrance <> 'IMPORT';
alter table programme enable trigger programme_keeps_its_shape;
alter table programme alter column purpose set default 'SSBE';

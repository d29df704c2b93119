create extension if not exists btree_gist;

-- Numbers that the law sets, each for a time, with where it stands. A null value means "no limit".
-- A correction is a new row (and an end to the old one), never another number in the old row.
create table legal_term (
  code       text    not null,
  value      integer check (value >= 0),
  act        text    not null,
  article    text    not null,
  valid_from date    not null,
  valid_to   date    check (valid_to > valid_from),
  source     text    not null,
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

create function legal_term_keeps_its_value() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
      or (new.code, new.value, new.act, new.article, new.valid_from)
         is distinct from (old.code, old.value, old.act, old.article, old.valid_from) then
    raise exception 'a term of law is ended and followed by another, never rewritten'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger legal_term_keeps_its_value before update or delete on legal_term
  for each row execute function legal_term_keeps_its_value();

insert into legal_term (code, value, act, article, valid_from, source) values
  ('ARREARS_LIMIT_MONTHS_PENSIONER', 36, 'Закон України № 1058-IV', 'ст. 46 ч. 1', '2004-01-01',
   'balta-rda.odessa.gov.ua; expert.in.ua'),
  ('ARREARS_LIMIT_MONTHS_AUTHORITY', null, 'Закон України № 1058-IV', 'ст. 46 ч. 2', '2004-01-01',
   'balta-rda.odessa.gov.ua; expert.in.ua'),
  ('FIRST_PAYMENT_MONTHS_PENSIONER', 12, 'Закон України № 1058-IV', 'ст. 46 ч. 1', '2004-01-01',
   'balta-rda.odessa.gov.ua; expert.in.ua'),
  ('FIRST_PAYMENT_MONTHS_AUTHORITY', 12, 'Закон України № 1058-IV', 'ст. 46 ч. 1', '2004-01-01',
   'balta-rda.odessa.gov.ua; whether it binds here is for a lawyer to confirm'),
  ('DECISION_DAYS', 10, 'Закон України № 1058-IV', 'ст. 49 ч. 2', '2004-01-01',
   'balta-rda.odessa.gov.ua'),
  ('PAYMENT_WINDOW_FIRST_DAY', 4, 'Виплатний період Пенсійного фонду', 'щомісячний графік',
   '2004-01-01', '24tv, за повідомленням Пенсійного фонду'),
  ('PAYMENT_WINDOW_LAST_DAY', 25, 'Закон України № 1058-IV', 'ст. 47', '2004-01-01',
   'demydivska-gromada');

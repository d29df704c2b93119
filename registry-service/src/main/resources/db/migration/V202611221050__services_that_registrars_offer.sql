create extension if not exists btree_gist;

-- Administrative services, each row as it holds for a time. A correction is a new row (and an end to
-- the old one). valid_from is the day from which Vidnova applies the row, not the day of the act.
create table service (
  code                  text    not null check (code ~ '^[A-Z][A-Z_]{2,59}$'),
  valid_from            date    not null,
  valid_to              date    check (valid_to > valid_from),
  guide_id              text    check (guide_id ~ '^\d{5}$'),
  name_uk               text    not null,
  name_en               text    not null,
  act                   text    not null,
  -- Null: the article is still to be confirmed by a lawyer.
  article               text,
  source                text    not null,
  documents             jsonb   not null check (jsonb_typeof(documents) = 'array'),
  fee_rule              text    not null
                          check (fee_rule in ('FREE', 'SHARE_OF_SUBSISTENCE', 'SET_BY_COMPETENT_BODY')),
  -- Hundredths of a percent of the subsistence minimum of the able-bodied on 1 January.
  fee_basis_points      integer check (fee_basis_points > 0),
  fee_late_basis_points integer check (fee_late_basis_points >= fee_basis_points),
  competent_body_uk     text    not null,
  competent_body_en     text    not null,
  special_equipment     boolean not null,
  term_days             integer not null check (term_days between 0 and 365),
  term_kind             text    not null check (term_kind in ('CALENDAR', 'WORKING')),
  term_source           text    not null,
  told_to               text    check (told_to in ('PAYMENTS')),
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&),
  constraint share_only_with_its_size check
    ((fee_rule = 'SHARE_OF_SUBSISTENCE') = (fee_basis_points is not null)
     and (fee_late_basis_points is null or fee_basis_points is not null))
);

create function service_keeps_its_terms() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'valid_to' <> to_jsonb(old) - 'valid_to' then
    raise exception 'a service is ended and followed by another row, never rewritten'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger service_keeps_its_terms before update or delete on service
  for each row execute function service_keeps_its_terms();

-- Days on which offices are closed besides Saturdays and Sundays. Empty while martial law lasts:
-- public holidays are working days then (Law 2136-IX; article to be confirmed).
create table non_working_day (
  day    date primary key,
  source text not null
);

insert into service (code, valid_from, guide_id, name_uk, name_en, act, article, source, documents,
    fee_rule, fee_basis_points, fee_late_basis_points, competent_body_uk, competent_body_en,
    special_equipment, term_days, term_kind, term_source, told_to) values
  ('RESIDENCE_REGISTRATION', '2026-01-01', '00034',
   'Реєстрація місця проживання', 'Registration of residence',
   'Закон України № 1871-IX; постанова КМУ від 07.02.2022 № 265', null,
   'guide.diia.gov.ua (00034); kyivcnap; articles to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява про реєстрацію місця проживання", "nameEn": "Application", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Паспортний документ", "nameEn": "Identity document", "mandatory": true},
     {"kind": "HOUSING_RIGHT", "nameUk": "Документ, що підтверджує право на проживання в житлі", "nameEn": "Proof of the right to live there", "mandatory": true},
     {"kind": "BIRTH_CERTIFICATE", "nameUk": "Свідоцтво про народження (для дитини до 14 років)", "nameEn": "Birth certificate of a child under 14", "mandatory": false}]',
   'SHARE_OF_SUBSISTENCE', 150, 250,
   'Орган реєстрації: виконавчий орган ради або військова адміністрація',
   'Registration body: council''s executive or military administration',
   false, 1, 'CALENDAR', 'guide.diia.gov.ua (00034): up to 1 day', null),

  ('RESIDENCE_DEREGISTRATION', '2026-01-01', null,
   'Зняття із задекларованого або зареєстрованого місця проживання', 'Deregistration of residence',
   'Закон України № 1871-IX; постанова КМУ від 07.02.2022 № 265', null,
   'yampilsr.gov.ua (local code 02/02); articles and fee to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява про зняття з місця проживання", "nameEn": "Application", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Паспортний документ", "nameEn": "Identity document", "mandatory": true}]',
   'SHARE_OF_SUBSISTENCE', 150, null,
   'Орган реєстрації: виконавчий орган ради або військова адміністрація',
   'Registration body: council''s executive or military administration',
   false, 1, 'CALENDAR', 'as for registration; to be confirmed', null),

  ('LOST_DOCUMENT_STATEMENT', '2026-01-01', null,
   'Заява про втрату документа, що посвідчує особу', 'Statement about a lost identity document',
   'Постанова КМУ від 25.03.2015 № 302', null,
   'sud.ua 352895; volodarska-gromada.gov.ua; act and article to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява про втрату", "nameEn": "Statement of the loss", "mandatory": true},
     {"kind": "OTHER_IDENTITY_DOCUMENT", "nameUk": "Інший документ, що посвідчує особу (за наявності)", "nameEn": "Another identity document, if any", "mandatory": false},
     {"kind": "CRIME_REGISTER_EXTRACT", "nameUk": "Витяг з Єдиного реєстру досудових розслідувань (у разі викрадення)", "nameEn": "Extract from the crime register, if stolen", "mandatory": false}]',
   'SET_BY_COMPETENT_BODY', null, null,
   'Державна міграційна служба України', 'State Migration Service',
   false, 30, 'CALENDAR',
   'Закон України № 5203-VI ст. 10: the limit where no act sets another; to be confirmed', null),

  ('BIRTH_FACT_FOR_COURT', '2026-01-01', null,
   'Заява до суду про встановлення факту народження на тимчасово окупованій території',
   'Application to court to establish a birth in occupied territory',
   'Цивільний процесуальний кодекс України', 'ст. 317',
   'rol.ukma.edu.ua 202208081; spaska-gromada.gov.ua; documents and court fee to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява до суду", "nameEn": "Application to the court", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Документ, що посвідчує заявника", "nameEn": "Applicant''s identity document", "mandatory": true},
     {"kind": "OCCUPATION_PAPER", "nameUk": "Документ, виданий на окупованій території (лише як доказ)", "nameEn": "Paper issued under occupation, as evidence only", "mandatory": false},
     {"kind": "MEDICAL_RECORD", "nameUk": "Медичний документ про народження", "nameEn": "Medical record of the birth", "mandatory": false},
     {"kind": "WITNESS_STATEMENT", "nameUk": "Пояснення свідків", "nameEn": "Witness statements", "mandatory": false}]',
   'SET_BY_COMPETENT_BODY', null, null,
   'Місцевий суд', 'Local court',
   false, 1, 'WORKING', 'ЦПК ст. 317: without delay; the number of days is to be confirmed', null),

  ('DEATH_FACT_FOR_COURT', '2026-01-01', null,
   'Заява до суду про встановлення факту смерті на тимчасово окупованій території',
   'Application to court to establish a death in occupied territory',
   'Цивільний процесуальний кодекс України', 'ст. 317',
   'rol.ukma.edu.ua 202208081; spaska-gromada.gov.ua; documents and court fee to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява до суду", "nameEn": "Application to the court", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Документ, що посвідчує заявника", "nameEn": "Applicant''s identity document", "mandatory": true},
     {"kind": "OCCUPATION_PAPER", "nameUk": "Документ, виданий на окупованій території (лише як доказ)", "nameEn": "Paper issued under occupation, as evidence only", "mandatory": false},
     {"kind": "MEDICAL_RECORD", "nameUk": "Медичний документ про смерть", "nameEn": "Medical record of the death", "mandatory": false},
     {"kind": "WITNESS_STATEMENT", "nameUk": "Пояснення свідків", "nameEn": "Witness statements", "mandatory": false}]',
   'SET_BY_COMPETENT_BODY', null, null,
   'Місцевий суд', 'Local court',
   false, 1, 'WORKING', 'ЦПК ст. 317: without delay; the number of days is to be confirmed', null),

  ('IDP_RECORD', '2026-01-01', null,
   'Взяття на облік внутрішньо переміщеної особи', 'Record of an internally displaced person',
   'Постанова КМУ від 01.10.2014 № 509', 'п. 4 Порядку',
   'shp-gromada.gov.ua 1662367666; minre.gov.ua',
   '[{"kind": "APPLICATION", "nameUk": "Заява про взяття на облік", "nameEn": "Application", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Документ, що посвідчує особу та підтверджує громадянство", "nameEn": "Identity document", "mandatory": true},
     {"kind": "PROOF_OF_FORMER_RESIDENCE", "nameUk": "Доказ проживання там, звідки переміщено (за наявності)", "nameEn": "Proof of residence before displacement, if any", "mandatory": false},
     {"kind": "BIRTH_CERTIFICATE", "nameUk": "Свідоцтво про народження дитини", "nameEn": "Birth certificate of a child", "mandatory": false}]',
   'FREE', null, null,
   'Структурний підрозділ з питань соціального захисту населення', 'Social protection office',
   false, 15, 'CALENDAR',
   'cnap.globynska-gromada.gov.ua 03-90: 15 days; putivlska-gromada: usually the same day; to be confirmed',
   null),

  ('DESTROYED_PROPERTY_NOTICE', '2026-01-01', null,
   'Інформаційне повідомлення про пошкоджене або знищене нерухоме майно',
   'Notice of damaged or destroyed property',
   'Постанова КМУ від 26.03.2022 № 380', null,
   'dvorichanska-gromada.gov.ua 1715155365 (edition № 624 of 13.06.2023); clauses to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Інформаційне повідомлення", "nameEn": "Notice", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Документ, що посвідчує особу", "nameEn": "Identity document", "mandatory": true},
     {"kind": "PROPERTY_TITLE", "nameUk": "Документ про право власності (за наявності)", "nameEn": "Title deed, if any", "mandatory": false},
     {"kind": "PHOTOGRAPH", "nameUk": "Світлина пошкодження", "nameEn": "Photograph of the damage", "mandatory": false}]',
   'FREE', null, null,
   'Комісія при виконавчому органі ради або військовій адміністрації',
   'Commission at the council or military administration',
   false, 30, 'CALENDAR',
   'Закон України № 5203-VI ст. 10: the limit where no act sets another; to be confirmed', null),

  ('PENSION_APPLICATION', '2026-01-01', null,
   'Заява про призначення або поновлення пенсії', 'Application to grant or resume a pension',
   'Закон України № 1058-IV; постанова правління ПФУ від 25.11.2005 № 22-1', 'ст. 44, 49',
   'docs.dtkt.ua z1566-05; balta-rda.odessa.gov.ua; the list of documents is to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява за формою додатка 1 до Порядку № 22-1", "nameEn": "Application by appendix 1", "mandatory": true},
     {"kind": "IDENTITY_DOCUMENT", "nameUk": "Паспортний документ", "nameEn": "Identity document", "mandatory": true},
     {"kind": "TAX_NUMBER", "nameUk": "Документ про РНОКПП (за наявності)", "nameEn": "Proof of the tax number, if any", "mandatory": false},
     {"kind": "NO_RUSSIAN_PENSION_DECLARATION", "nameUk": "Повідомлення про неотримання пенсії від РФ", "nameEn": "Declaration of not receiving a Russian pension", "mandatory": false},
     {"kind": "WORK_BOOK", "nameUk": "Трудова книжка (за наявності)", "nameEn": "Work book, if any", "mandatory": false}]',
   'FREE', null, null,
   'Головне управління Пенсійного фонду України', 'Pension Fund',
   false, 10, 'CALENDAR', 'Закон України № 1058-IV ст. 49 (resumption); balta-rda.odessa.gov.ua',
   'PAYMENTS'),

  ('ID_CARD', '2026-01-01', null,
   'Оформлення паспорта громадянина України у формі картки', 'Passport of Ukraine as a card',
   'Постанова КМУ від 25.03.2015 № 302', null,
   'zp.gov.ua (needs special equipment); act, article and documents to be confirmed',
   '[{"kind": "APPLICATION", "nameUk": "Заява-анкета", "nameEn": "Application", "mandatory": true},
     {"kind": "BIRTH_CERTIFICATE", "nameUk": "Свідоцтво про народження", "nameEn": "Birth certificate", "mandatory": false}]',
   'SET_BY_COMPETENT_BODY', null, null,
   'Державна міграційна служба України', 'State Migration Service',
   true, 30, 'CALENDAR',
   'Закон України № 5203-VI ст. 10: the limit where no act sets another; to be confirmed', null);

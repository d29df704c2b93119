-- Search keys are made by the service, so the service makes them anew when the way changes: which
-- version all keys have, and how far it has come with the next.
create table search_key_rebuild (
  only_one boolean primary key default true check (only_one),
  version  int not null,
  after_id uuid not null default '00000000-0000-0000-0000-000000000000'
);
insert into search_key_rebuild (version) values (1);

-- Whole words of keys, and beginnings of them, with the territories; the index of trigrams is for names
-- that only resemble. How common a word is decides how it is best looked for, so it is known finely.
create index resident_words on resident
  using gin (array_to_tsvector(string_to_array(btrim(search_key), ' ')), areas);
alter index resident_words alter column 1 set statistics 1000;

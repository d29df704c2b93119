-- Every word that stands in a search key. Names that only resemble what was typed are looked for among
-- these words, which are few, and not among people, who are many. Words are never taken away: one that
-- nobody bears any more finds nobody.
create table name_word (
  word text collate "C" primary key
);
create index name_word_trigrams on name_word using gin (word gin_trgm_ops);

insert into name_word
select distinct unnest(string_to_array(btrim(search_key), ' ')) from resident;

-- In their order, so that two transactions never wait for each other's words.
create function remember_name_words(search_keys text[]) returns void language sql as $$
  insert into name_word
  select distinct said.word
  from unnest(search_keys) as each_key, unnest(string_to_array(btrim(each_key), ' ')) as said (word)
  where not exists (select 1 from name_word known where known.word = said.word)
  order by said.word
  on conflict do nothing
$$;

create function remember_words_of_new_residents() returns trigger language plpgsql as $$
begin
  perform remember_name_words(array(select search_key from added));
  return null;
end $$;

create trigger words_of_new_residents_are_known
  after insert on resident referencing new table as added
  for each statement execute function remember_words_of_new_residents();

create function remember_words_of_changed_resident() returns trigger language plpgsql as $$
begin
  perform remember_name_words(array[new.search_key]);
  return null;
end $$;

create trigger words_of_changed_residents_are_known
  after update of search_key on resident
  for each row when (old.search_key <> new.search_key)
  execute function remember_words_of_changed_resident();

-- Words that may be a slip of the pen away, the most alike first. One letter of four changes three
-- trigrams of five, hence the threshold.
create function name_words_like(sound text) returns setof text language sql stable
  set pg_trgm.similarity_threshold = 0.25 as $$
  select word from name_word where word % sound order by similarity(word, sound) desc, word limit 100
$$;

-- The territories have an index of their own: beside the words, the oblast's list of everybody was read
-- for every question. Which index serves, or both, PostgreSQL chooses by the question.
drop index resident_search;
drop index resident_words;
-- What is inserted waits in a list that every question reads to its end, so the list is kept short.
create index resident_words on resident
  using gin (array_to_tsvector(string_to_array(btrim(search_key), ' ')))
  with (gin_pending_list_limit = 128);
alter index resident_words alter column 1 set statistics 1000;
create index resident_areas on resident using gin (areas) with (gin_pending_list_limit = 128);

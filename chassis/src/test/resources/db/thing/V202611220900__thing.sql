create table thing (id uuid primary key, name text not null);
create unique index only_one on thing (name) where name like 'only-%';
create table heard (sequence bigint generated always as identity, resident uuid not null, what text not null);

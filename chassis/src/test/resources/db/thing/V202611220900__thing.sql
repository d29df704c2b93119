create table thing (id uuid primary key, name text not null);
create table heard (sequence bigint generated always as identity, resident uuid not null, what text not null);

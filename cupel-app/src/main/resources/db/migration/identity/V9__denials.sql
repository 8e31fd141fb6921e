-- What people said not to be true of what browsers claimed, and what of that they took back, by the positions of the
-- entries that say it. Of a word that takes back another only `undone` is told, the id of that; else it is empty.
create table identity.denial (
    position bigint primary key,
    id text not null unique,
    -- milliseconds since 1970 UTC
    at bigint not null,
    visitor text not null,
    address text not null,
    undone text not null
);
create index denial_of on identity.denial (address);
create index denial_undone on identity.denial (undone) where undone <> '';

-- Of a user id: the addresses beside which browsers told it.
alter table identity.key add column claims text[] not null default '{}';
create index key_claimed on identity.key using gin (claims) where claims <> '{}';

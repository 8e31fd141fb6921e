-- Leads that people hold for one, under a number of their own. Which leads these are may change with what else is known.
create table identity.merge (
    number bigint primary key,
    id text not null unique,
    -- of the entry that says so
    position bigint not null,
    -- a key of each of the two
    one text not null,
    other text not null,
    leads bigint[] not null,
    -- false where it was taken back
    holds boolean not null
);
create index merge_of_leads on identity.merge using gin (leads) where holds;

-- Who is who, as the entries of the log tell it. All of this can be made again from the log.
-- Keys, devices and leads share one count of numbers.
create table identity.count (
    one boolean primary key default true check (one),
    numbers bigint not null
);
insert into identity.count (numbers) values (0);

-- A user id, an address, a phone number, an id of another system, and whose it is. Found by its hash, for it may be long.
create table identity.key (
    number bigint primary key,
    hash uuid not null unique,
    node text not null,
    lead bigint not null
);
create index key_of_lead on identity.key (lead);

-- As what a key was told first, and when (milliseconds since 1970 UTC; the least number for before all events).
create table identity.name (
    key bigint not null,
    kind text not null,
    text text not null,
    at bigint not null,
    primary key (key, kind)
);

-- A browser or device, by its anonymous id. `is_whole` is false where a recognition was left out, for it said nothing new.
create table identity.device (
    number bigint primary key,
    hash uuid not null unique,
    anonymous text not null,
    is_whole boolean not null
);

-- A call named a key (by hash) beside an anonymous id.
create table identity.seen (
    device bigint not null,
    at bigint not null,
    order_in_instant text not null,
    key uuid not null
);
create index seen_of_device on identity.seen (device);
create index seen_as_key on identity.seen (key);

-- Which entries of the log are whose by their own words, and which company they are taken to tell about.
create table identity.entry (
    subject bigint not null,
    position bigint not null,
    is_telling boolean not null,
    about text,
    primary key (subject, position)
);
create index entry_about on identity.entry (about) where about is not null;

create table identity.lead (
    number bigint primary key,
    company text
);
create index lead_of_company on identity.lead (company) where company is not null;

-- An alias joined a key with what is no key yet. Both by hash.
create table identity.alias (
    previous uuid not null,
    key uuid not null,
    primary key (previous, key)
);

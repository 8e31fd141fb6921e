-- How far it is believed whose a key is: whether a call was known by it, whether others than browsers told it, whether
-- these told how to reach whom it names, and since when it is its lead's by a browser's word alone.
alter table identity.key
    add column is_met boolean not null default false,
    add column is_verified boolean not null default false,
    add column is_reached boolean not null default false,
    add column claimed_since bigint;

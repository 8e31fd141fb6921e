-- Who was erased. Nothing here says who that is: `barred` has hashes of keys, made with a salt that only this database has.
create table identity.salt (
    one boolean primary key default true check (one),
    salt bytea not null
);
insert into identity.salt (salt) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table identity.erasure (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    by_person bigint not null,
    keys int not null,
    entries int not null
);

create table identity.barred (
    hash bytea primary key check (length(hash) = 32),
    erasure bigint not null references identity.erasure
);

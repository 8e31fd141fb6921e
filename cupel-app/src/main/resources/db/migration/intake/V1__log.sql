-- Whose calls are taken. What a key is called and may do; the words by which it is known stand in intake.secret.
create table intake.write_key (
    number int generated always as identity primary key,
    name text not null check (length(name) between 1 and 100),
    origin text not null check (origin in ('server', 'browser')),
    calls_per_second int not null check (calls_per_second between 1 and 1000000),
    calls_per_second_of_address int not null check (calls_per_second_of_address between 1 and 1000000),
    mapping text,
    made_at timestamptz not null,
    revoked_at timestamptz
);

-- A key that was rotated has two for a while. Only the hash is kept; the beginning is there to be recognised.
create table intake.secret (
    hash bytea primary key check (length(hash) = 32),
    write_key int not null references intake.write_key,
    beginning text not null,
    made_at timestamptz not null,
    valid_until timestamptz
);

-- The one row that every append locks: positions rise in the order of commits, received_at never falls.
create table intake.head (
    one boolean primary key default true check (one),
    position bigint not null,
    received_at timestamptz not null
);
insert into intake.head (position, received_at) values (0, '1970-01-01T00:00:00Z');

create table intake.event (
    position bigint primary key,
    received_at timestamptz not null,
    occurred_at timestamptz not null,
    message uuid not null,
    write_key int not null,
    origin text not null,
    call text not null
);
create unique index event_message on intake.event (message);

-- From where a call was sent; kept for 30 days and no longer.
create table intake.sender (
    position bigint primary key,
    received_at timestamptz not null,
    ip text,
    user_agent text
);

-- Copies of a call that say something else than the first: counted, not used.
create table intake.differing_copy (
    message uuid not null,
    copy_hash text not null,
    kept_hash text not null,
    kept_position bigint not null,
    write_key int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    primary key (message, copy_hash)
);
create index differing_copy_age on intake.differing_copy (last_at);

-- Calls that could not be used, with the reason.
create table intake.refusal (
    number bigint generated always as identity primary key,
    received_at timestamptz not null,
    write_key int not null,
    reason text not null,
    told text not null,
    raw text not null
);
create index refusal_of_key on intake.refusal (write_key, number);
create index refusal_age on intake.refusal (received_at);

create table people.person (
    id         bigint generated always as identity primary key,
    name       text not null check (char_length(name) between 1 and 120),
    roles      text[] not null check (cardinality(roles) between 1 and 4),
    revision   int not null default 1,
    created_at timestamptz not null,
    left_at    timestamptz
);

-- Secrets are 256 random bits; only their SHA-256 is here.
create table people.token (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references people.person,
    name         text not null check (char_length(name) between 1 and 120),
    hash         bytea not null unique check (octet_length(hash) = 32),
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index token_of_person on people.token (person_id, id);

-- At most one row: the one-time token by which the first administrator is made.
create table people.setup (
    only_row   boolean primary key default true check (only_row),
    hash       bytea not null check (octet_length(hash) = 32),
    expires_at timestamptz not null
);

-- What was answered to a POST with an Idempotency-Key, for 24 hours. Without a status it has not ended.
create table people.answer (
    token_id     bigint not null references people.token,
    key          text not null,
    request      text not null check (request ~ '^[0-9a-f]{64}$'),
    begun_at     timestamptz not null,
    status       int,
    content_type text,
    location     text,
    tag          text,
    body         text,
    primary key (token_id, key)
);

create index answer_by_age on people.answer (begun_at);

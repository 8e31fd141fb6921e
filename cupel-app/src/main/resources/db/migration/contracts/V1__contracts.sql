-- One row. Whoever takes a step in the life of a contract holds it, so that steps come one after the other.
create table contracts.desk (
    only_row     boolean primary key default true check (only_row),
    last_version int not null default 0
);

insert into contracts.desk default values;

create table contracts.draft (
    id         bigint generated always as identity primary key,
    text       text not null,
    revision   int not null default 1,
    created_at timestamptz not null,
    edited_by  bigint not null references people.person,
    edited_at  timestamptz not null,
    version    int
);

create table contracts.version (
    number      int primary key,
    name        text not null,
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),
    text        text not null,
    draft_id    bigint,
    proposed_at timestamptz not null,
    withdrawn   boolean not null default false,
    active_from timestamptz,
    -- counts activations in the order in which people made them
    activation  bigint
);

create sequence contracts.activation;

create function contracts.keep_content() returns trigger language plpgsql as $$
begin
    raise exception 'the content of a version never changes';
end $$;

create trigger keep_content before update of number, name, hash, text on contracts.version
    for each row execute function contracts.keep_content();

create table contracts.signature (
    version   int not null references contracts.version,
    side      text not null check (side in ('marketing', 'sales')),
    person_id bigint not null references people.person,
    hash      text not null,
    signed_at timestamptz not null,
    primary key (version, side)
);

-- Append-only: who did what, when. Without a person it was the first start.
create table contracts.act (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    person_id bigint references people.person,
    step      text not null,
    version   int,
    draft_id  bigint,
    note      text
);

create index act_of_version on contracts.act (version, id);

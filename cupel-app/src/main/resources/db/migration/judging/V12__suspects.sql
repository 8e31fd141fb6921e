-- Up to where the log was looked through for what machines did. Whoever looks locks the row.
create table judging.watch (
    one boolean primary key default true check (one),
    position bigint not null
);
insert into judging.watch (position) values (0);

-- What happened to mails, as the detector looks at it. `who` is the hash of the key, or else of the anonymous id, by which
-- the call names its lead; `mail` and `link` are hashes too.
-- Instants are milliseconds since 1970 UTC, here and below.
create table judging.mail (
    position bigint primary key,
    who uuid not null,
    mail uuid not null,
    at bigint not null,
    kind text not null,
    link uuid,
    event text not null
);
create index mail_of on judging.mail (who, mail, at);

-- What was said about which events are suspect: of each event the newest mark (its position in the log, none while that is
-- on its way), whether the detector ever marked it, and the newest word of a person. Reasons stand in lines.
create table judging.suspect (
    number bigint generated always as identity primary key,
    hash uuid not null unique,
    event text not null,
    who uuid not null,
    state text not null,
    mark bigint,
    marked_at bigint,
    reasons text not null,
    is_detected boolean not null,
    word_at bigint,
    word_id text,
    word_verdict text,
    word_by text,
    word_received_at bigint
);
create index suspect_of on judging.suspect (who);
create index suspect_in_state on judging.suspect (state, number) where mark is not null;
create index suspect_by_mark on judging.suspect (mark);

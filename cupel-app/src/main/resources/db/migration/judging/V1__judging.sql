-- Up to where the log is judged, by which version of the contract. Whoever judges locks the row.
create table judging.progress (
    one boolean primary key default true check (one),
    position bigint not null,
    received_at timestamptz not null,
    version int not null
);
insert into judging.progress (position, received_at, version) values (0, '1970-01-01T00:00:00Z', 0);

-- Each lead after the last entry that concerned it. `written` is the state of its case, by the contract named beside it;
-- the rest is there to be looked for, and holds at `judged_at`.
create table judging.lead (
    number bigint primary key,
    id text not null,
    company text,
    position bigint not null,
    judged_at timestamptz not null,
    stage text not null,
    since timestamptz,
    cycle int not null,
    is_hand_raised boolean not null,
    fit text not null,
    grade text,
    score bigint not null,
    usage_score bigint not null,
    contract text not null,
    written bytea not null
);
create index lead_in_stage on judging.lead (stage, number);

-- Leads that turned out to be others.
create table judging.absorbed (
    number bigint primary key,
    into_lead bigint not null,
    position bigint not null
);
create index absorbed_into on judging.absorbed (into_lead);

-- Every change of stage. Append-only.
create table judging.transition (
    number bigint generated always as identity primary key,
    lead bigint not null,
    position bigint not null,
    at timestamptz not null,
    from_stage text not null,
    to_stage text not null,
    why text not null,
    cycle int not null,
    detail text not null,
    score_micros bigint not null,
    fit text not null,
    evidence text[] not null,
    contract text not null
);
create index transition_of_lead on judging.transition (lead, number);

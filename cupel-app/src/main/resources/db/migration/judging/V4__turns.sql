-- From when on which version of the contract judges, from the first on. A lead takes these turns in their order.
create table judging.turn (
    number int primary key,
    version int not null,
    contract text not null,
    -- as the schedule has it: from when, and the count of activations by which two of one instant are told apart
    active_from timestamptz not null,
    made bigint not null,
    -- from when it judges: entries received before are those up to `position`
    at timestamptz not null,
    position bigint not null,
    -- the sweep through the leads: running, stopped, done
    state text not null,
    leads bigint not null,
    begun_at timestamptz not null,
    done_at timestamptz
);

-- The last turn that the lead took, what it had been told when it was judged last, and what waits in the review tray.
alter table judging.lead
    add column turn int not null default 0,
    add column told text not null default '{}',
    add column waiting_cause text,
    add column waiting_target text,
    add column waiting_hand boolean,
    add column waiting_since timestamptz,
    add column waiting_contract text,
    add column waiting_micros bigint,
    add column waiting_fit text;
create index lead_of_turn on judging.lead (turn, number);
create index lead_waiting on judging.lead (waiting_since, number) where waiting_since is not null;

-- What would change if a version came into force: the newest rehearsal of each version. Somebody counts while it is heard of.
create table judging.rehearsal (
    version int primary key,
    run uuid not null,
    state text not null,
    at timestamptz not null,
    heard_at timestamptz not null,
    judged_by int not null,
    leads bigint not null,
    seen bigint not null,
    counts text not null
);

-- States have another form, and rows lack the new columns: the log is judged from the beginning.
update judging.progress set version = 0;

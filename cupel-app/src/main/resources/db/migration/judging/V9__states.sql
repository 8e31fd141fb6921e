-- What nearly every entry changes of a lead, apart from what lists show of it beside its scores, which most leave as it is.
create table judging.state (
    number bigint primary key,
    position bigint not null,
    judged_at timestamptz not null,
    score bigint not null,
    usage_score bigint not null,
    turn int not null,
    written bytea not null
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.5);
insert into judging.state (number, position, judged_at, score, usage_score, turn, written)
    select number, position, judged_at, score, usage_score, turn, written from judging.lead order by number;

-- By which contract a lead was judged, its turn tells.
alter table judging.lead
    drop column position,
    drop column judged_at,
    drop column score,
    drop column usage_score,
    drop column contract,
    drop column turn,
    drop column written;

-- Every lead up to this number took the turn. An index by turn would have a new entry whenever a lead takes one.
alter table judging.turn add column swept bigint not null default 0;

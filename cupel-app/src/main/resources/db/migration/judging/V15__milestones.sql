-- Of leads with very many events what their states were on the way: an event that comes late has only those read and folded again that come behind.
create table judging.milestone (
    lead bigint not null references judging.state (number) on delete cascade,
    position bigint not null,
    turn int not null,
    at bigint not null,
    state bytea not null,
    primary key (lead, position)
);

-- Of a lead that people merged with others: what it is a part of. It is judged all the same, but not shown.
alter table judging.lead add column part_of bigint;
create index lead_part_of on judging.lead (part_of) where part_of is not null;

-- What happened to `part` up to a change of stage happened to `whole`.
create table judging.past (
    whole bigint not null,
    part bigint not null,
    until bigint not null,
    primary key (whole, part, until)
);

-- The lead to which a number leads that several leads had while they were merged.
create table judging.parted (
    number bigint primary key,
    lead bigint not null
);

-- What became known about companies of very many leads, which hear it later: each before anything else happens to it.
-- Gone when all heard it.
create table judging.word (
    number bigint generated always as identity primary key,
    company text not null,
    position bigint not null,
    received_at timestamptz not null,
    known text not null
);
create index word_about on judging.word (company, number);

-- The last word about its company that the lead heard.
alter table judging.state add column word bigint not null default 0;

-- What a lead told itself of a company before it had one: what is known about its company stands over that.
alter table judging.lead add column under text;

-- Rows so far do not know it: the log is judged from the beginning.
update judging.progress set version = 0;

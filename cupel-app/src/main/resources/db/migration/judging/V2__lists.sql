-- What lists show and filter by, and when an open cycle expires, so that they show what holds now.
alter table judging.lead
    add column email text,
    add column company_name text,
    add column is_held boolean not null default false,
    add column due timestamptz;
create index lead_due on judging.lead (due) where due is not null;
create index lead_of_company on judging.lead (company, number) where company is not null;

-- Counts the writings, by which a judge sees that what it has in memory is no more what the database has.
alter table judging.progress add column turn bigint not null default 0;

-- The rows so far lack the new columns: the log is judged from the beginning.
update judging.progress set version = 0;

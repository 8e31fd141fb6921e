-- Whether the address of a lead was told by others than browsers; true where there is none.
alter table judging.lead add column is_verified boolean not null default true;

-- Rows so far do not know it: the log is judged from the beginning.
update judging.progress set version = 0;

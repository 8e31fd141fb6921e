-- One row for calls that came at once from one sender and stand behind each other in the log, from `position` to `until`.
alter table intake.sender add column until bigint;
update intake.sender set until = position;
alter table intake.sender alter column until set not null;

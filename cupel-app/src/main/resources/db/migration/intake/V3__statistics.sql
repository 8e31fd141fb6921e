-- The log is only asked by position and by message, which tell one row each: the database need not read tens of thousands
-- of calls, again whenever the log has grown by a tenth, to know what stands in its columns.
alter table intake.event
    alter column position set statistics 0,
    alter column received_at set statistics 0,
    alter column occurred_at set statistics 0,
    alter column message set statistics 0,
    alter column write_key set statistics 0,
    alter column origin set statistics 0,
    alter column call set statistics 0;

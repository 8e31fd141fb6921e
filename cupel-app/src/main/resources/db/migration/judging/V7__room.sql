-- Nearly every entry changes the row of a lead: with room beside it the change needs no new place in the indexes.
alter table judging.lead set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.5);

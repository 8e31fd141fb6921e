-- Leads that are behind are leased row by row, by any instance: each keeps in mind itself how far it went through them.
alter table judging.turn drop column swept;

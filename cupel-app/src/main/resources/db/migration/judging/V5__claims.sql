-- Browsers are believed less than before: the log is judged from the beginning.
update judging.progress set version = 0;

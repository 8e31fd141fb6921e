-- What browsers claimed of users is kept beside their ids: the log is judged from the beginning.
update judging.progress set version = 0;

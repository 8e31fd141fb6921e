-- States are written in another form now: the log is judged from the beginning.
update judging.progress set version = 0;

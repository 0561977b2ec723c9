"""Rules of a session, a run and a record: no clock, no files, no screen."""

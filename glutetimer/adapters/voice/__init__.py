"""Voice: sentences made into clips by the system's speech engine, for the sound child to play.

A child process does the work: engines and the polishing of samples take their time beside a full screen. Keep this file
empty of imports: the child starts through it.
"""

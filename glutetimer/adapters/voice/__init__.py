"""Voice: sentences made into clips by the system's speech engine, for the sound child to play.

The work is done in a child process: engines and the polishing of samples take their time beside a full screen. Keep
this file empty of imports: the child starts through it.
"""

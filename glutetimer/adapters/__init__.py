"""Adapters to files, the log, sound, voice, clocks and the machine's sleep."""

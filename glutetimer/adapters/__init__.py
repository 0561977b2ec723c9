"""The outside world: files, log store, sound, clock gaps, keeping the machine awake."""

"""`log` and what belongs to it."""

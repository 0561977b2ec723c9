"""Input of a terminal: bytes to text, text to keys; none of it ends a run."""

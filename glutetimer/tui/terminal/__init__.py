"""Input of a terminal: bytes to text, text to keys; no input ends a run."""

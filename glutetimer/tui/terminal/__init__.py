"""What a terminal sends in: bytes to text, text to keys, and never the end of a run."""

"""Full-screen front end (Textual)."""

"""Pain: its places, the questions and advice about it, and its course over earlier workouts. No diagnosis."""

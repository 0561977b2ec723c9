"""Pain: where it can be, what is asked and said about it, and what earlier workouts say of it. No diagnosis."""

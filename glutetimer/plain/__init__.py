"""Run as printed lines, for pipes, dumb terminals and screen readers."""

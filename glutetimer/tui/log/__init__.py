"""Screens of the log."""

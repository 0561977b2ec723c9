"""Counted things in words: one of it, more of it."""

from __future__ import annotations


def count(number: int, word: str) -> str:
    """ "1 workout", "3 workouts", "2,135 reps"."""
    return f"{number:,} {noun(number, word)}"


def noun(number: int, word: str) -> str:
    """The word as it stands behind a number: "rep", "reps"."""
    return word if number == 1 else f"{word}s"

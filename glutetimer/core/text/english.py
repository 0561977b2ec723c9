"""Days, spans and counts in English words, whatever language the machine speaks."""

from __future__ import annotations

from datetime import date, timedelta

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MINUTE = _HOUR = 60


def short_day(day: date) -> str:
    """ "20 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """ "Fri 20 Nov 2026"."""
    return f"{DAYS[day.weekday()]} {short_day(day)} {day.year}"


def near_day(day: date, today: date) -> str:
    """ "Fri 20 Nov", or "20 Nov 2025" in another year than today's."""
    if day.year != today.year:
        return f"{short_day(day)} {day.year}"
    return f"{DAYS[day.weekday()]} {short_day(day)}"


def week_words(monday: date) -> str:
    """ "16 to 22 Nov", "28 Sep to 4 Oct"."""
    sunday = monday + timedelta(days=6)
    first = str(monday.day) if monday.month == sunday.month else short_day(monday)
    return f"{first} to {short_day(sunday)}"


def ago(day: date, today: date) -> str:
    """ "today", "yesterday", "5 days ago"; a day to come, by a clock that went wrong, is today."""
    days = max(0, (today - day).days)
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def duration(seconds: float) -> str:
    """How long something took, to the nearest minute: "45 s", "22 min", "7 h 12 min"."""
    if round(seconds) < _MINUTE:
        return f"{round(seconds)} s"
    minutes = int(seconds / _MINUTE + 0.5)
    return f"{minutes} min" if minutes < _HOUR else f"{minutes // _HOUR:,} h {minutes % _HOUR} min"


def spent(seconds: float, *, about: bool = False) -> str:
    """A duration, "about 22 min" where nobody measured it; "" where nothing is known."""
    if not seconds:
        return ""
    return f"{'about ' if about else ''}{duration(seconds)}"


def count(number: int, word: str) -> str:
    """ "1 workout", "3 workouts", "2,135 reps"."""
    return f"{number:,} {noun(number, word)}"


def noun(number: int, word: str) -> str:
    """The word as it stands behind a number: "rep", "reps"."""
    return word if number == 1 else f"{word}s"

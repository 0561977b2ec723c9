"""Days, spans and counts in English words, whatever language the machine speaks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MINUTE = _HOUR = 60


def short_day(day: date) -> str:
    """ "20 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def full_day(day: date) -> str:
    """ "20 Nov 2026"."""
    return f"{short_day(day)} {day.year}"


def long_day(day: date) -> str:
    """ "Fri 20 Nov 2026"."""
    return f"{DAYS[day.weekday()]} {full_day(day)}"


def near_day(day: date, today: date) -> str:
    """ "Fri 20 Nov", or "20 Nov 2025" in another year than today's."""
    return full_day(day) if day.year != today.year else f"{DAYS[day.weekday()]} {short_day(day)}"


def day_at(day: date, today: date) -> str:
    """ "20 Nov", or "20 Nov 2025" in another year than today's."""
    return full_day(day) if day.year != today.year else short_day(day)


def two_digit_day(day: date) -> str:
    """ "09 Nov", as wide as any other."""
    return f"{day.day:02} {MONTHS[day.month - 1]}"


def moment_words(at: datetime) -> str:
    """ "09 Nov 18:30"."""
    return f"{two_digit_day(at)} {at:%H:%M}"


def stamp(at: datetime) -> str:
    """ "2026-11-09 18:30": sorts, and can be typed."""
    return f"{at:%Y-%m-%d %H:%M}"


def week_words(monday: date) -> str:
    """ "16 to 22 Nov", "28 Sep to 4 Oct"."""
    sunday = monday + timedelta(days=6)
    first = str(monday.day) if monday.month == sunday.month else short_day(monday)
    return f"{first} to {short_day(sunday)}"


def ago(day: date, today: date) -> str:
    """ "today", "yesterday", "5 days ago"; a day to come, by a clock that went wrong, is today."""
    days = max(0, (today - day).days)
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def clock(seconds: float) -> str:
    """Minutes and seconds: "14:20"."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def minutes(seconds: float) -> str:
    """Whole minutes, rounded up: "22 min"."""
    return f"{int(-(-seconds // 60))} min"


def duration(seconds: float) -> str:
    """Say how long something took, to the nearest minute: "45 s", "22 min", "7 h 12 min"."""
    if round(seconds) < _MINUTE:
        return f"{round(seconds)} s"
    minutes = int(seconds / _MINUTE + 0.5)
    return f"{minutes} min" if minutes < _HOUR else f"{minutes // _HOUR:,} h {minutes % _HOUR} min"


def spent(seconds: float, *, about: bool = False) -> str:
    """Write a duration, "about 22 min" where nobody measured it; "" where nothing is known."""
    if not seconds:
        return ""
    return f"{'about ' if about else ''}{duration(seconds)}"


def count(number: int, word: str) -> str:
    """ "1 workout", "3 workouts", "2,135 reps"."""
    return f"{number:,} {noun(number, word)}"


def noun(number: int, word: str) -> str:
    """Form of the word behind a number: "rep", "reps"."""
    return word if number == 1 else f"{word}s"

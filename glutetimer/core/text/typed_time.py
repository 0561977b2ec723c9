"""Typed start of a workout: the clock on the wall, the name of a day, hours that clocks leave out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone

from glutetimer.core.text.english import stamp

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: Also shortened.
DAYS = ("today", "yesterday", *WEEKDAYS)
#: Letters that are enough to know a day's name.
LEAST = 3

#: Moment of a time on the wall of this place; its `fold` separates two moments that look the same.
Here = Callable[[datetime], datetime]

_TOLD = re.compile(
    r"(?:(?P<day>[A-Za-z]+|\d{4}-\d{2}-\d{2})(?:\s+|T))?"
    r"(?P<hour>\d{1,2})(?P<rest>:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?P<offset>[Zz]|[+-]\d{2}:?\d{2})?"
)


_OTHERWISE = re.compile(r"(?P<day>(?:[A-Za-z]+|\d{4}-\d{2}-\d{2})\s+)?(?P<clock>\d.*)")
_WHOLE_CLOCK = re.compile(r"\d{1,2}[:.h ]?\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?", re.IGNORECASE)

_APART = re.compile(r"(\d{1,2})[:. h](\d{0,2})", re.IGNORECASE)
_TOGETHER = re.compile(r"\d{1,4}")
_HALF = re.compile(r"(.*?)\s*([ap])\.?m?\.?", re.IGNORECASE)
_NAME = re.compile(r"[a-zA-Z]+ *")


def told(text: str, now: datetime) -> datetime | None:
    """Read 8:39, yesterday 18:30, mon 7:00, 2026-11-19 18:30, each perhaps with an offset: only then it has a zone.

    Also 18.30, 18h30, 1830, 6:30 pm. `now` is that of this place, naive. None where it is no such thing.
    """
    return _told(text, now) or _told(_usual(text), now)


def half_day(minutes: int, half: str) -> int | None:
    """Minutes since midnight of a time with am or pm; None where no twelve-hour clock shows it."""
    if not 60 <= minutes < 13 * 60:
        return None
    return minutes % 720 + (720 if half.lower() == "p" else 0)


def minutes_of(text: str) -> int | None:
    """Minutes since midnight of 18:45, 1845, 7 30, 7.30, 18h45, 6:45 pm; None where it is no time.

    What is typed only in part is a time, too.
    """
    if half := _HALF.fullmatch(text):
        minutes = minutes_of(half[1])
        return None if minutes is None else half_day(minutes, half[2])
    if apart := _APART.fullmatch(text):
        return _minutes(apart[1], apart[2])
    if not _TOGETHER.fullmatch(text):
        return None
    # 18 are hours, 1845 hours and minutes; 730 is half past seven, 184 the way to 1845.
    for hours in {1: (1,), 2: (2, 1), 3: (1, 2), 4: (2,)}[len(text)]:
        if (found := _minutes(text[:hours], text[hours:])) is not None:
            return found
    return None


def _minutes(hours: str, minutes: str) -> int | None:
    hour, minute = int(hours), int(minutes or "0")
    return 60 * hour + minute if hour < 24 and minute < 60 else None


def day_and_time(text: str) -> tuple[str, str]:
    """Split off the name of a day, or its beginning, from the text behind it; "" where there is no name."""
    name = _NAME.match(text)
    return (name[0].strip(), text[name.end() :]) if name else ("", text)


def _usual(text: str) -> str:
    """Rewrite a time as 18:30; return any other text as it is."""
    found = _OTHERWISE.fullmatch(text.strip())
    whole = minutes_of(found["clock"]) if found and _WHOLE_CLOCK.fullmatch(found["clock"]) else None
    return text if found is None or whole is None else f"{found['day'] or ''}{whole // 60}:{whole % 60:02}"


def _told(text: str, now: datetime) -> datetime | None:
    found = _TOLD.fullmatch(text.strip())
    try:
        if found is None:
            whole = len(text.strip()) > len("2026-11-19")
            return datetime.fromisoformat(text.strip()).replace(microsecond=0) if whole else None
        clock = f"{found['hour']:0>2}{found['rest']}{(found['offset'] or '').upper()}"
        day = _day(found["day"] or "today", clock, now)
        return None if day is None else datetime.fromisoformat(f"{day} {clock}").replace(microsecond=0)
    except ValueError:
        return None


def _day(word: str, clock: str, now: datetime) -> str | None:
    if word[0].isdigit():
        return word
    found = day_named(word, int(clock[:2]) * 60 + int(clock[3:5]), now) if len(word) >= LEAST else None
    return None if found is None else found.isoformat()


def day_named(word: str, minutes: int, now: datetime) -> date | None:
    """Find the day with this name, or its beginning; a weekday is the last on which the clock showed that many minutes.

    `minutes` are those since midnight, `now` (naive) is that of this place. None where no day has this name.
    """
    name = next((name for name in DAYS if name.startswith(word.lower())), None)
    if name not in WEEKDAYS:
        return None if name is None else now.date() - timedelta(days=DAYS.index(name))
    back = (now.weekday() - WEEKDAYS.index(name)) % 7
    to_come = back == 0 and minutes > now.hour * 60 + now.minute
    return now.date() - timedelta(days=7 if to_come else back)


def moments(at: datetime, here: Here) -> tuple[datetime, ...]:
    """Moments at which the clock here showed `at` (naive), the earlier first.

    None in the hour that is left out when clocks go forward, two in the hour that comes twice when they go back.
    """
    shown = (moment for moment in map(here, _folds(at)) if moment.replace(tzinfo=None) == at)
    # With fixed offsets: two moments of one zone that look the same are equal otherwise.
    return tuple(sorted({moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta())) for moment in shown}))


def meant(found: Sequence[datetime], now: datetime) -> datetime:
    """Pick the latest of several moments that is not after now; the first where all are."""
    return max((moment for moment in found if moment <= now), default=found[0])


def gap_words(at: datetime, here: Here) -> str:
    """Say why there is no such time, with those that may be meant."""
    before, after = sorted(f"{moment:%H:%M}" for moment in map(here, _folds(at)))
    return f"{stamp(at)} was on no clock here: clocks went forward over it ({before} or {after} may be meant)"


def _folds(at: datetime) -> tuple[datetime, datetime]:
    return at.replace(fold=0), at.replace(fold=1)

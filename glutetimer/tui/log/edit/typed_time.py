"""Parse a typed time of day: 18:45, 1845, 7 30, 7.30, 18h45, 6:45 pm, yesterday 18:45, mon 7:30. Pure."""

from __future__ import annotations

import re

from glutetimer.core.text.typed_time import half_day

_APART = re.compile(r"(\d{1,2})[:. h](\d{0,2})")
_NAME = re.compile(r"[a-zA-Z]+ *")
_TOGETHER = re.compile(r"\d{1,4}")
_HALF = re.compile(r"(.*?) ?([ap])\.?m?\.?", re.IGNORECASE)


def parts(text: str) -> tuple[str, str]:
    """Split off the name of a day, or its start, from the text behind it; "" where there is none."""
    name = _NAME.match(text)
    return (name[0].strip(), text[name.end() :]) if name else ("", text)


def minutes_of(text: str) -> int | None:
    """Minutes since midnight; None where it is no time. A time that is typed only in part counts too."""
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

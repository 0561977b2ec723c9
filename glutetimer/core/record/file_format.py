"""Rules for each key of a workout record, and the sentences for values that break them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, get_args

from glutetimer.core.pain.body_places import Flag, Morning
from glutetimer.core.plan.options import MOST_LEAD, MOST_MINUTES, MOST_REST, MOST_ROUNDS, FirstSide, Mode
from glutetimer.core.record.record import CountedBy, HarderSide, Outcome, PainSide, WorkoutState
from glutetimer.core.session.session import MOST_HOLD, MOST_SETS, Band, Direction, Kind, Pace, Side
from glutetimer.core.toml.kinds import FlagKind, ListOf, OneOf, Such, TableKey, TableKeys, Tables, Whole

#: More than any count or time in a workout; a number above it is a typing mistake.
MOST = 1_000_000

#: Years of which every offset of a moment is a moment, too. A year beyond them is a clock that was never set.
_YEARS = range(1900, 9999)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def whole(least: int, most: int = MOST, *, needed: bool = True) -> TableKey:
    """A whole number in the range."""
    return TableKey(Whole(least, most, f"a whole number from {least}" + (f" to {most}" if most < MOST else "")), needed)


def number(passes: Callable[[float], bool], say: str, *, needed: bool = True) -> TableKey:
    """A number that passes, with or without a fraction."""
    return TableKey(Such(lambda value: type(value) in (int, float) and value <= MOST and passes(value), say), needed)


def seconds(*, needed: bool = True) -> TableKey:
    """A number from 0, with or without a fraction."""
    return number(lambda value: value >= 0, "seconds, from 0", needed=needed)


_WORDS = Such(lambda value: isinstance(value, str), "words in quotes")


def text(*, needed: bool = True) -> TableKey:
    """Any words, in quotes."""
    return TableKey(_WORDS, needed)


def texts() -> TableKey:
    """A list of words."""
    return TableKey(ListOf(_WORDS, MOST, 'a list of words in quotes, as in ["band"]; [] for none', repeats=True))


def is_moment(value: object) -> bool:
    """Whether it is a date and time at a known moment, in one of the years that are read."""
    return isinstance(value, datetime) and value.utcoffset() is not None and value.year in _YEARS


_MOMENT = Such(is_moment, "a date and time with its offset, as in 2026-11-20T19:30:05+01:00, from the year 1900 on")
_MOMENTS = "a list of dates and times with their offsets, as in [2026-11-20T19:30:05+01:00]"


def moment(*, needed: bool = True) -> TableKey:
    """Such a date and time."""
    return TableKey(_MOMENT, needed)


def one_of(words: object, *, needed: bool = True) -> TableKey:
    """One of the words of a Literal type."""
    known = get_args(words)
    return TableKey(OneOf(known, " or ".join(known)), needed)


def flag(*, needed: bool = True) -> TableKey:
    """Yes or no."""
    return TableKey(FlagKind(), needed)


def such(passes: Callable[[Any], bool], say: str) -> TableKey:
    """Any value that passes."""
    return TableKey(Such(passes, say))


def tables(keys: TableKeys, say: str) -> TableKey:
    """A list of tables, which need not be there."""
    return TableKey(Tables(keys, say), needed=False)


#: Keys of a bout that is over.
RESULT: TableKeys = {
    "outcome": one_of(Outcome),
    "done": whole(0, needed=False),  # needed unless nobody counted: see `read.py`
    "seconds": seconds(),
    "counted_by": one_of(CountedBy),
    "reason": text(needed=False),
    "rest": seconds(needed=False),
    "pain": whole(0, 10, needed=False),
    "place": text(needed=False),
    "pain_side": one_of(PainSide, needed=False),
    "pain_flag": one_of(Flag, needed=False),
}

#: Keys of a pain in `more_pain`.
_MORE_PAIN: TableKeys = {
    "bout": whole(1, needed=False),
    **{key: RESULT[key] for key in ("pain", "place", "pain_side", "pain_flag")},
}

#: Keys of an own dose in `own`.
_OWN: TableKeys = {
    "exercise": text(),
    "skip": flag(),
    "sets": whole(1, MOST_SETS, needed=False),
    "left": whole(1, MOST_HOLD, needed=False),
    "right": whole(1, MOST_HOLD, needed=False),
    "pace": one_of(Pace, needed=False),
    "impact": flag(needed=False),
}


#: Keys of a bout of the plan as it stands, in `bout`.
_BOUT: TableKeys = {
    "target": whole(0),
    "pace": one_of(Pace),
    "rest": seconds(),
    "form": text(needed=False),
}

#: Keys of what the plan leaves out, and of what it replaces.
_LEFT_OUT: TableKeys = {
    "exercise": text(),
    "name": text(),
    "needs": texts(),
    "sets": whole(0),
    "minutes": whole(0),
}
_REPLACED: TableKeys = {"exercise": text(), "name": text(), "by": text(), "by_name": text()}

WORKOUT: TableKeys = {
    "format": such(lambda value: type(value) is int and value == 1, "1; a higher one needs a newer glutetimer"),
    "id": such(
        lambda value: isinstance(value, str) and _ID.fullmatch(value) is not None,
        "letters, digits and dashes, as in 20261120T183005Z-7f3a9c21",
    ),
    "kind": such(lambda value: value == "workout", "workout"),
    "session": text(),
    "name": text(),
    "mode": one_of(Mode),
    "state": one_of(WorkoutState),
    "rounds": whole(1),
    "without": texts(),
    "speed": number(lambda value: value > 0, "a number above 0"),
    "started": moment(),
    "ended": moment(needed=False),
    "zone": text(),
    "confirmed": flag(needed=False),
    "harder_side": one_of(HarderSide, needed=False),
    "effort": whole(0, 10, needed=False),
    "pain": whole(0, 10, needed=False),
    "note": text(needed=False),
    "amended": TableKey(ListOf(_MOMENT, MOST, _MOMENTS, repeats=True), needed=False),
    "added": moment(needed=False),
    "active": seconds(needed=False),
    "pain_after": whole(0, 10, needed=False),
    "place_after": text(needed=False),
    "pain_side_after": one_of(PainSide, needed=False),
    "pain_flag_after": one_of(Flag, needed=False),
    "morning": one_of(Morning, needed=False),
    "more_pain": tables(
        _MORE_PAIN,
        'a list of pains, as in [{ bout = 3, pain = 4, place = "knee", pain_side = "left", pain_flag = "none" }]',
    ),
}

BOUT: TableKeys = {
    "exercise": text(),
    "name": text(),
    "kind": one_of(Kind),
    "round": whole(1),
    "set": whole(1),
    "side": one_of(Side),
    "direction": one_of(Direction, needed=False),
    "band": one_of(Band),
    "target": whole(0),
    "strength": text(needed=False),
    "form": text(needed=False),
}

RESUME: TableKeys = {
    "session": text(),
    "text": text(),
    "of": text(),
    "mode": one_of(Mode),
    "rounds": whole(1, MOST_ROUNDS, needed=False),
    "without": texts(),
    "pace": one_of(Pace, needed=False),
    "rest": whole(0, MOST_REST, needed=False),
    "minutes": whole(1, MOST_MINUTES, needed=False),
    "first_side": one_of(FirstSide),
    "switch": whole(0, MOST_REST, needed=False),
    "setup": whole(0, MOST_REST, needed=False),
    "lead": whole(0, MOST_LEAD, needed=False),
    "strength": text(needed=False),
    "own": tables(_OWN, "a list of own doses"),
    "bout": tables(_BOUT, "a list of bouts with target, pace and rest"),
    "left_out": tables(_LEFT_OUT, "a list of exercises with their names"),
    "replaced": tables(_REPLACED, "a list of exercises and what they are done as"),
}

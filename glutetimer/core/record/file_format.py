"""What each key of a workout record may hold, and what to say where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from glutetimer.core.pain.places import Flag, Morning
from glutetimer.core.plan.options import MOST_MINUTES, MOST_REST, MOST_ROUNDS, FirstSide, Mode
from glutetimer.core.record.record import CountedBy, HarderSide, Outcome, PainSide, WorkoutState
from glutetimer.core.session.session import MOST_HOLD, MOST_SETS, Band, Direction, Kind, Pace, Side

#: More than any count or time in a workout; a number above it is a slip of the hand.
MOST = 1_000_000

#: Years of which every offset of a moment is a moment, too. A year beyond them is a clock that was never set.
_YEARS = range(1900, 9999)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a value will do, what is wanted in words, and whether the key must be there."""

    ok: Callable[[Any], bool]
    wanted: str
    needed: bool = True


def whole(least: int, most: int = MOST, *, needed: bool = True) -> Rule:
    """A whole number in the range."""
    words = f"a whole number from {least}" + (f" to {most}" if most < MOST else "")
    return Rule(lambda value: type(value) is int and least <= value <= most, words, needed)


def seconds(*, needed: bool = True) -> Rule:
    """A number from 0, with or without a fraction."""
    return Rule(lambda value: type(value) in (int, float) and 0 <= value <= MOST, "seconds, from 0", needed)


def text(*, needed: bool = True) -> Rule:
    """Any words, in quotes."""
    return Rule(lambda value: isinstance(value, str), "words in quotes", needed)


def texts() -> Rule:
    """A list of words."""
    return Rule(
        lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
        'a list of words in quotes, as in ["band"]; [] for none',
    )


def is_moment(value: object) -> bool:
    """Whether it is a date and time of which it is known when that was, in one of the years that are read."""
    return isinstance(value, datetime) and value.utcoffset() is not None and value.year in _YEARS


def moment(*, needed: bool = True) -> Rule:
    """Such a date and time."""
    wanted = "a date and time with its offset, as in 2026-11-20T19:30:05+01:00, from the year 1900 on"
    return Rule(is_moment, wanted, needed)


def moments() -> Rule:
    """A list of such."""
    return Rule(
        lambda value: isinstance(value, list) and all(map(is_moment, value)),
        "a list of dates and times with their offsets, as in [2026-11-20T19:30:05+01:00]",
        needed=False,
    )


def one_of(words: object, *, needed: bool = True) -> Rule:
    """One of the words of a Literal type."""
    known: Collection[str] = get_args(words)
    return Rule(lambda value: isinstance(value, str) and value in known, " or ".join(known), needed)


WORKOUT: Mapping[str, Rule] = {
    "format": Rule(lambda value: type(value) is int and value == 1, "1; a higher one needs a newer glutetimer"),
    "id": Rule(
        lambda value: isinstance(value, str) and _ID.fullmatch(value) is not None,
        "letters, digits and dashes, as in 20261120T183005Z-7f3a9c21",
    ),
    "kind": Rule(lambda value: value == "workout", "workout"),
    "session": text(),
    "name": text(),
    "mode": one_of(Mode),
    "state": one_of(WorkoutState),
    "rounds": whole(1),
    "without": texts(),
    "speed": Rule(lambda value: type(value) in (int, float) and 0 < value <= MOST, "a number above 0"),
    "started": moment(),
    "ended": moment(needed=False),
    "zone": text(),
    "confirmed": Rule(lambda value: isinstance(value, bool), "true or false", needed=False),
    "harder_side": one_of(HarderSide, needed=False),
    "effort": whole(0, 10, needed=False),
    "pain": whole(0, 10, needed=False),
    "note": text(needed=False),
    "amended": moments(),
    "added": moment(needed=False),
    "active": seconds(needed=False),
    "pain_after": whole(0, 10, needed=False),
    "place_after": text(needed=False),
    "pain_side_after": one_of(PainSide, needed=False),
    "pain_flag_after": one_of(Flag, needed=False),
    "morning": one_of(Morning, needed=False),
    "more_pain": Rule(
        lambda value: _are(value, _MORE_PAIN),
        'a list of pains, as in [{ bout = 3, pain = 4, place = "knee", pain_side = "left", pain_flag = "none" }]',
        False,
    ),
}

BOUT: Mapping[str, Rule] = {
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

#: The keys of a bout that is over.
RESULT: Mapping[str, Rule] = {
    "outcome": one_of(Outcome),
    "done": whole(0, needed=False),  # but see `record_load`
    "seconds": seconds(),
    "counted_by": one_of(CountedBy),
    "reason": text(needed=False),
    "rest": seconds(needed=False),
    "pain": whole(0, 10, needed=False),
    "place": text(needed=False),
    "pain_side": one_of(PainSide, needed=False),
    "pain_flag": one_of(Flag, needed=False),
}

RESUME: Mapping[str, Rule] = {
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
    "strength": text(needed=False),
    "own": Rule(lambda value: _are(value, _OWN), "a list of own doses", False),
    "bout": Rule(lambda value: _are(value, _BOUT), "a list of bouts with target, pace and rest", False),
    "left_out": Rule(lambda value: _are(value, _LEFT_OUT), "a list of exercises with their names", False),
    "replaced": Rule(lambda value: _are(value, _REPLACED), "a list of exercises and what they are done as", False),
}

#: The keys of a pain in `more_pain`.
_MORE_PAIN: Mapping[str, Rule] = {
    "bout": whole(1, needed=False),
    **{key: RESULT[key] for key in ("pain", "place", "pain_side", "pain_flag")},
}

#: The keys of an own dose in `own`.
_OWN: Mapping[str, Rule] = {
    "exercise": text(),
    "skip": Rule(lambda value: isinstance(value, bool), "true or false"),
    "sets": whole(1, MOST_SETS, needed=False),
    "left": whole(1, MOST_HOLD, needed=False),
    "right": whole(1, MOST_HOLD, needed=False),
    "pace": one_of(Pace, needed=False),
}


#: The keys of a bout of the plan as it stands, in `bout`.
_BOUT: Mapping[str, Rule] = {
    "target": whole(0),
    "pace": one_of(Pace),
    "rest": seconds(),
    "form": text(needed=False),
}

#: The keys of what the plan leaves out, and of what it replaces.
_LEFT_OUT: Mapping[str, Rule] = {
    "exercise": text(),
    "name": text(),
    "needs": texts(),
    "sets": whole(0),
    "minutes": whole(0),
}
_REPLACED: Mapping[str, Rule] = {"exercise": text(), "name": text(), "by": text(), "by_name": text()}


def _are(value: Any, rules: Mapping[str, Rule]) -> bool:
    """Whether it is a list of tables that keep to these rules, and hold nothing else."""
    return isinstance(value, list) and all(_is(item, rules) for item in value)


def _is(value: Any, rules: Mapping[str, Rule]) -> bool:
    if not isinstance(value, Mapping) or not value.keys() <= rules.keys():
        return False
    return all(rule.ok(value[key]) if key in value else not rule.needed for key, rule in rules.items())

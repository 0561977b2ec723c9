"""A finished workout in a few lines: what was done against what was planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from glutetimer.core.record import BoutRecord, Outcome, Workout

_SAID: tuple[tuple[Outcome, str], ...] = (
    ("short", "a little short"),
    ("form-broke", "stopped for form: good call"),
    ("pain", "stopped for pain"),
    ("skipped", "skipped"),
    ("not-reached", "not reached"),
)

#: Outcomes whose count says something was done.
_COUNTED: frozenset[Outcome] = frozenset({"done", "short", "form-broke", "pain"})


def sentence(workout: Workout) -> str:
    """One sentence: "20 of 22 as planned, 1 a little short."."""
    counts = Counter(bout.result.outcome for bout in workout.bouts if bout.result)
    parts = [f"{counts['done']} of {len(workout.bouts)} as planned"]
    parts += [f"{counts[outcome]} {words}" for outcome, words in _SAID if counts[outcome]]
    return ", ".join(parts) + "."


def rows(workout: Workout) -> list[tuple[str, str, str]]:
    """Per exercise: its name, what was planned, what was done (left and right apart)."""
    by_name: dict[str, list[BoutRecord]] = {}
    for bout in workout.bouts:
        by_name.setdefault(bout.name, []).append(bout)
    return [(name, _planned(bouts), _done(bouts)) for name, bouts in by_name.items()]


def has_two_sides(workout: Workout) -> bool:
    """Whether left and right can be compared."""
    return any(bout.side in ("left", "right") for bout in workout.bouts)


def _planned(bouts: Sequence[BoutRecord]) -> str:
    sets = len({(bout.round, bout.set) for bout in bouts})
    unit = " s" if bouts[0].kind == "hold" else ""
    return f"{sets} x {bouts[0].target}{unit}"


def _done(bouts: Sequence[BoutRecord]) -> str:
    sides = dict.fromkeys(bout.side for bout in bouts)
    short = {"left": "L ", "right": "R "}
    return "   ".join(short.get(side, "") + _counts([b for b in bouts if b.side == side]) for side in sides)


def _counts(bouts: Sequence[BoutRecord]) -> str:
    results = (bout.result for bout in bouts)
    return " ".join(str(result.done) if result and result.outcome in _COUNTED else "-" for result in results)

"""A finished workout in a few lines: what was done against what was planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from glutetimer.core.record.ending import stopped_at
from glutetimer.core.record.record import BEGUN, BoutRecord, Outcome, Result, Workout
from glutetimer.core.session.session import Kind, Side
from glutetimer.core.text.doses import apart, by_side, count_text, unit
from glutetimer.core.text.vocabulary import OUTCOMES

#: Outcomes that are counted in the sentence.
_COUNTED: tuple[Outcome, ...] = ("form-broke", "pain", "skipped", "not-reached")
NONE, MORE = "-", "▲"


class Count(Struct, frozen=True):
    """A count as it is shown: "15", "13▼", "17▲", "6 form", "-"; `off` where it is not as planned."""

    text: str
    off: bool


class Done(Struct, frozen=True):
    """Counts of a side: set by set, and all of it in one ("43 of 45▼").

    A side with several bouts in a set (directions), or on which nothing was done, has only the one count.
    """

    side: Side
    counts: tuple[Count, ...]
    total: Count


class SummaryRow(Struct, frozen=True):
    """An exercise: "3 × 10+10" as planned (holds in seconds, "2 × 30 s"), and done, in the order of its sides.

    `form` is that of the record, `name` the name it was done under.
    """

    name: str
    planned: str
    done: tuple[Done, ...]
    exercise: str
    form: str


def sentence(workout: Workout) -> str:
    """Sum up in one sentence: "20 of 22 as planned, 1 stopped at 1 of 45 s."."""
    counts = Counter(bout.result.outcome for bout in workout.bouts if bout.result)
    bouts, planned = len(workout.bouts), counts["done"]
    start = "Ended early: " if workout.state == "early" else ""
    if planned == bouts > 1:
        return f"{start}{'all' if start else 'All'} {bouts} as planned."
    parts = [f"{start}{planned} of {bouts} as planned"]
    short = [bout for bout in workout.bouts if bout.result and bout.result.outcome == "short"]
    counted = [bout for bout in short if bout.result and bout.result.done is not None]
    parts += _short(counted)
    parts += [f"{counts[how]} {_ended(how)}" for how in _COUNTED if counts[how]]
    parts += [f"{len(short) - len(counted)} not counted"] if len(short) > len(counted) else []
    return ", ".join(parts) + "."


def _ended(how: Outcome) -> str:
    return OUTCOMES[how].ended + (": good call" if how == "form-broke" else "")


def _short(bouts: Sequence[BoutRecord]) -> list[str]:
    """Describe the bouts that ended before their target: a single bout with its count."""
    if len(bouts) == 1:
        return [f"1 {stopped_at(bouts[0])}"]
    return [f"{len(bouts)} stopped short"] if bouts else []


def rows(workout: Workout) -> list[SummaryRow]:
    """List what was planned and what was done on each side, per exercise, each form by itself.

    Two exercises may have one name; the same exercise has several where the record of an older program names its
    forms.
    """
    found: dict[tuple[str, str, str, Kind], list[BoutRecord]] = {}
    for bout in workout.bouts:
        found.setdefault((bout.exercise, bout.form, bout.name, bout.kind), []).append(bout)
    return [
        SummaryRow(name, _planned(bouts), _done(bouts), exercise, form)
        for (exercise, form, name, _), bouts in found.items()
    ]


def has_two_sides(workout: Workout) -> bool:
    """Whether left and right can be compared."""
    return any(bout.side in ("left", "right") for bout in workout.bouts)


def _sets(bouts: Iterable[BoutRecord]) -> list[list[BoutRecord]]:
    """Group the bouts by set, in the order in which the sets began."""
    sets: dict[tuple[int, int], list[BoutRecord]] = {}
    for bout in bouts:
        sets.setdefault((bout.round, bout.set), []).append(bout)
    return list(sets.values())


def _planned(bouts: Sequence[BoutRecord]) -> str:
    """Join sets of the same dose: "2 × 15", or "1 × 15, 1 × 10" where it was made smaller on the way."""
    doses = [(dose, len(list(same))) for dose, same in groupby(map(_dose, _sets(bouts)))]
    return ", ".join(f"{sets} × {dose}{unit(bouts[0].kind)}" for dose, sets in doses)


def _dose(bouts: Sequence[BoutRecord]) -> str:
    """Write one set: "15"; directions as "10+10"; sides that differ as "L 15 R 12"."""
    doses = by_side((bout.side, str(bout.target)) for bout in bouts)
    alike = set(doses.values())
    return alike.pop() if len(alike) == 1 else apart(doses)


def _done(bouts: Sequence[BoutRecord]) -> tuple[Done, ...]:
    sides = dict.fromkeys(bout.side for bout in bouts)
    return tuple(_side(side, [bout for bout in bouts if bout.side == side]) for side in sides)


def _side(side: Side, bouts: Sequence[BoutRecord]) -> Done:
    total = _total(bouts)
    several = any(len(one) > 1 for one in _sets(bouts))
    return Done(side, (total,) if several or total.text == NONE else tuple(map(_count, bouts)), total)


def _counted(bout: BoutRecord) -> Result | None:
    """Find the result, if it says that something was done."""
    return bout.result if bout.result and bout.result.outcome in BEGUN else None


def _count(bout: BoutRecord) -> Count:
    result = _counted(bout)
    if result is None:
        return Count(NONE, True)
    more = MORE if result.outcome == "done" and (result.done or 0) > bout.target else ""
    return Count(f"{count_text(result.done)}{_sign(result)}{more}", result.outcome != "done")


def _sign(result: Result) -> str:
    """Sign beside the count; an unknown count is short by an unknown number."""
    return "" if result.done is None and result.outcome == "short" else OUTCOMES[result.outcome].sign


def _total(bouts: Sequence[BoutRecord]) -> Count:
    results = [result for bout in bouts if (result := _counted(bout))]
    if not results:
        return Count(NONE, True)
    outcomes = [result.outcome for result in results]
    off = len(results) < len(bouts) or any(outcome != "done" for outcome in outcomes)
    stopped = "".join(OUTCOMES[why].sign for why in ("form-broke", "pain") if why in outcomes)
    less = len(results) < len(bouts) or any(result.outcome == "short" and result.done is not None for result in results)
    sign = stopped or (OUTCOMES["short"].sign if less else "")
    return Count(f"{_sum(results)} of {sum(bout.target for bout in bouts)}{sign}", off)


def _sum(results: Sequence[Result]) -> str:
    """Add up what was done: "43"; "30+?" where nobody counted a part of it."""
    counts = [result.done for result in results if result.done is not None]
    unknown = [count_text(None)] if len(counts) < len(results) else []
    return "+".join([*([str(sum(counts))] if counts else []), *unknown])

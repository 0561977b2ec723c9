"""One exercise over time: a point a week for each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.session import Kind, Side

#: What a point shows: the most in one bout, all of the week, or the seconds worked.
Measure = Literal["best", "sum", "time"]


@dataclass(frozen=True, slots=True)
class Point:
    """A week in which the exercise was done on this side: reps, or seconds of holds; `sure` where all is evidence.

    `workouts` in the week; `form_breaks` bouts ended for form; `pain` is the worst told, None where no number was;
    `hurt` where there was any.
    """

    monday: date
    value: int
    workouts: int
    form_breaks: int
    pain: int | None
    hurt: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Best:
    """The most that was ever done in one bout, confirmed or counted by hand, and the day of the first time."""

    value: int
    day: date


#: On each side that there is, as reps and as a hold; None where all was counted by the program alone.
Bests = Mapping[tuple[Kind, Side], Best | None]


@dataclass(frozen=True, slots=True)
class Ever:
    """What an exercise ever was: the day it was done first, and the most in one bout."""

    first: date
    bests: Bests


@dataclass(frozen=True, slots=True)
class SideLine:
    """The points of one side, one a week, the oldest first, None for a week without."""

    side: Side
    points: tuple[Point | None, ...]
    best: Best | None

    @property
    def now(self) -> Point | None:
        """The newest point there is."""
        return next((point for point in reversed(self.points) if point is not None), None)


@dataclass(frozen=True, slots=True)
class Series:
    """The exercise, its weeks and its sides: left and right, or the one line of an exercise without."""

    exercise: str
    name: str
    kind: Kind
    measure: Measure
    mondays: tuple[date, ...]
    lines: tuple[SideLine, ...]

    @property
    def top(self) -> int:
        """The highest value of all lines: both have one scale."""
        return max((point.value for line in self.lines for point in line.points if point), default=0)

    @property
    def unit(self) -> str:
        """What the numbers are."""
        return "s" if self.kind == "hold" or self.measure == "time" else "reps"


def series(
    rows: Sequence[SideRow], today: date, weeks: int, measure: Measure = "best", bests: Bests | None = None
) -> Series | None:
    """The last `weeks` weeks of the rows of one exercise; None without rows.

    Rows of these weeks will do where `bests` are given, with those of its newest workout, if that was before; else they
    are all there are. Where it was reps in some years and a hold in others, only what it was last is shown: they have
    no common scale.
    """
    if not rows:
        return None
    newest = max(rows, key=lambda row: row.started)
    same = [row for row in rows if row.kind == newest.kind and row.bouts]
    last = monday_of(today)
    mondays = tuple(last - timedelta(weeks=back) for back in reversed(range(weeks)))
    if bests is None:
        bests = bests_of(same)
    best = {side: bests[kind, side] for kind, side in bests if kind == newest.kind}
    sides = [side for side in get_args(Side) if side in best]
    lines = tuple(
        _line(side, [row for row in same if row.side == side], mondays, measure, best[side]) for side in sides
    )
    return Series(newest.exercise, newest.name, newest.kind, measure, mondays, lines)


def bests_of(rows: Iterable[SideRow]) -> Bests:
    """The bests of the rows of one exercise."""
    found: dict[tuple[Kind, Side], Best | None] = {}
    for row in sorted(rows, key=lambda row: row.started):
        known = found.get((row.kind, row.side))
        if row.evidence and row.best > (known.value if known else 0):  # nothing is no best
            known = Best(row.best, row.started.date())
        if row.bouts:
            found[row.kind, row.side] = known
    return found


def _line(
    side: Side, rows: Iterable[SideRow], mondays: Sequence[date], measure: Measure, best: Best | None
) -> SideLine:
    by_week: dict[date, list[SideRow]] = {}
    for row in rows:
        by_week.setdefault(monday_of(row.started.date()), []).append(row)
    return SideLine(side, tuple(_point(monday, by_week, measure) for monday in mondays), best)


_VALUES: Mapping[Measure, Callable[[Sequence[SideRow]], float]] = {
    "best": lambda rows: max(row.best for row in rows),
    "sum": lambda rows: sum(row.clean for row in rows),
    "time": lambda rows: sum(row.seconds for row in rows),
}


def _point(monday: date, by_week: Mapping[date, Sequence[SideRow]], measure: Measure) -> Point | None:
    """A best that nobody confirmed is shown only where there is no other; sums are of all that was counted."""
    rows = by_week.get(monday)
    if not rows:
        return None
    shown = ([row for row in rows if row.evidence] or rows) if measure == "best" else rows
    return Point(
        monday=monday,
        value=round(_VALUES[measure](shown)),
        workouts=len({row.workout for row in rows}),
        form_breaks=sum(row.form_breaks for row in rows),
        pain=max((row.pain for row in rows if row.pain is not None), default=None),
        hurt=any(row.hurt for row in rows),
        sure=all(row.evidence for row in shown),
    )

"""One exercise over time: a point a week for each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

from msgspec import Struct

from glutetimer.core.log.bests import Best, Ever, KnownForm, ever_of
from glutetimer.core.log.forms import Form
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.session.session import Kind, Side

#: Value of a point: the most in one bout, all of the week, or the seconds worked.
Measure = Literal["best", "sum", "time"]


class WeekPoint(Struct, frozen=True):
    """A week in which the exercise was done on this side: reps, or seconds of holds; `sure` where all is evidence.

    `value` is None where nobody counted; `uncounted` bouts of the week are not in it. `workouts` in the week;
    `form_breaks` bouts ended for form; `pain` is the worst pain, None without a number; `hurt` where there was any.
    """

    monday: date
    value: int | None
    workouts: int
    form_breaks: int
    pain: int | None
    hurt: bool
    sure: bool
    uncounted: int = 0


class SideLine(Struct, frozen=True):
    """Points of one side, one a week, the oldest first, None for a week without."""

    side: Side
    points: tuple[WeekPoint | None, ...]
    best: Best | None

    @property
    def now(self) -> WeekPoint | None:
        """Newest point there is."""
        return next((point for point in reversed(self.points) if point is not None), None)


class Series(Struct, frozen=True):
    """One form of an exercise, its weeks and its sides: left and right, or the one line of an exercise without sides.

    `name` is the exercise's own, whatever the form.
    """

    exercise: str
    name: str
    form: KnownForm
    measure: Measure
    mondays: tuple[date, ...]
    lines: tuple[SideLine, ...]

    @property
    def kind(self) -> Kind:
        """Reps or a hold."""
        return self.form.kind

    @property
    def form_name(self) -> str:
        """Name of an easier or harder form, "" where it is as written."""
        return "" if self.form.form == "" or self.form.name == self.name else self.form.name

    @property
    def top(self) -> int:
        """Highest value of all lines: both have one scale."""
        return max((point.value or 0 for line in self.lines for point in line.points if point), default=0)

    @property
    def unit(self) -> str:
        """Unit of the numbers."""
        return "s" if self.kind == "hold" or self.measure == "time" else "reps"


def series(
    rows: Sequence[SideRow],
    today: date,
    weeks: int,
    measure: Measure = "best",
    ever: Ever | None = None,
    form: Form | None = None,
) -> Series | None:
    """Draw up the last `weeks` weeks of one form of an exercise (see `Ever.form`), from its rows; None without rows.

    Rows of these weeks are enough where `ever` is given, with those of its newest workout, if that was before; else
    all rows are needed. Where it was reps in some years and a hold in others, only its last kind is shown: they have
    no common scale.
    """
    ever = ever or ever_of(rows)
    if not rows or ever is None:
        return None
    shown = ever.form(form)
    same = [row for row in rows if (row.form_key, row.kind) == (shown.key, shown.kind) and row.bouts]
    last = monday_of(today)
    mondays = tuple(last - timedelta(weeks=back) for back in reversed(range(weeks)))
    best = ever.bests_of(shown)
    sides = [side for side in get_args(Side) if side in best]
    lines = tuple(
        _line(side, [row for row in same if row.side == side], mondays, measure, best[side]) for side in sides
    )
    return Series(rows[0].exercise, ever.name, shown, measure, mondays, lines)


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


def _point(monday: date, by_week: Mapping[date, Sequence[SideRow]], measure: Measure) -> WeekPoint | None:
    """Make the point of a week. A best without confirmation is shown only if there is no other; sums take all."""
    rows = by_week.get(monday)
    if not rows:
        return None
    counted = [row for row in rows if row.counted or measure == "time"]
    shown = ([row for row in counted if row.evidence] or counted) if measure == "best" else counted
    return WeekPoint(
        monday=monday,
        value=round(_VALUES[measure](shown)) if shown else None,
        workouts=len({row.workout for row in rows}),
        form_breaks=sum(row.form_breaks for row in rows),
        pain=max((row.pain for row in rows if row.pain is not None), default=None),
        hurt=any(row.hurt for row in rows),
        sure=all(row.evidence or not row.counted for row in shown),
        uncounted=0 if measure == "time" else sum(row.bouts for row in rows if not row.counted),
    )

"""Left and right of each exercise over the weeks of a report, and a few before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from glutetimer.core.log.forms import Form
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.totals import since
from glutetimer.core.session.session import Kind

#: Weeks that a trend shows at least: four points alone are no trend.
CONTEXT = 12
#: More points than this stand too close to tell apart; several weeks then share a point.
MOST_POINTS = 52


class TrendPoint(Struct, frozen=True):
    """Weeks from `monday` on: `done` of `planned` clean reps (or seconds) in a bout, both on average.

    The most in one bout, which the screens show, hides every bout that fell short: here it is the mean. `sure` is
    False where only the program counted; `pain` is the worst pain, `hurt` where there was any, also without a
    number.
    """

    monday: date
    done: float
    planned: float
    bouts: int
    form_breaks: int
    pain: int | None
    hurt: bool
    sure: bool


class TrendLine(Struct, frozen=True):
    """One side: a point for each of the trend's `mondays`, None where it was not done."""

    side: Literal["left", "right"]
    points: tuple[TrendPoint | None, ...]

    @property
    def last(self) -> TrendPoint | None:
        """Newest point there is."""
        return next((point for point in reversed(self.points) if point is not None), None)


class Trend(Struct, frozen=True):
    """A form of an exercise, under its latest name, with a point every `every` weeks.

    The first `context` points lie before the report's own weeks.
    """

    exercise: str
    name: str
    kind: Kind
    every: int
    context: int
    mondays: tuple[date, ...]
    lines: tuple[TrendLine, ...]
    form: str | None = ""

    @property
    def top(self) -> float:
        """Highest number of all, planned ones too."""
        points = [point for line in self.lines for point in line.points if point]
        return max((max(point.done, point.planned) for point in points), default=0.0)


def trends(rows: Iterable[SideRow], today: date, weeks: int) -> tuple[Trend, ...]:
    """Find the trends of the last `weeks` weeks: exercises with left and right apart, each form by itself, by name."""
    by_exercise: dict[tuple[str, Form], list[SideRow]] = {}
    for row in rows:
        if row.side in ("left", "right"):
            by_exercise.setdefault((row.exercise, row.form_key), []).append(row)
    found = (_trend(parts, today, weeks) for parts in by_exercise.values())
    return tuple(sorted((one for one in found if _is_done(one)), key=lambda one: (one.name, one.exercise)))


def _is_done(trend: Trend) -> bool:
    """Whether there is a point in the report's own weeks."""
    return any(point for line in trend.lines for point in line.points[trend.context :])


def _trend(rows: Sequence[SideRow], today: date, weeks: int) -> Trend:
    """Draw up a trend. Where some years had reps and others holds, only the last kind: they have no common scale."""
    newest = max(rows, key=lambda row: row.started)
    shown = max(weeks, CONTEXT)
    every = -(-shown // MOST_POINTS)
    first = since(today, shown)
    mondays = tuple(first + timedelta(weeks=later) for later in range(0, shown, every))
    same = [row for row in rows if row.kind == newest.kind and row.bouts and first <= row.started.date() <= today]
    lines = (_line("left", same, mondays, every), _line("right", same, mondays, every))
    return Trend(
        newest.exercise, newest.name, newest.kind, every, (shown - weeks) // every, mondays, lines, newest.form
    )


def _line(side: Literal["left", "right"], rows: Iterable[SideRow], mondays: Sequence[date], every: int) -> TrendLine:
    parts: list[list[SideRow]] = [[] for _ in mondays]
    for row in rows:
        if row.side == side:
            parts[(row.started.date() - mondays[0]).days // (7 * every)].append(row)
    return TrendLine(side, tuple(_point(monday, part) for monday, part in zip(mondays, parts, strict=True)))


def _point(monday: date, rows: Sequence[SideRow]) -> TrendPoint | None:
    """Make a point. Rows without confirmation count only where there are no others; rows without a count never."""
    shown = [row for row in rows if row.evidence] or [row for row in rows if row.counted]
    if not shown:
        return None
    bouts = sum(row.bouts for row in shown)
    return TrendPoint(
        monday=monday,
        done=round(sum(row.clean for row in shown) / bouts, 1),
        planned=round(sum(row.target for row in shown) / bouts, 1),
        bouts=bouts,
        form_breaks=sum(row.form_breaks for row in rows),
        pain=max((row.pain for row in rows if row.pain is not None), default=None),
        hurt=any(row.hurt for row in rows),
        sure=shown[0].evidence,
    )

"""Sums over a span of weeks: workouts, minutes, reps, form, pain; and the likely next session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from glutetimer.core.log.rows import SideRow, WorkoutRow

#: A session that was not done for this long is no longer a habit.
HABIT = timedelta(weeks=8)


class SessionTotal(Struct, frozen=True):
    """How often a session was done, and how long it took in all (seconds; `about` where not all were measured)."""

    session: str
    name: str
    workouts: int
    seconds: float
    about: bool = False


class Totals(Struct, frozen=True):
    """Sums over workouts that count. `reps` and `hold_seconds` are both sides together, as counted, confirmed or not.

    `about`: the time of some was not measured. `effort` is the mean of the answers (0-10); something hurt in `pains`
    workouts, `worst_pain` at most where there is a number. `confirmed` workouts were confirmed as counted.
    `sessions`: the most frequent first.
    """

    workouts: int
    full: int
    rounds: int
    seconds: float
    about: bool
    bouts: int
    begun: int
    as_planned: int
    form_breaks: int
    confirmed: int
    effort: float | None
    pains: int
    worst_pain: int | None
    reps: int
    hold_seconds: int
    uncounted: int
    sessions: tuple[SessionTotal, ...]


def totals(workouts: Iterable[WorkoutRow], sides: Iterable[SideRow]) -> Totals:
    """Add up these rows."""
    rows, parts = [row for row in workouts if row.counts], tuple(sides)
    efforts = [row.effort for row in rows if row.effort is not None]
    pains = [row.pain for row in rows if row.pain]
    full = sum(row.mode == "full" for row in rows)
    return Totals(
        workouts=len(rows),
        full=full,
        rounds=len(rows) - full,
        seconds=_seconds(rows),
        about=_about(rows),
        bouts=sum(row.bouts for row in rows),
        begun=sum(row.begun for row in rows),
        as_planned=sum(row.as_planned for row in rows),
        form_breaks=sum(row.form_breaks for row in rows),
        confirmed=sum(row.confirmed for row in rows),
        effort=sum(efforts) / len(efforts) if efforts else None,
        pains=sum(row.hurt for row in rows),
        worst_pain=max(pains, default=None),
        reps=sum(_both(part) for part in parts if part.kind == "reps"),
        hold_seconds=sum(part.clean for part in parts if part.kind == "hold"),
        uncounted=sum(part.bouts for part in parts if not part.counted),
        sessions=_sessions(rows),
    )


def next_session(last: Mapping[str, datetime], now: datetime) -> str:
    """Id of the session that is the longest ago among those that are a habit now, "" where there is no such session."""
    habits = {session: started for session, started in last.items() if now - started <= HABIT}
    return min(habits, key=lambda session: habits[session], default="")


def since(today: date, weeks: int) -> date:
    """Monday on which the last `weeks` weeks begin, the current week included."""
    return today - timedelta(days=today.weekday(), weeks=weeks - 1)


def _seconds(rows: Iterable[WorkoutRow]) -> float:
    return sum(row.seconds for row in rows)


def _about(rows: Iterable[WorkoutRow]) -> bool:
    return any(row.about for row in rows)


def _both(part: SideRow) -> int:
    """Double the reps where sides take turns, which are counted per side."""
    return part.clean * 2 if part.side == "alternate" else part.clean


def _sessions(rows: Sequence[WorkoutRow]) -> tuple[SessionTotal, ...]:
    """Count by session id, each under its newest name."""
    by_id: dict[str, list[WorkoutRow]] = {}
    for row in rows:
        by_id.setdefault(row.session, []).append(row)
    found = (
        SessionTotal(id_, max(same, key=lambda row: row.started).name, len(same), _seconds(same), _about(same))
        for id_, same in by_id.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.workouts, one.name)))

"""The list of workouts where nobody looks at it: a line each, never cut."""

from __future__ import annotations

from collections.abc import Iterable

from glutetimer.cli.output import columns
from glutetimer.core.log.english import spent
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.signs import workout_signs


def plain_lines(rows: Iterable[WorkoutRow]) -> list[str]:
    """Day, time, session, mode, length, what was done, signs, effort, id, in columns."""
    return columns(map(_cells, rows))


def _cells(row: WorkoutRow) -> tuple[str, ...]:
    took = spent(row.seconds, about=row.about) or "-"
    effort = "-" if row.effort is None else f"effort {row.effort}"
    done = f"{row.as_planned} of {row.bouts} as planned"
    signs = ", ".join(workout_signs(row)) or "-"
    return f"{row.started:%Y-%m-%d %H:%M}", row.name, row.mode, took, done, effort, signs, row.id

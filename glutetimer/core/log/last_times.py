"""Facts from earlier workouts that the next workout needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from glutetimer.core.log.rows import SideRow, WorkoutRow
    from glutetimer.core.pain.tellings import PainDay
    from glutetimer.core.plan.options import Mode
    from glutetimer.core.record.record import Workout
    from glutetimer.core.session.session import Side


class Past(Struct, frozen=True):
    """Facts from earlier workouts, without rehearsals and workouts left before anything was done.

    `last` and `strengths` go by session id: when it was last started, and the band used then. `failed` goes by
    exercise id: the cue that failed first, the last time it was done. `tried` are the exercises done before, `done`
    the most in one bout then: of left and right, or of both together.
    `starts` are those of the last weeks. `pains` are the workouts whose records name pain or say that there was
    none.
    """

    last: Mapping[str, datetime] = field(default_factory=dict)
    strengths: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    tried: frozenset[str] = frozenset()
    done: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    starts: tuple[tuple[datetime, Mode], ...] = ()
    pains: tuple[PainDay, ...] = ()


def past_of(
    workouts: Iterable[WorkoutRow],
    sides: Iterable[SideRow],
    starts: Iterable[tuple[datetime, Mode]] = (),
    pains: Iterable[PainDay] = (),
) -> Past:
    """Build the past from rows in any order: at least the newest of each session and of each exercise."""
    last: dict[str, datetime] = {}
    strengths: dict[str, str] = {}
    for workout in sorted((row for row in workouts if row.counts), key=lambda row: row.started):
        last[workout.session] = workout.started
        if workout.strength:
            strengths[workout.session] = workout.strength
    sides = tuple(sides)
    failed = _failed(sides)
    cues = {exercise: cue for exercise, cue in failed.items() if cue}
    return Past(last, strengths, cues, frozenset(failed), _done(sides), tuple(starts), tuple(pains))


def past_of_records(workouts: Sequence[Workout], paths: Mapping[str, str] | None = None) -> Past:
    """Build the past from a few records, in any order; `paths` are where they lie, by workout id.

    A pain counts also where nothing more was done because of it.
    """
    from glutetimer.core.log.rows import workout_row  # records become rows: not where there is no past
    from glutetimer.core.log.side_rows import side_rows
    from glutetimer.core.pain.tellings import pain_day

    rows = [(row, workout) for workout in workouts if (row := workout_row(workout)).counts]
    sides = [side for _, workout in rows for side in side_rows(workout)]
    starts = sorted(((row.started, row.mode) for row, _ in rows), reverse=True)
    days = (pain_day(workout, (paths or {}).get(workout.id, "")) for workout in workouts if workout.speed == 1.0)
    return past_of((row for row, _ in rows), sides, starts, (day for day in days if day.says_something))


def _done(sides: Iterable[SideRow]) -> dict[str, tuple[int, ...]]:
    """Map the counted exercises to the most in one bout of their newest workout, the left before the right."""
    newest: dict[str, datetime] = {}
    best: dict[str, dict[Side, int]] = {}
    for row in sorted((row for row in sides if row.counted and row.bouts), key=lambda row: row.started):
        if newest.get(row.exercise) != row.started:
            newest[row.exercise], best[row.exercise] = row.started, {}
        had = best[row.exercise]
        had[row.side] = max(row.best, had.get(row.side, 0))
    return {exercise: tuple(found[side] for side in sorted(found)) for exercise, found in best.items()}


def _failed(sides: Iterable[SideRow]) -> dict[str, str]:
    """Map the tried exercises to the cue that failed first in their newest workout ("" where no cue did)."""
    newest: dict[str, tuple[datetime, str]] = {}
    failed: dict[str, str] = {}
    for row in sorted(sides, key=lambda row: row.started):
        at = (row.started, row.workout)
        if newest.get(row.exercise) != at:
            newest[row.exercise], failed[row.exercise] = at, ""
        failed[row.exercise] = row.reason or failed[row.exercise]
    return failed

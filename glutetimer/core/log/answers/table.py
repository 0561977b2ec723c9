"""Rows of the log in their order, and by exercise: what all answers start from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import dropwhile, takewhile

from glutetimer.core.log.query import Filter
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.weeks import monday_of

#: Called with a workout in the table; returns what was done in it, with the forms that the record names.
SidesOf = Callable[[WorkoutRow], Sequence[SideRow]]


class LogTable:
    """Rows as they are at one moment. Each order is made when it is first needed, and kept."""

    def __init__(self, visible: Callable[[], Iterable[WorkoutRow]], sides_of: SidesOf) -> None:
        self._visible, self.sides_of = visible, sides_of
        self._wanted: dict[Filter, Sequence[WorkoutRow]] = {}

    @cached_property
    def shown(self) -> Sequence[WorkoutRow]:
        """Visible workouts, the newest first."""
        return sorted(self._visible(), key=lambda row: (row.started, row.id, row.path), reverse=True)

    @cached_property
    def counted(self) -> Sequence[WorkoutRow]:
        """Workouts that count, the newest first."""
        return [row for row in self.shown if row.counts]

    @cached_property
    def weekly(self) -> Mapping[date, int]:
        """Number of workouts that count in each week that has any, by its Monday."""
        return Counter(monday_of(row.started.date()) for row in self.counted)

    @cached_property
    def done(self) -> Mapping[str, Sequence[SideRow]]:
        """What was done of each exercise in workouts that count, the oldest first."""
        found: dict[str, list[SideRow]] = {}
        for row in reversed(self.counted):
            for side in self.sides_of(row):
                found.setdefault(side.exercise, []).append(side)
        return found

    @cached_property
    def exercises(self) -> Sequence[str]:
        """All of `done`: the exercise that was started last comes first."""
        return list(dict.fromkeys(side.exercise for row in self.counted for side in reversed(self.sides_of(row))))

    def newest(self, exercise: str, until: datetime) -> Sequence[SideRow]:
        """What was done of an exercise in its newest workout up to a moment."""
        rows = dropwhile(lambda row: row.started > until, reversed(self.done.get(exercise, ())))
        last = next(rows, None)
        return [] if last is None else [last, *takewhile(lambda row: row.workout == last.workout, rows)][::-1]

    def wanted(self, wanted: Filter) -> Sequence[WorkoutRow]:
        """Visible workouts that a filter lets through, the newest first; kept, since lists ask for page after page."""
        if wanted not in self._wanted:
            among = self._with(wanted.exercise) if wanted.exercise else self.shown
            self._wanted[wanted] = [row for row in among if _is_wanted(row, wanted)]
        return self._wanted[wanted]

    def _with(self, exercise: str) -> Iterator[WorkoutRow]:
        """Visible workouts in which an exercise was started."""
        counted = {side.workout for side in self.done.get(exercise, ())}
        for row in self.shown:
            if row.id in counted if row.counts else any(side.exercise == exercise for side in self.sides_of(row)):
                yield row


def _is_wanted(row: WorkoutRow, wanted: Filter) -> bool:
    """Whether a filter lets the workout through, whatever was done in it."""
    return (
        wanted.session in ("", row.session)
        and wanted.mode in (None, row.mode)
        and (not wanted.pain or row.hurt)
        and (not wanted.month or wanted.month == row.started.isoformat()[:7])
        and (wanted.since is None or row.started.date() >= wanted.since)
        and (wanted.week is None or monday_of(row.started.date()) == monday_of(wanted.week))
    )

"""The rows of a log in memory: what the screens see of it is what was there at the last refresh."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from glutetimer.core.log.bests import Ever, ever_of
from glutetimer.core.log.query import EVER, Choices, Filter, KnownExercise, Progress, Unreadable
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.record.record import Workout


@dataclass(frozen=True)
class Kept:
    """A workout as the rows know it."""

    row: WorkoutRow
    sides: tuple[SideRow, ...]


@lru_cache(maxsize=4096)
def _kept(workout: Workout, path: str, is_copy: bool) -> Kept:
    """The same workouts are asked by many tests."""
    return Kept(workout_row(workout, path, copy=is_copy), side_rows(workout))


class FakeRows:
    """Reads `files` (path -> workout) when it is refreshed, and not before."""

    def __init__(self, files: Mapping[str, Workout], copies: Iterable[str] = ()) -> None:
        self.files = files
        self.copies = frozenset(copies)
        self.unread: tuple[Unreadable, ...] = ()
        #: What `refresh` says of its progress, and what it waits for before it is done.
        self.steps: tuple[tuple[int, int], ...] = ()
        self.gate: threading.Event | None = None
        self.reads = self.refreshed = 0
        self.at = (0, 0)
        #: The (first, most) that `history` was asked for.
        self.asked: list[tuple[int, int]] = []
        self._kept: list[Kept] = []

    def refresh(self, progress: Progress | None = None) -> bool:
        self.reads += 1
        for done, of in self.steps:
            self.at = (done, of)
            if progress is not None:
                progress(done, of)
        if self.gate is not None:
            assert self.gate.wait(30.0)
        if progress is not None:
            progress(len(self.files), len(self.files))
        self.refreshed += 1
        self.at = (0, 0)
        before, self._kept = self._kept, self._read()
        return before != self._kept

    def progress(self) -> tuple[int, int]:
        return self.at

    def _read(self) -> list[Kept]:
        first = {workout.id for path, workout in self.files.items() if path not in self.copies}
        kept = (
            _kept(workout, path, path in self.copies and workout.id in first) for path, workout in self.files.items()
        )
        return sorted(kept, key=lambda one: (one.row.started, one.row.path), reverse=True)

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        self.asked.append((first, most))
        return tuple(one.row for one in self._wanted(wanted))[first : first + most]

    def count(self, wanted: Filter) -> int:
        return sum(1 for _ in self._wanted(wanted))

    def _wanted(self, wanted: Filter) -> Iterator[Kept]:
        return (one for one in self._kept if passes(one, wanted))

    def choices(self) -> Choices:
        names = {one.row.session: one.row.name for one in reversed(self._kept)}
        return Choices(
            tuple(sorted(names.items(), key=lambda pair: pair[1])),
            tuple(sorted({f"{one.row.started:%Y-%m}" for one in self._kept}, reverse=True)),
            tuple(dict.fromkeys(one.row.mode for one in self._kept)),
        )

    def _counting(self, since: date = date.min) -> Iterator[Kept]:
        return (one for one in self._kept if one.row.counts and one.row.started.date() >= since)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        return tuple((one.row.started, one.row.mode) for one in self._counting(since))

    def weekly(self) -> Mapping[date, int]:
        return Counter(monday_of(one.row.started.date()) for one in self._counting())

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        return tuple(one.row for one in self._counting(since))

    def sides(self, since: date) -> tuple[SideRow, ...]:
        return tuple(side for one in reversed(list(self._counting(since))) for side in one.sides)

    def exercises(self) -> tuple[KnownExercise, ...]:
        found: dict[str, list[SideRow]] = {}
        for one in self._counting():
            for side in one.sides:
                found.setdefault(side.exercise, []).append(side)
        return tuple(known(id_, rows) for id_, rows in found.items())

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        rows = [row for row in self.sides(date.min) if row.exercise == exercise and row.started <= until]
        lately = tuple(row for row in rows if row.started.date() >= since)
        return lately or tuple(row for row in rows if row.workout == rows[-1].workout)

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        return ever_of(self.of_exercise(exercise, until=until))

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        known = [one for one in reversed(list(self._counting())) if one.row.started <= until]
        rows = {one.row.session: one.row for one in known}
        sides = {(side.exercise, side.side): side for one in known for side in one.sides}
        return tuple(rows.values()), tuple(sides.values())

    def unreadable(self) -> tuple[Unreadable, ...]:
        return self.unread


def passes(one: Kept, wanted: Filter) -> bool:
    """Whether a workout is among those that are wanted."""
    row, day = one.row, one.row.started.date()
    return (
        wanted.session in ("", row.session)
        and wanted.month in ("", f"{day:%Y-%m}")
        and wanted.mode in (None, row.mode)
        and (wanted.week is None or wanted.week <= day < wanted.week + timedelta(days=7))
        and (wanted.since is None or day >= wanted.since)
        and (not wanted.pain or row.hurt)
        and (not wanted.exercise or any(side.exercise == wanted.exercise for side in one.sides))
    )


def known(exercise: str, rows: list[SideRow]) -> KnownExercise:
    """An exercise, from its rows, the newest first."""
    two_sided = any(row.side in ("left", "right") for row in rows)
    return KnownExercise(exercise, rows[0].name, len({row.workout for row in rows}), two_sided)

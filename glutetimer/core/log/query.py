"""The log as a front end asks for it: rows to look at, records to open and change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from msgspec import Struct

from glutetimer.core.log.bests import Ever
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.pain.told_later import Grounds
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.record.record import Workout

#: How far reading has come: so many files of so many.
Progress = Callable[[int, int], None]

#: No workout was begun after this.
EVER = datetime.max.replace(tzinfo=UTC)


class Filter(Struct, frozen=True):
    """Which workouts: "" and None are all. `month` as "2026-11"; `week` begins on its Monday; `since` is a day.

    `exercise` is an id: the workouts in which it was begun. `pain`: only those in which something hurt. Days are those
    of the clock on the wall where the workout was done.
    """

    session: str = ""
    month: str = ""
    mode: Mode | None = None
    week: date | None = None
    since: date | None = None
    exercise: str = ""
    pain: bool = False


class Choices(Struct, frozen=True):
    """What can be filtered by: sessions with their latest names, by name; months, the newest first; modes in use."""

    sessions: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = ()


class KnownExercise(Struct, frozen=True):
    """An exercise that was ever begun: its latest name, in how many workouts, and whether its sides are apart."""

    id: str
    name: str
    workouts: int
    two_sided: bool


class Unreadable(Struct, frozen=True):
    """A file of the log that cannot be read, and why: the first problem, its line if it has one."""

    path: str
    line: int | None
    problem: str


class LogRows(Protocol):
    """The rows, as far as the log was read. Rehearsals and copies are only in `history` and `count`."""

    def refresh(self, progress: Progress | None = None) -> bool:
        """Read what is new or changed in the log; whether anything was. Slow: not for the thread that draws."""
        ...

    def progress(self) -> tuple[int, int]:
        """How far `refresh` has come, whoever called it: files read, and to be read; (0, 0) where nobody reads."""
        ...

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """Workouts, the newest first, beginning with the one at `first` (from 0)."""
        ...

    def count(self, wanted: Filter) -> int:
        """How many workouts `history` has in all."""
        ...

    def choices(self) -> Choices: ...

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """When workouts that count were begun, from that day on, the newest first."""
        ...

    def weekly(self) -> Mapping[date, int]:
        """How many workouts count in each week that has any, by its Monday."""
        ...

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """The workouts that count, from that day on, the newest first."""
        ...

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """The sides of the workouts that count, from that day on, the oldest first."""
        ...

    def exercises(self) -> tuple[KnownExercise, ...]:
        """The one that was begun last comes first."""
        ...

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        """The rows of an exercise from a day up to a moment, the oldest first.

        Where there are none, those of the last workout before in which it was begun.
        """
        ...

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        """What an exercise ever was up to that moment; None where it was never begun."""
        ...

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """Of each session the newest workout, and the newest with a band; of each exercise its newest sides.

        Their forms are as the records say.
        """
        ...

    def unreadable(self) -> tuple[Unreadable, ...]: ...


class Opened(Struct, frozen=True):
    """A record as it was read: `mark` is what its file held then; a file that holds something else is not changed."""

    workout: Workout
    path: str
    mark: str


class LogBook(Protocol):
    """Records to open, correct, delete and add. Each `str` result is what stood in the way, in a sentence, or ""."""

    @property
    def rows(self) -> LogRows: ...

    def open(self, path: str) -> Opened:
        """The record in a file of the log (as `WorkoutRow.path` names it). Raises BadFile."""
        ...

    def amend(self, opened: Opened, workout: Workout) -> str:
        """Write the workout in the place of the one that was opened; what else a person wrote there stays."""
        ...

    def delete(self, opened: Opened) -> str:
        """Move the file to the log's trash folder."""
        ...

    def restore(self, opened: Opened) -> str:
        """Put back what was deleted last, where nothing has taken its place."""
        ...

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        """A workout that was done away from the program, as if all of it was done as planned.

        Raises BadFile or EmptyPlan.
        """
        ...

    def add(self, workout: Workout) -> str:
        """Put such a workout, with what was changed in it, into the log."""
        ...

    def grounds(self, workout: Workout) -> Grounds:
        """What advice about a pain of this workout goes by: the workouts before it, as far as the log was read."""
        ...

    def sessions(self) -> Sequence[tuple[str, str]]:
        """The ids and names of the sessions that can be read."""
        ...

    def cues(self, session: str, exercise: str) -> tuple[str, ...]:
        """The cues of an exercise in a session as it is now; () where either is not known any more."""
        ...

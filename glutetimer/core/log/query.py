"""Log as a front end asks for it: rows to look at, records to open and change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from glutetimer.core.log.bests import Ever
    from glutetimer.core.log.rows import SideRow, WorkoutRow
    from glutetimer.core.pain.told_later import Grounds
    from glutetimer.core.plan.options import Mode, Options
    from glutetimer.core.record.record import Workout

#: Called with how many files are read, and of how many.
Progress = Callable[[int, int], None]

#: No workout started after this.
EVER = datetime.max.replace(tzinfo=UTC)


class Filter(Struct, frozen=True):
    """Choice of workouts: "" and None are all. `month` as "2026-11"; `week` begins on its Monday; `since` is a day.

    `exercise` is an id: the workouts in which it was started. `pain`: only those in which something hurt. Days are
    those of the clock on the wall where the workout was done.
    """

    session: str = ""
    month: str = ""
    mode: Mode | None = None
    week: date | None = None
    since: date | None = None
    exercise: str = ""
    pain: bool = False


class Choices(Struct, frozen=True):
    """Values to filter by: sessions with their latest names, by name; months, the newest first; modes in use."""

    sessions: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = ()


class KnownExercise(Struct, frozen=True):
    """An exercise that was ever started: its latest name, in how many workouts, and whether its sides are apart."""

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
    """Rows, as far as the log was read. Rehearsals and copies are only in `history` and `count`."""

    def refresh(self, progress: Progress | None = None) -> bool:
        """Read all that is new or changed in the log; whether anything was. Slow: not for the thread that draws."""
        ...

    def progress(self) -> tuple[int, int]:
        """Files read, and files to read, of a running `refresh`, no matter who called it; (0, 0) where none runs."""
        ...

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """List workouts, the newest first, beginning with number `first` (from 0)."""
        ...

    def count(self, wanted: Filter) -> int:
        """Count the workouts that `history` has in all."""
        ...

    def choices(self) -> Choices: ...

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """Starts of workouts that count, from that day on, the newest first."""
        ...

    def weekly(self) -> Mapping[date, int]:
        """Count the workouts that count in each week that has any, by its Monday."""
        ...

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """Workouts that count, from that day on, the newest first."""
        ...

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """Sides of the workouts that count, from that day on, the oldest first."""
        ...

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Known exercises; the exercise that was started last comes first."""
        ...

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        """Rows of an exercise from a day up to a moment, the oldest first.

        Where there are no such rows, those of the last workout before in which it was started.
        """
        ...

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        """Whole history of an exercise up to that moment; None where it was never started."""
        ...

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """Newest workout of each session, and the newest with a band; newest sides of each exercise.

        Their forms are as the records say.
        """
        ...

    def unreadable(self) -> tuple[Unreadable, ...]: ...


class Opened(Struct, frozen=True):
    """A record as it was read: `mark` is the content of its file then; a file with other content is not changed."""

    workout: Workout
    path: str
    mark: str


class LogBook(Protocol):
    """Records to open, correct, delete and add. Each `str` result is the problem in a sentence, or ""."""

    @property
    def rows(self) -> LogRows: ...

    def open(self, path: str) -> Opened:
        """Open the record in a file of the log (as `WorkoutRow.path` names it). Raises BadFile."""
        ...

    def amend(self, opened: Opened, workout: Workout) -> str:
        """Replace the opened workout; other text that a person wrote in the file stays."""
        ...

    def delete(self, opened: Opened) -> str:
        """Move the file to the log's trash folder."""
        ...

    def restore(self, opened: Opened) -> str:
        """Put back the record that was deleted last, unless another file has taken its place."""
        ...

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        """Make a workout that was done away from the program, as if all of it was done as planned.

        Raises BadFile or EmptyPlan.
        """
        ...

    def add(self, workout: Workout) -> str:
        """Add such a workout, with its changes, to the log."""
        ...

    def grounds(self, workout: Workout) -> Grounds:
        """Collect the facts for advice about this workout's pain: earlier workouts, as far as the log was read."""
        ...

    def sessions(self) -> Sequence[tuple[str, str]]:
        """Ids and names of the sessions that can be read."""
        ...

    def cues(self, session: str, exercise: str) -> tuple[str, ...]:
        """Cues of an exercise in a session as it is now; () where the session or the exercise is no longer known."""
        ...

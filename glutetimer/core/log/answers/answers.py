"""Answers to all that is asked of the log, from its rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import get_args

from glutetimer.core.log.answers.table import LogTable
from glutetimer.core.log.bests import Ever, ever_of
from glutetimer.core.log.forms import AskForms, Forms, own_name
from glutetimer.core.log.query import EVER, Choices, Filter, KnownExercise
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.side_rows import named
from glutetimer.core.plan.options import Mode


class LogAnswers(ABC):
    """Answers of `LogRows`, which says what each is.

    The rows say of some forms only the name: each answer asks `forms`, and follows changes of session files.
    """

    def __init__(self, forms: AskForms) -> None:
        self._forms = forms

    @property
    @abstractmethod
    def table(self) -> LogTable:
        """Rows as they are now."""

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """Workouts, the newest first, starting at number `first` (from 0)."""
        return tuple(self.table.wanted(wanted)[max(0, first) :][: max(0, most)])

    def count(self, wanted: Filter) -> int:
        """Number of workouts in the whole `history`."""
        return len(self.table.wanted(wanted))

    def choices(self) -> Choices:
        """Values by which `history` can be filtered."""
        shown = self.table.shown
        names = {row.session: row.name for row in reversed(shown)}
        months = {(row.started.year, row.started.month) for row in shown}
        modes = {row.mode for row in shown}
        return Choices(
            sessions=tuple(sorted(names.items(), key=lambda known: (known[1].casefold(), known[0]))),
            months=tuple(f"{year:04}-{month:02}" for year, month in sorted(months, reverse=True)),
            modes=tuple(mode for mode in get_args(Mode) if mode in modes),
        )

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """Starts of workouts that count, from that day on, the newest first."""
        return tuple((row.started, row.mode) for row in self.workouts(since))

    def weekly(self) -> Mapping[date, int]:
        """Number of workouts that count in each week that has any, by its Monday."""
        return self.table.weekly

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """Workouts that count, from that day on, the newest first."""
        return tuple(row for row in self.table.counted if row.started.date() >= since)

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """Sides of the workouts that count, from that day on, the oldest first."""
        table = self.table
        recent = [row for row in table.counted if row.started.date() >= since]
        return named([side for row in reversed(recent) for side in table.sides_of(row)], self._forms)

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Exercises that were started in workouts that count, the latest first."""
        table, forms = self.table, self._forms()
        return tuple(_known(exercise, table.done[exercise], forms) for exercise in table.exercises)

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        """Rows of an exercise from a day up to a moment, the oldest first.

        Where there are none, those of the last workout before in which it was started.
        """
        table = self.table
        done = [row for row in table.done.get(exercise, ()) if row.started.date() >= since and row.started <= until]
        return named(done or table.newest(exercise, until), self._forms)

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        """History of an exercise up to that moment; None where it was never started."""
        return ever_of(self.of_exercise(exercise, until=until), self._forms())

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """Of each session the newest workout, and the newest with a band; of each exercise its newest sides."""
        table = self.table
        workouts = _newest(row for row in table.counted if row.started <= until)
        # Nobody needs the form of these: no session file is read before the first picture.
        sides = (side for exercise in sorted(table.done) for side in table.newest(exercise, until))
        return tuple(workouts), tuple(sides)


def _newest(newest_first: Iterable[WorkoutRow]) -> Iterator[WorkoutRow]:
    """Of each session the first workout, and the first with a band."""
    seen: set[tuple[str, bool]] = set()
    for row in newest_first:
        new = {(row.session, False), (row.session, bool(row.strength))} - seen
        if new:
            yield row
        seen |= new


def _known(exercise: str, done: Sequence[SideRow], forms: Forms) -> KnownExercise:
    name = own_name(exercise, _names(reversed(done), forms), forms)
    apart = any(side.side in ("left", "right") for side in done)
    return KnownExercise(exercise, name, len({side.workout for side in done}), two_sided=apart)


def _names(sides: Iterable[SideRow], forms: Forms) -> Iterator[tuple[str | None, str]]:
    for side in sides:
        yield forms.of(side.exercise, side.name) if side.form is None else side.form, side.name

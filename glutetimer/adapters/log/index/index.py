"""Index of the log: its rows at once, where reading its files would take a millisecond each.

The files are the truth. The index may be deleted at any time, or be damaged: it is made again.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from os import fsencode
from pathlib import Path
from threading import RLock, Thread
from types import TracebackType
from typing import TypeVar

from glutetimer.adapters.log.index.answers import IndexAnswers
from glutetimer.adapters.log.index.database import Database, StartedAnew
from glutetimer.adapters.log.index.refresh import refresh
from glutetimer.core.log.bests import Ever
from glutetimer.core.log.forms import AskForms, no_forms
from glutetimer.core.log.query import EVER, Choices, Filter, KnownExercise, Progress, Unreadable
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.plan.options import Mode

Answer = TypeVar("Answer")


def open_index(log_dir: Path, cache_dir: Path, forms: AskForms = no_forms, *, at_once: bool = False) -> Index:
    """Open the index of a log as it was left; `refresh` brings it up to date.

    A disk that refuses never makes it raise. `forms` and `at_once`: see `Index`.
    """
    return Index(log_dir, Database(index_file(log_dir, cache_dir)), forms, at_once=at_once)


def index_file(log_dir: Path, cache_dir: Path) -> Path:
    """Path of the index of a log: one file for each log folder."""
    return cache_dir / f"log-{sha256(fsencode(log_dir.absolute())).hexdigest()[:16]}.sqlite"


class Index:
    """Rows of a log (`LogRows`), for any number of threads: no question waits for the reading of files.

    Before the first `refresh` it holds the rows of its last use. If a question later finds the index damaged, there is
    a choice: a command waits until it is made again, for it has only one answer to give; a screen takes the rows that
    are there `at_once`, and sees the rest when it looks again.

    The index keeps no form that is known by a name alone: each answer asks `forms`, and follows changes of session
    files.
    """

    def __init__(self, log_dir: Path, database: Database, forms: AskForms = no_forms, *, at_once: bool = False) -> None:
        self._log_dir, self._answers, self._database = log_dir, IndexAnswers(database, forms), database
        self._at_once = at_once
        self._refreshing = RLock()
        self._refreshed = False
        self._at = (0, 0)
        # Also where nobody closes it: else the interpreter would warn of it.
        self._close = weakref.finalize(self, database.close)

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Reading ends at its next file, and there are no rows any more."""
        self._close()

    def refresh(self, progress: Progress | None = None) -> bool:
        """Read new and changed files of the log; whether there were any.

        `progress` is called after each file; an exception from it ends the reading, and the rest is read next time.
        """
        with self._refreshing:
            try:
                changed = self._read(self._noting(progress or _tell_nobody))
            finally:
                self._at = (0, 0)
            self._refreshed = True
            return changed

    def progress(self) -> tuple[int, int]:
        """Progress of `refresh`, in any thread."""
        return self._at

    def _noting(self, progress: Progress) -> Progress:
        """Note the progress for callers that wait for another one's reading."""

        def told(done: int, of: int) -> None:
            self._at = (done, of)
            progress(done, of)

        return told

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        """Workouts, the newest first, starting at number `first` (from 0)."""
        return self._answer(lambda: self._answers.history(wanted, first, most))

    def count(self, wanted: Filter) -> int:
        """Number of workouts in the whole `history`."""
        return self._answer(lambda: self._answers.count(wanted))

    def choices(self) -> Choices:
        """Values by which `history` can be filtered."""
        return self._answer(self._answers.choices)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """Starts of workouts that count, from that day on, the newest first."""
        return self._answer(lambda: self._answers.starts(since))

    def weekly(self) -> Mapping[date, int]:
        """Number of workouts that count in each week that has any, by its Monday."""
        return self._answer(self._answers.weekly)

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """Workouts that count, from that day on, the newest first."""
        return self._answer(lambda: self._answers.workouts(since))

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """Sides of the workouts that count, from that day on, the oldest first."""
        return self._answer(lambda: self._answers.sides(since))

    def exercises(self) -> tuple[KnownExercise, ...]:
        """Exercises that were started in workouts that count, the latest first."""
        return self._answer(self._answers.exercises)

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        """Rows of an exercise from a day up to a moment, the oldest first.

        Where there are none, those of the last workout before in which it was started.
        """
        return self._answer(lambda: self._answers.of_exercise(exercise, since, until))

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        """History of an exercise up to that moment; None where it was never started."""
        return self._answer(lambda: self._answers.ever(exercise, until))

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        """Of each session the newest workout, and the newest with a band; of each exercise its newest sides."""
        return self._answer(lambda: self._answers.latest(until))

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Unreadable files and folders, by path in the log ("." is the log itself)."""
        return self._answer(self._answers.unreadable)

    def _read(self, progress: Progress) -> bool:
        changed = False
        while True:
            begun = self._database.begun
            with suppress(StartedAnew):
                changed |= refresh(self._database, self._log_dir, progress)
                # Else a question has found damage, and the known rows are gone.
                if begun == self._database.begun:
                    return changed

    def _answer(self, ask: Callable[[], Answer]) -> Answer:
        """Answer a question; make a damaged index again if the log was read."""
        while True:
            with suppress(StartedAnew):
                return ask()
            if self._refreshed and self._at_once:
                Thread(target=self.refresh, daemon=True).start()
            elif self._refreshed:
                self.refresh()


def _tell_nobody(done: int, of: int) -> None:
    pass

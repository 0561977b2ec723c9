"""The log as far as it was read: its rows, and what they say to home and to a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from glutetimer.adapters.files.folders import Places
from glutetimer.core.text.problems import BadFile

if TYPE_CHECKING:
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.log.query import LogRows
    from glutetimer.core.log.rows import WorkoutRow
    from glutetimer.core.pain.tellings import PainDay


#: Time span of the weeks beside the list of sessions.
LATELY = timedelta(weeks=9)
#: Most workouts with pain that are read: a millisecond each, beside the screen.
MOST_HURT = 40

#: Workouts read when a run begins without the list of sessions: a millisecond each, on a thread.
NEWEST = 60


class _Stopped(Exception):
    """Ends a reading early: the rest is read another time."""


@dataclass(slots=True)
class OpenLog:
    """Log that any thread may ask. `complete` once all of it was read."""

    places: Places
    complete: bool = False
    _rows: LogRows | None = None
    _lock: Lock = field(default_factory=Lock)
    _stop: Event = field(default_factory=Event)

    def rows(self) -> LogRows:
        """Rows of the log, as far as they are known; reads no file yet."""
        from glutetimer.adapters.log.index.index import open_index  # not before the first picture
        from glutetimer.adapters.log.session_forms import SessionForms

        with self._lock:
            if self._rows is None:
                forms = SessionForms(self.places.sessions)
                self._rows = open_index(self.places.log, self.places.cache, forms)
            return self._rows

    def refresh(self) -> bool:
        """Read new files, until all are read or `stop` is called; whether any was new."""
        self._stop.clear()
        try:
            news = self.rows().refresh(self._told)
        except _Stopped:
            return True
        self.complete = True
        return news

    def stop(self) -> None:
        """Stop reading at the next file: the program must not wait for a thread at its end."""
        self._stop.set()

    def _told(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise _Stopped

    def past(self) -> Past:
        """History in the log, as far as it was read."""
        from glutetimer.adapters.system.clock import local_now
        from glutetimer.core.log.last_times import past_of
        from glutetimer.core.log.upto import Until

        rows, (now, _) = self.rows(), local_now()
        return past_of(
            *rows.latest(now), Until(rows, now).starts(now.date() - LATELY), pain_days(rows, now, self.places.log)
        )


def pain_days(rows: LogRows, now: datetime, log_dir: Path) -> Iterator[PainDay]:
    """Pains of the newest workouts up to `now`, and later ones that say that nothing hurt.

    Reads them from their files, whose paths in the rows start at the log's folder.
    """
    from glutetimer.adapters.log.read import read_record
    from glutetimer.core.log.upto import Until, is_later
    from glutetimer.core.pain.tellings import PainDay, pain_day

    # Also those in which nothing more was done because of the pain.
    told = (row for row in _hurt(rows) if row.speed == 1.0 and not row.copy)
    hurt = list(islice((row for row in told if not is_later(row.started, now)), MOST_HURT))
    for row in hurt:
        with suppress(BadFile):
            yield pain_day(read_record(log_dir / row.path), row.path)
    if hurt:
        since = Until(rows, now).workouts(min(row.started for row in hurt).date())
        yield from (PainDay(row.id, row.started, none=True) for row in since if row.pain == 0 and not row.hurt)


def _hurt(rows: LogRows) -> Iterator[WorkoutRow]:
    """Workouts in which something hurt, the newest first: seen from an old workout, those before it are far down."""
    from glutetimer.core.log.query import Filter

    first = 0
    while page := rows.history(Filter(pain=True), first, MOST_HURT):
        yield from page
        first += len(page)


def lately(log_dir: Path) -> Past:
    """What the newest workouts say, read from their files: a run that begins without the list wants no more."""
    from glutetimer.adapters.log.read import newest
    from glutetimer.adapters.system.clock import local_now
    from glutetimer.core.log.last_times import past_of_records
    from glutetimer.core.log.upto import until

    read = newest(log_dir, NEWEST)
    paths = {workout.id: str(path) for path, workout in read}
    return past_of_records(until((workout for _, workout in read), local_now()[0]), paths)

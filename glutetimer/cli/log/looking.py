"""The log as the screens look at it: its rows, opened when they are first wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from threading import Event, Lock

from glutetimer.adapters.clock import local_now
from glutetimer.adapters.log_store import read_record
from glutetimer.adapters.places import Places
from glutetimer.core.log.book import Filter, LogRows
from glutetimer.core.log.past import Past, past_of
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.until import Until, is_later
from glutetimer.core.pain.tellings import PainDay, pain_day
from glutetimer.core.problems import BadFile

#: So far back go the weeks beside the list of sessions.
LATELY = timedelta(weeks=9)
#: So many workouts in which something hurt are read: a millisecond each, beside the screen.
MOST_HURT = 40


class _Stopped(Exception):
    """Nobody waits for the rest: it is read another time."""


@dataclass(slots=True)
class Looking:
    """Any thread may ask. `complete` once all of the log was read."""

    places: Places
    complete: bool = False
    _rows: LogRows | None = None
    _lock: Lock = field(default_factory=Lock)
    _stop: Event = field(default_factory=Event)

    def rows(self) -> LogRows:
        """The rows of the log, as far as they are known; nothing is read yet."""
        from glutetimer.adapters.log.index import open_index  # a database: not before the first picture
        from glutetimer.adapters.log.session_forms import SessionForms

        with self._lock:
            if self._rows is None:
                forms = SessionForms(self.places.sessions)
                self._rows = open_index(self.places.log, self.places.cache, forms, at_once=True)
            return self._rows

    def refresh(self) -> bool:
        """Read what is new, until all is read or `stop` is called; whether anything was new."""
        self._stop.clear()
        try:
            news = self.rows().refresh(self._told)
        except _Stopped:
            return True
        self.complete = True
        return news

    def stop(self) -> None:
        """A reading under way ends at its next file: the program must not wait for a thread when it is left."""
        self._stop.set()

    def _told(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise _Stopped

    def past(self) -> Past:
        """What the log says, as far as it was read."""
        rows, (now, _) = self.rows(), local_now()
        return past_of(
            *rows.latest(now), Until(rows, now).starts(now.date() - LATELY), pain_days(rows, now, self.places.log)
        )


def pain_days(rows: LogRows, now: datetime, log_dir: Path) -> Iterator[PainDay]:
    """The newest workouts up to `now` in which something hurt, and those since that say that nothing did.

    They are read from their files, which the rows name from the log's folder on.
    """
    # Also those in which nothing was done any more because of it.
    told = (row for row in _hurt(rows) if row.speed == 1.0 and not row.copy)
    hurt = list(islice((row for row in told if not is_later(row.started, now)), MOST_HURT))
    for row in hurt:
        with suppress(BadFile):
            yield pain_day(read_record(log_dir / row.path), row.path)
    if hurt:
        since = Until(rows, now).workouts(min(row.started for row in hurt).date())
        yield from (PainDay(row.id, row.started, none=True) for row in since if row.pain == 0 and not row.hurt)


def _hurt(rows: LogRows) -> Iterator[WorkoutRow]:
    """All in which something hurt, the newest first: of a workout of long ago those before it are far down."""
    first = 0
    while page := rows.history(Filter(pain=True), first, MOST_HURT):
        yield from page
        first += len(page)

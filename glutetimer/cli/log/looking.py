"""The log as the screens look at it: its rows, opened when they are first wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Lock

from glutetimer.adapters.clock import local_now
from glutetimer.adapters.places import Places
from glutetimer.core.log.book import LogRows
from glutetimer.core.log.past import Past, past_of

#: So far back go the weeks beside the list of sessions.
LATELY = timedelta(weeks=9)


@dataclass(slots=True)
class Looking:
    """Any thread may ask. Where the log is another folder than before, that one is opened."""

    _rows: LogRows | None = None
    _of: Path | None = None
    _lock: Lock = field(default_factory=Lock)

    def rows(self, places: Places) -> LogRows:
        """The rows of the log, as far as they are known; nothing is read yet."""
        from glutetimer.adapters.log.index import open_index  # a database: not before the first picture

        with self._lock:
            if self._rows is None or self._of != places.log:
                self._rows, self._of = open_index(places.log, places.cache, at_once=True), places.log
            return self._rows

    def past(self, places: Places) -> Past:
        """What the log says, as far as it was read."""
        rows, (now, _) = self.rows(places), local_now()
        return past_of(*rows.latest(), rows.starts(now.date() - LATELY))

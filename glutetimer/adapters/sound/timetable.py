"""Timetable of the child: the cues still to come, and the started ones, which must not be heard twice."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from glutetimer.core.audio.ports import Cue, is_spoken

#: Seconds after its moment in which a cue is still worth hearing.
TOO_LATE = 0.3
#: Seconds that count as now.
SOON = 0.05
#: Seconds for which a started cue is remembered; nobody expects it any longer by then.
REMEMBERED = 20.0


class Timetable:
    """Cues by their moment, in seconds of `time.perf_counter`. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._coming: list[Cue] = []
        self._live: set[Cue] = set()
        self._expected: frozenset[Cue] = frozenset()

    def replace(self, cues: Iterable[Cue]) -> None:
        """Expect only these cues from now on. A started cue does not start again."""
        expected = tuple(dict.fromkeys(cues))
        with self._lock:
            self._expected = frozenset(expected)
            self._coming = sorted((cue for cue in expected if cue not in self._live), key=lambda cue: cue.due)

    def take(self, until: float) -> list[Cue]:
        """Start the cues due before `until`, and return them in order. Long past ones are dropped."""
        with self._lock:
            due = [cue for cue in self._coming if cue.due < until]
            self._coming = self._coming[len(due) :]
            self._live = {cue for cue in self._live if cue.due > until - REMEMBERED} | set(due)
        return [cue for cue in due if cue.due > until - TOO_LATE]

    def next_due(self) -> float | None:
        """Moment of the next cue."""
        with self._lock:
            return self._coming[0].due if self._coming else None

    def unwanted(self, cue: Cue) -> bool:
        """Whether a started cue is speech that nobody expects any longer."""
        with self._lock:
            return is_spoken(cue.sound) and cue not in self._expected

    def end(self, now: float) -> None:
        """Drop all cues but those whose moment is now; end speech."""
        with self._lock:
            self._coming = [cue for cue in self._coming if cue.due <= now + SOON and not is_spoken(cue.sound)]
            self._expected = frozenset(self._coming)

"""What the child is to make heard: the cues still to come, and which have begun, so that none is heard twice."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from glutetimer.core.audio.ports import Cue, is_spoken

#: Seconds after its moment in which a cue is still worth hearing.
TOO_LATE = 0.3
#: Seconds that count as now.
SOON = 0.05
#: Seconds for which a cue that has begun is remembered; nobody expects it any longer by then.
REMEMBERED = 20.0


class Timetable:
    """Cues by their moment, in seconds of `time.perf_counter`. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._coming: list[Cue] = []
        self._live: set[Cue] = set()
        self._expected: frozenset[Cue] = frozenset()

    def replace(self, cues: Iterable[Cue]) -> None:
        """From now on only these are to come. What has begun already does not begin again."""
        expected = tuple(dict.fromkeys(cues))
        with self._lock:
            self._expected = frozenset(expected)
            self._coming = sorted((cue for cue in expected if cue not in self._live), key=lambda cue: cue.due)

    def take(self, until: float) -> list[Cue]:
        """The cues due before `until` that have not begun, in order: they begin now. Those long past are dropped."""
        with self._lock:
            due = [cue for cue in self._coming if cue.due < until]
            self._coming = self._coming[len(due) :]
            self._live = {cue for cue in self._live if cue.due > until - REMEMBERED} | set(due)
        return [cue for cue in due if cue.due > until - TOO_LATE]

    def next_due(self) -> float | None:
        """When the next cue is due."""
        with self._lock:
            return self._coming[0].due if self._coming else None

    def unwanted(self, cue: Cue) -> bool:
        """Whether a cue that has begun is a spoken one that nobody expects any longer."""
        with self._lock:
            return is_spoken(cue.sound) and cue not in self._expected

    def end(self, now: float) -> None:
        """Nothing more is to come but the sounds whose moment is now; who speaks falls silent."""
        with self._lock:
            self._coming = [cue for cue in self._coming if cue.due <= now + SOON and not is_spoken(cue.sound)]
            self._expected = frozenset(self._coming)

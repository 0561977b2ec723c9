"""The trace: what happened and when, one JSON object a line, for looking back on a run in detail."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import Any

from glutetimer.core.events import Event, event_json


class Trace:
    """Writes each event at its moment. A disk that refuses ends the trace, never the run."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the file cannot be opened."""
        # Unbuffered: a line is there when the program is killed, and nothing is left to write when it is closed.
        self._file: FileIO | None = path.open("wb", buffering=0)
        self._lock = threading.Lock()
        self._at = 0.0

    def heard(self, event: Event, sound: str) -> None:
        """Write an event with the sound it makes, if any."""
        self._at = event.at
        self._write(event_json(event) | ({"sound": sound} if sound else {}))

    def saved(self, bouts: Iterable[int]) -> None:
        """Write that these bouts are durable. Called by the writer's thread."""
        for bout in sorted(bouts):
            self._write({"event": "Saved", "at": self._at, "step": 2 * bout + 1, "bout": bout})

    def close(self) -> None:
        """End the trace."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _write(self, line: dict[str, Any]) -> None:
        line["mono"] = time.monotonic()
        with self._lock:
            if self._file is None:
                return
            try:
                self._file.write((json.dumps(line) + "\n").encode())
            except OSError:
                self._file.close()
                self._file = None

"""Trace of a run: each event with its moment, one JSON object a line, to look at the run in detail afterwards."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
import time
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import Any

from glutetimer.adapters.files.private import create_file
from glutetimer.core.run.events import Event, event_json

#: Bytes at the start of a file that show whether it is a trace.
_BEGINNING = 4096


class NoTrace(OSError):
    """The existing file was not written by this program."""


class Trace:
    """Writes each event at its moment. A disk that refuses ends the trace, never the run."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the file cannot be opened; NoTrace where another file is there, which stays."""
        # Unbuffered: a line survives when the program is killed, and nothing is left to write when it is closed.
        self._file: FileIO | None = _opened(path)
        self._lock = threading.Lock()
        self._at = 0.0

    def heard(self, event: Event, sound: str) -> None:
        """Write an event with its sound, if any."""
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
                written = self._file.write((json.dumps(line) + "\n").encode())
            except OSError:
                written = None
            if not written:  # a disk that is full; a pipe from which nobody reads
                self._file.close()
                self._file = None


def _opened(path: Path) -> FileIO:
    """Open a new file, empty an older trace, or open a device or a pipe that somebody reads from."""
    try:
        create_file(path).close()
    except FileExistsError:
        _refuse_other(path)
    file = FileIO(path, "wb", opener=_open_at_once)
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.truncate(0)
    return file


def _refuse_other(path: Path) -> None:
    if path.is_file() and not _is_trace(path):
        raise NoTrace(errno.EEXIST, "another file is there", str(path))


def _is_trace(path: Path) -> bool:
    """Whether the file is empty, or begins with a line of a trace."""
    with path.open("rb") as file:
        first, _, _ = file.read(_BEGINNING).partition(b"\n")
    try:
        line = json.loads(first or b'{"event": "", "mono": 0}')
    except (ValueError, RecursionError):
        return False
    return isinstance(line, dict) and {"event", "mono"} <= line.keys()


def _open_at_once(name: str, flags: int) -> int:
    """Open a file without emptying it, and without waiting for somebody to read from a pipe."""
    return os.open(name, flags & ~os.O_TRUNC | getattr(os, "O_NONBLOCK", 0))

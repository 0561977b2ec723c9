"""Client of the voice child: one sentence at a time, and an end to sentences that take too long."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Literal, TypeAlias, get_args

from glutetimer.adapters.sound.spawn import child_environment
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.processes import GRACE, kill, started

CHILD = "glutetimer.adapters.voice.child"

#: Answers of the child: see `glutetimer.adapters.voice.child`.
Answer: TypeAlias = Literal["made", "silent", "lost", "refused"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)


def child_command(engine: SpeechEngine, folder: Path) -> list[str]:
    """Command line of the child. -P: a file of the user's own folder is never taken for a module."""
    return [sys.executable, "-P", "-m", CHILD, engine.name, engine.program, str(folder.absolute())]


class Maker:
    """Makes clips through a child, which is started when it is needed, and again after it has died."""

    def __init__(self, command: Sequence[str], limit: float) -> None:
        """`limit` is the most seconds that a sentence may take."""
        self._command, self._limit = command, limit
        self._mutex = Lock()  # guards the rest, and the child's stdin
        self._closed = False
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Process id of the child, 0 while there is none."""
        return self._child.pid if self._child else 0

    def make(self, name: str, text: str) -> Answer:
        """Make a clip, and wait for it; "lost" when it took too long, or the child died. One thread only."""
        child = self._asked(f"{name} {text}\n".encode(errors="replace"))
        if child is None:
            return "lost"
        alarm = Timer(self._limit, self._end, (child,))
        alarm.daemon = True
        alarm.start()
        answer = _pipe(child.stdout).readline().decode(errors="replace").strip()
        alarm.cancel()
        if answer in ANSWERS:
            return answer
        kill(child)
        return "lost"

    def rest(self) -> None:
        """End the child until it is needed again. The thread of `make` only."""
        if self._child is not None:
            self._end(self._child)
            _pipe(self._child.stdout).close()
            self._child = None

    def close(self) -> None:
        """End the child for good, even in the middle of a clip: `make` returns then. On any thread."""
        with self._mutex:
            self._closed = True
            child = self._child
        if child is not None:
            self._end(child)

    def _asked(self, line: bytes) -> subprocess.Popen[bytes] | None:
        """Send the line to the child, started if need be; None where there is none to be had."""
        if self._child is not None and (self._child.poll() is not None or _pipe(self._child.stdin).closed):
            self.rest()
        with self._mutex, suppress(OSError, ValueError):  # ValueError: an alarm has just closed its stdin
            if self._closed:
                return None
            self._child = self._child or started(self._command, child_environment())
            _pipe(self._child.stdin).write(line)
            return self._child
        return None

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        """End the child by the end of its stdin, which leaves nothing behind, or else by force."""
        with self._mutex:
            _pipe(child.stdin).close()
        with suppress(subprocess.TimeoutExpired):
            child.wait(GRACE)
        kill(child)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe

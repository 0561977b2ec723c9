"""The program's end of the sound child: two small threads, so that neither pipe ever holds up a run."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from glutetimer.adapters.sound.player import no_sound
from glutetimer.adapters.sound.spawn import spawn

MOST_WAITING = 64  # names: a child that hangs costs no memory
PATIENCE = 3.0  # seconds to let the child end by itself; it takes 2.5 at most


class ChildPlayer:
    """Plays through a child process, started at once. What goes wrong there is told in `problem`."""

    def __init__(self, command: Sequence[str], notice: str = "") -> None:
        """`notice` is the problem to show while there is no graver one."""
        self.problem = notice
        self.backend = ""  # what the child plays through; "" until it is ready
        self._names: queue.Queue[str | None] = queue.Queue(MOST_WAITING)
        self._settled = threading.Event()
        self._closing = False
        self._child: subprocess.Popen[bytes] | None = None
        self._threads: tuple[threading.Thread, ...] = ()
        try:
            self._start(spawn(command))
        except OSError:
            self._fall_silent("the sound player did not start")

    @property
    def pid(self) -> int:
        """The child's process id, 0 when it did not start."""
        return self._child.pid if self._child else 0

    def play(self, sound: str) -> None:
        """Ask for a sound now. Before the device is open, only the last two asked for are heard."""
        with suppress(queue.Full):
            self._names.put_nowait(sound)

    def settled(self, seconds: float) -> bool:
        """Wait until the child is ready or has given up, `seconds` at most; whether it is ready."""
        self._settled.wait(seconds)
        return bool(self.backend)

    def close(self) -> None:
        """Let the last sound ring out and end the child: a few milliseconds in silence, PATIENCE at worst."""
        if self._child is None or self._closing:
            return
        self._closing = True
        with suppress(queue.Full):
            self._names.put_nowait(None)
        self._threads[0].join(PATIENCE)
        if self._threads[0].is_alive():
            self._child.kill()
        self._child.wait()
        for thread in self._threads:
            thread.join()

    def _start(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdin is not None
        assert child.stdout is not None
        self._child = child
        self._threads = (
            threading.Thread(target=self._heed, args=(child.stdout,), name="sound status", daemon=True),
            threading.Thread(target=self._ask, args=(child.stdin,), name="sound", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def _ask(self, pipe: IO[bytes]) -> None:
        """Hand the names to the child until None or until it is gone, then close its stdin: that ends it."""
        with suppress(OSError), pipe:
            for name in iter(self._names.get, None):
                pipe.write(f"play {name}\n".encode(errors="replace"))

    def _heed(self, pipe: IO[bytes]) -> None:
        """Follow the child's status lines to their end. Other lines are an audio library's chatter."""
        silent = False
        with pipe:
            for line in pipe:
                word, _, rest = line.decode(errors="replace").strip().partition(" ")
                if word == "ready":
                    self.backend = rest
                    self._settled.set()
                elif word == "missing":
                    self.problem = f"The sound {rest} is missing. The screen flashes as well."
                elif word == "none":
                    silent = True
                    self._fall_silent(rest)
        if not silent and not self._closing:
            self._fall_silent("the sound player stopped")

    def _fall_silent(self, reason: str) -> None:
        self.problem = no_sound(reason)
        self.backend = ""
        self._settled.set()

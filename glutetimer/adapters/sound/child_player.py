"""Player that talks to the sound child by two small threads: neither pipe ever holds up a run."""

from __future__ import annotations

import subprocess
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from glutetimer.adapters.sound.player import no_sound
from glutetimer.adapters.sound.protocol import HEARD, cues_line
from glutetimer.adapters.sound.spawn import spawn
from glutetimer.core.audio.ports import Cue

MOST_WAITING = 64  # names: a child that hangs costs no memory
PATIENCE = 3.0  # seconds to let the child end by itself; it takes 2.5 at most
#: Seconds of a run until a child must answer; until a new, silent one must: a device may be slow to open.
ANSWERS, STARTS = 3.0, 10.0
STEP = 1.0  # the most that counts between two lists: in a pause no list is sent
NO_ANSWER = "the sound player does not answer"
SOONEST, LATEST = 0.5, 30.0  # seconds from one start of a child to the next; longer each time a child dies young
YOUNG = 5.0


class ChildAnswers:
    """Counts the answers that a child owes, one for each list of cues.

    Has no timer: it is checked with the next list.
    """

    def __init__(self) -> None:
        self.spoken = False
        self._owed, self._waited, self._looked = 0, 0.0, 0.0
        self._mutex = threading.Lock()

    def sent(self, lists: int) -> None:
        """Count lists that are about to be written."""
        with self._mutex:
            self._owed += lists

    def came(self) -> None:
        """Count one answer."""
        with self._mutex:
            self._owed, self._waited = self._owed - 1, 0.0

    def overdue(self, now: float) -> bool:
        """Whether an answer is too late, in time of a run only; `now` in seconds."""
        with self._mutex:
            if self._owed > 0:
                self._waited += min(STEP, now - self._looked)
            self._looked = now
            return self._waited > (ANSWERS if self.spoken else STARTS)


class ChildPlayer:
    """Plays through a child process, started at once and again when it dies. Failures show in `problem`."""

    def __init__(self, command: Sequence[str], notice: str = "", *, quiet: bool = False) -> None:
        """`notice` is the problem to show while there is no graver one; `quiet`: no child until sound is wanted."""
        self.backend = ""  # what the child plays through; "" until it is ready
        self._command, self._notice = command, notice
        self._reason, self._missing = "", ""
        self._news = threading.Condition()
        self._asked: deque[str] = deque(maxlen=MOST_WAITING)
        self._cues, self._cues_new = "", False
        self._closing, self._gone, self._quiet = False, False, quiet
        self._answers = ChildAnswers()
        self._again = False
        self._settled = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_going, name="sound", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> str:
        """Sentence about the gravest failure, or ""."""
        if self._reason:
            return no_sound(self._reason)
        missing = self._missing
        return f"The sound {missing} is missing. The screen flashes as well." if missing else self._notice

    @property
    def heard(self) -> bool:
        """Whether there is a device to play on, as far as is known."""
        return not self._reason

    @property
    def bell(self) -> bool:
        """Whether the terminal's bell rings instead, because there is no device."""
        return bool(self._reason)

    @property
    def whole(self) -> bool:
        """Whether there is a device and no sound is missing."""
        return not (self._reason or self._missing)

    @property
    def pid(self) -> int:
        """Process id of the child, 0 while there is none."""
        return self._child.pid if self._child else 0

    def play(self, sound: str) -> None:
        """Ask for a sound now. Before the device is open, only the last two asked for are heard."""
        with self._news:
            self._asked.append(f"play {sound}")
            self._news.notify_all()

    def expect(self, cues: Sequence[Cue]) -> None:
        """Expect these cues from now on, and no others."""
        with self._news:
            self._cues, self._cues_new = cues_line(tuple(cues)), True
            self._news.notify_all()
            is_stuck = self._child is not None and cues and self._answers.overdue(time.monotonic())
        if is_stuck and self._child is not None:
            self._fall_silent(NO_ANSWER)
            self._child.kill()

    def quiet(self, on: bool) -> None:
        """End the child and free the device while nothing is wanted; start it again after that."""
        with self._news:
            self._quiet = on
            if on:
                self._reason = ""
            self._news.notify_all()
        self.again()

    def again(self) -> None:
        """Look for a device now, if there is none."""
        if self._reason:
            with self._news:
                self._asked.append("again")
                self._again = True
                self._news.notify_all()

    def settled(self, seconds: float) -> bool:
        """Wait until the child is ready or has no device, `seconds` at most; whether it is ready."""
        self._settled.wait(seconds)
        return bool(self.backend)

    def close(self) -> None:
        """Let the last sound ring out and end the child: a few milliseconds in silence, PATIENCE at worst."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join(PATIENCE)
        if self._thread.is_alive() and self._child is not None:
            self._child.kill()
        self._thread.join()

    def _keep_going(self) -> None:
        """Start a child, feed it, and start the next when it dies before its time."""
        wait = SOONEST / 2
        while self._is_wanted():
            begun = time.monotonic()
            try:
                self._live(spawn(self._command))
            except OSError:
                self._fall_silent("the sound player did not start")
            lived = time.monotonic() - begun
            wait = SOONEST / 2 if lived > YOUNG or self._quiet else min(LATEST, 2 * wait)
            with self._news:
                self._again = False
                self._news.wait_for(lambda: self._closing or self._again, max(0.0, wait - lived))

    def _is_wanted(self) -> bool:
        """Wait until a child is wanted; False where none will be any more."""
        with self._news:
            self._news.wait_for(lambda: self._closing or not self._quiet)
            return not self._closing

    def _live(self, child: subprocess.Popen[bytes]) -> None:
        """Serve one child until its end."""
        assert child.stdin is not None
        assert child.stdout is not None
        self._child, self._gone, self._cues_new = child, False, bool(self._cues)
        self._answers = ChildAnswers()
        heeding = threading.Thread(target=self._heed, args=(child.stdout,), name="sound status", daemon=True)
        heeding.start()
        with suppress(OSError), child.stdin:
            self._feed(child.stdin)
        child.wait()
        heeding.join()
        self._child = None if self._quiet else child

    def _feed(self, pipe: IO[bytes]) -> None:
        """Write orders to the child until the end, or until it has gone. OSError when it goes in between."""
        while True:
            with self._news:
                self._news.wait_for(lambda: self._asked or self._cues_new or self._closing or self._gone or self._quiet)
                lines = [*([self._cues] if self._cues_new else []), *self._asked]
                self._asked.clear()
                self._cues_new = False
            if self._gone:
                return
            if lines:
                self._answers.sent(sum(line.startswith("cues") for line in lines))
                pipe.write("".join(f"{line}\n" for line in lines).encode(errors="replace"))
            elif self._closing or self._quiet:
                return

    def _heed(self, pipe: IO[bytes]) -> None:
        """Read the child's status lines to their end. Other lines are an audio library's chatter."""
        with pipe:
            for line in pipe:
                word, _, rest = line.decode(errors="replace").strip().partition(" ")
                self._answers.spoken = True
                if word == HEARD:
                    self._answers.came()
                elif word == "ready":
                    self.backend, self._reason = rest, ""
                    self._settled.set()
                elif word == "missing":
                    self._missing = rest
                elif word == "none" and not self._quiet:
                    self._fall_silent(rest)
        if not (self._closing or self._reason or self._quiet):
            self._fall_silent("the sound player stopped")
        with self._news:
            self._gone = True
            self._news.notify_all()

    def _fall_silent(self, reason: str) -> None:
        self._reason = reason
        self.backend = ""
        self._settled.set()

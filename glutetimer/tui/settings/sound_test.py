"""Sounds outside a run: one player at a time, opened when first needed, closed beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Protocol

from glutetimer.core.ports import Program, SoundCheck

#: What is heard from the mat, with the seconds until the next: the softest sound, the most frequent, the longest,
#: and last, where there is a voice, words.
ROUND = (("phase", 1.2), ("rep", 1.2), ("finish", 0.9), ("", 1.7))
WORDS = "Can you hear this?"


class Listening:
    """A player with the desk's settings of now. Use it on the event loop."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._check: SoundCheck | None = None
        self._closing: set[asyncio.Future[None]] = set()

    @property
    def problem(self) -> str:
        """Why nothing is heard, "" where all is well or nothing was asked for."""
        return self._check.problem if self._check else ""

    def play(self, sound: str) -> None:
        """Play a sound by its name."""
        self._player().play(sound)

    def say(self, sentence: str) -> None:
        """Speak a sentence, where there is a voice."""
        self._player().say(sentence)

    def _player(self) -> SoundCheck:
        if self._check is None:
            self._check = self._program.sound_check()
        return self._check

    def close(self) -> None:
        """Let the player go; the next sound opens another. It rings out beside the loop, up to seconds long."""
        if self._check is None:
            return
        closing = asyncio.get_running_loop().run_in_executor(None, self._check.close)
        self._check = None
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)


class Stoppable(Protocol):
    """A timer that has not gone off yet."""

    def stop(self) -> None: ...


class Rounds:
    """The sounds of ROUND one after another, over and over until stopped."""

    def __init__(
        self, program: Program, later: Callable[[float, Callable[[], None]], Stoppable], tell: Callable[[str], None]
    ) -> None:
        """`later` calls back after so many seconds; `tell` hears why nothing is heard, whenever that changes."""
        self._listening = Listening(program)
        self._later, self._tell = later, tell
        self._timer: Stoppable | None = None
        self._told = ""

    @property
    def problem(self) -> str:
        """Why nothing is heard."""
        return self._listening.problem

    def start(self) -> None:
        """From the first sound on, at once."""
        self._wait_no_more()
        self._next(0)

    def stop(self) -> None:
        """No further sound; the player is let go."""
        self._wait_no_more()
        self._listening.close()
        self._told = ""

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _next(self, place: int) -> None:
        name, seconds = ROUND[place]
        if name:
            self._listening.play(name)
        else:
            self._listening.say(WORDS)
        if self._listening.problem != self._told:
            self._told = self._listening.problem
            self._tell(self._told)
        self._timer = self._later(seconds, partial(self._next, (place + 1) % len(ROUND)))

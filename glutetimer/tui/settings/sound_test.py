"""Play sounds outside a run: one player at a time, opened when first needed, closed beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Protocol

from glutetimer.core.ports import Program, SoundCheck

#: Sounds heard from the mat, with the seconds until the next: the softest sound, the most frequent, the longest, and
#: last, where there is a voice, words.
ROUND = (("phase-hold", 1.2), ("rep", 1.2), ("finish", 0.9), ("", 1.7))
WORDS = "Can you hear this?"


class Listening:
    """Player with the program's present settings. Use it on the event loop."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._check: SoundCheck | None = None
        self._closing: set[asyncio.Future[None]] = set()

    @property
    def problem(self) -> str:
        """Sentence why nothing is heard, "" where all is well or no sound was asked for."""
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
        """Close the player; the next sound opens another. It rings out beside the loop, up to seconds long."""
        if self._check is None:
            return
        closing = asyncio.get_running_loop().run_in_executor(None, self._check.close)
        self._check = None
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)


class Stoppable(Protocol):
    """Timer that has not gone off yet."""

    def stop(self) -> None: ...


class Rounds:
    """Plays the sounds of ROUND one after another, over and over until stopped."""

    def __init__(
        self, program: Program, later: Callable[[float, Callable[[], None]], Stoppable], tell: Callable[[str], None]
    ) -> None:
        """`later` calls back after this many seconds; `tell` gets each new sentence why nothing is heard."""
        self._listening = Listening(program)
        self._later, self._tell = later, tell
        self._timer: Stoppable | None = None
        self._told = ""

    @property
    def problem(self) -> str:
        """Sentence why nothing is heard."""
        return self._listening.problem

    def start(self) -> None:
        """Start at once with the first sound."""
        self._wait_no_more()
        self._next(0)

    def stop(self) -> None:
        """Stop the sounds, and close the player."""
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

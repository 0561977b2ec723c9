"""What is to be heard and when, and the ports to what makes it heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Cue(NamedTuple):
    """A sound that begins at `due`, in seconds of the run's clock: a name in sounds/, or that of a spoken clip."""

    due: float
    sound: str


class Clip(NamedTuple):
    """A sentence that is ready to be played: its name as a sound, and its length in seconds."""

    name: str
    seconds: float


#: The names of clips begin like this; no file in sounds/ does.
SPOKEN = "say-"


def is_spoken(sound: str) -> bool:
    """Whether a sound is a spoken one: it gives way to the others, and may be cut short."""
    return sound.startswith(SPOKEN)


class Player(Protocol):
    """Makes cues heard. Never blocks, never raises."""

    def expect(self, cues: Sequence[Cue]) -> None:
        """The whole truth from now on: each of these is heard once, at its moment; what is not among them is not.

        A cue that was expected before and has begun goes on; a spoken one that is no longer expected falls silent.
        """
        ...

    def quiet(self, on: bool) -> None:
        """By the runner's wish nothing is heard from now on, and nothing held ready for it; or all is again."""
        ...


class Voice(Protocol):
    """Makes clips of sentences, on its own thread. Never blocks, never raises."""

    @property
    def problem(self) -> str:
        """Why nothing is spoken, as a sentence for the screen; "" where all is well or nobody asked for a voice."""
        ...

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the sentences to prepare are done with, and how many there are."""
        ...

    def prepare(self, sentences: Sequence[str]) -> None:
        """Make clips of these, the first ones first."""
        ...

    def clip(self, sentence: str) -> Clip | None:
        """The clip of a sentence; None while it is not ready, and where it cannot be had."""
        ...

"""Sounds and their times, and the ports to the code that plays them."""

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


#: Names of clips begin like this; no file in sounds/ does.
SPOKEN = "say-"


def is_spoken(sound: str) -> bool:
    """Whether a sound is speech: it gives way to the others, and may be cut short."""
    return sound.startswith(SPOKEN)


class Player(Protocol):
    """Makes cues heard. Never blocks, never raises."""

    def expect(self, cues: Sequence[Cue]) -> None:
        """Replace all expected cues: each of these is heard once, at its moment; no other cue is heard.

        A cue that was expected before and has started goes on; a spoken cue that is no longer expected stops.
        """
        ...

    def quiet(self, on: bool) -> None:
        """Play nothing from now on and keep nothing ready, because the runner wishes it; or play again."""
        ...


class Voice(Protocol):
    """Makes clips of sentences, on its own thread. Never blocks, never raises."""

    @property
    def problem(self) -> str:
        """Why nothing is spoken, as a sentence for the screen; "" where all is well or no voice is wanted."""
        ...

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the sentences to prepare are done with, and how many there are."""
        ...

    def prepare(self, sentences: Sequence[str]) -> None:
        """Make clips of these, in their order."""
        ...

    def clip(self, sentence: str) -> Clip | None:
        """Find the clip of a sentence; None while it is not ready, and where there can be no clip."""
        ...

"""Player interface for the rest of the program: it takes names and moments and never gets in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from glutetimer.core.audio.ports import Cue


class DevicePlayer(Protocol):
    """Plays sounds by name ("count", "go", ...: the file names in the folder of sounds, without ".wav").

    Nothing here waits or raises; a sound that cannot be played shows in `problem`.
    """

    @property
    def problem(self) -> str:
        """One sentence for the screen, or "" when all is well. It may change at any time."""
        ...

    @property
    def heard(self) -> bool:
        """Whether there is a device to play on, as far as is known: a problem may be a smaller one."""
        ...

    @property
    def bell(self) -> bool:
        """Whether the terminal's bell is to ring instead; the front end rings it."""
        ...

    @property
    def whole(self) -> bool:
        """Whether there is a device and no sound is missing."""
        ...

    def play(self, sound: str) -> None:
        """Play a sound now."""
        ...

    def expect(self, cues: Sequence[Cue]) -> None:
        """Expect cues: see `glutetimer.core.audio.ports.Player`; `due` is in seconds of `time.perf_counter`."""
        ...

    def quiet(self, on: bool) -> None:
        """Turn sound off or on: see `glutetimer.core.audio.ports.Player`."""
        ...

    def again(self) -> None:
        """Look for a device now, if there is none."""
        ...

    def close(self) -> None:
        """Let the last sound ring out, free the device, end the child. May be called twice."""
        ...


class Silent(Struct, frozen=True):
    """Plays nothing: sound is off, or unavailable. `problem` says which, "" where nobody needs to know."""

    problem: str = ""
    bell: bool = False

    @property
    def heard(self) -> bool:
        """Always False: nothing is heard."""
        return False

    whole = heard

    def play(self, sound: str) -> None:
        """Do nothing."""

    def expect(self, cues: Sequence[Cue]) -> None:
        """Do nothing."""

    def quiet(self, on: bool) -> None:
        """Do nothing: it is quiet already."""

    def again(self) -> None:
        """Do nothing: there is no device to look for."""

    def close(self) -> None:
        """Do nothing: there is nothing to free."""


def no_sound(reason: str) -> str:
    """Sentence shown when nothing can be heard; `reason` is a clause without a full stop."""
    return f"No sound: {reason}. The screen flashes instead."

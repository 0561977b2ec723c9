"""What the rest of the program knows of sound: a player takes names and moments and never gets in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from glutetimer.core.audio.ports import Cue


class DevicePlayer(Protocol):
    """Plays sounds by name ("count", "go", ...: the file names in the folder of sounds, without ".wav").

    Nothing here waits or raises; what cannot be played shows in `problem`.
    """

    @property
    def problem(self) -> str:
        """One sentence for the screen, or "" when all is well. It may change at any time."""
        ...

    @property
    def heard(self) -> bool:
        """Whether there is something to play on, as far as is known: a problem may be a smaller one."""
        ...

    @property
    def bell(self) -> bool:
        """Whether the terminal's bell is to ring instead; that is for a front end to do."""
        ...

    @property
    def whole(self) -> bool:
        """Whether no sound is missing either."""
        ...

    def play(self, sound: str) -> None:
        """Play a sound now."""
        ...

    def expect(self, cues: Sequence[Cue]) -> None:
        """See `glutetimer.core.audio.ports.Player`; `due` is in seconds of `time.perf_counter`."""
        ...

    def quiet(self, on: bool) -> None:
        """See `glutetimer.core.audio.ports.Player`."""
        ...

    def again(self) -> None:
        """Look now for something to play on, if there is nothing."""
        ...

    def close(self) -> None:
        """Let what is heard ring out, free the device, end what was started. May be called twice."""
        ...


class Silent(Struct, frozen=True):
    """Plays nothing: sound is off, or there is none. `problem` says which, "" when nobody needs telling."""

    problem: str = ""
    bell: bool = False

    @property
    def heard(self) -> bool:
        """Nothing is."""
        return False

    whole = heard

    def play(self, sound: str) -> None:
        """Nothing is heard."""

    def expect(self, cues: Sequence[Cue]) -> None:
        """Nothing is heard."""

    def quiet(self, on: bool) -> None:
        """It is."""

    def again(self) -> None:
        """There is nothing to look for."""

    def close(self) -> None:
        """Nothing to free."""


def no_sound(reason: str) -> str:
    """The sentence shown when nothing can be heard; `reason` is a clause without a full stop."""
    return f"No sound: {reason}. The screen flashes instead."

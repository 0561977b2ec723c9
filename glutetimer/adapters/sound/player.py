"""What the rest of the program knows of sound: a player takes a sound's name and never gets in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Player(Protocol):
    """Plays sounds by name ("count", "go", ...: the file names in the folder of sounds, without ".wav")."""

    @property
    def problem(self) -> str:
        """One sentence for the screen, or "" when all is well. It may change at any time."""
        ...

    def play(self, sound: str) -> None:
        """Ask for a sound now. Never waits and never raises; what cannot be played shows in `problem`."""
        ...

    def close(self) -> None:
        """Let the last sound ring out, free the device, end what was started. May be called twice."""
        ...


@dataclass(frozen=True)
class Silent:
    """Plays nothing: sound is off, or there is none. `problem` says which, "" when nobody needs telling."""

    problem: str = ""

    def play(self, sound: str) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing to free."""


def no_sound(reason: str) -> str:
    """The sentence shown when nothing can be heard; `reason` is a clause without a full stop."""
    return f"No sound: {reason}. The screen flashes instead."

"""What the child plays through: one audio library each, opened when made, closed when left."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self


class NoSound(Exception):
    """Nothing can be heard; the text is the reason, a clause without a full stop."""


class Output(Protocol):
    """An open way to the loudspeaker."""

    name: str  # the backend, for the status line

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def play(self, sound: str) -> bool:
        """Start a sound now; false when there is none of that name."""
        ...

    def ring_out(self) -> None:
        """Return when the last sound is over, after RING_OUT seconds at most."""
        ...


RING_OUT = 1.5  # seconds; the longest sound lasts half of that

"""What the child plays through: one audio library or program each, opened when made, closed when left."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self


class NoSound(Exception):
    """Nothing can be heard; the text is the reason, a clause without a full stop."""


class Output(Protocol):
    """An open way to the loudspeaker. It was made with a `Timetable`, out of which it plays.

    Outputs that own a stream take what is due by themselves and place it on exact frames. The others (`Triggered`)
    start what is due in `tick`. All methods are called from one thread, at least five times a second.
    """

    name: str  # what it plays through, for the status line

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def tick(self, now: float) -> None:
        """Do what is due by `now` (`time.perf_counter`). NoSound once the device has gone: then it is reopened."""
        ...

    def play(self, sound: str) -> bool:
        """Start a sound as soon as it goes, whatever the timetable says; false when there is none of that name."""
        ...

    def ring_out(self) -> None:
        """Return when the last sound is over, after RING_OUT seconds at most."""
        ...


RING_OUT = 1.5  # seconds; the longest sound lasts half of that

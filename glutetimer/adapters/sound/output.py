"""Interface of the child's outputs: one audio library or program each, opened when made, closed when left."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self


class NoSound(Exception):
    """Nothing can be heard; the text is the reason, a clause without a full stop."""


class Output(Protocol):
    """Open way to the loudspeaker, made with a `Timetable` from which it plays.

    Outputs that own a stream take due cues by themselves and place them on exact frames. The others (`Triggered`) start
    due cues in `tick`. All methods are called from one thread, at least five times a second.
    """

    name: str  # library or program, for the status line

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def tick(self, now: float) -> None:
        """Serve the cues due by `now` (`time.perf_counter`).

        NoSound once the device has gone: then it is opened again.
        """
        ...

    def play(self, sound: str) -> bool:
        """Start a sound as soon as possible, whatever the timetable holds; false for an unknown name."""
        ...

    def ring_out(self) -> None:
        """Return when the last sound is over, after RING_OUT seconds at most."""
        ...


RING_OUT = 1.5  # seconds; the longest sound lasts half of that

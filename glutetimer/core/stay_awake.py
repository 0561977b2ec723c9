"""Times at which the laptop is kept awake."""

from __future__ import annotations

from typing import Protocol

#: After this many seconds of pause the laptop may sleep: the runner has gone for longer.
LONG_PAUSE = 300.0


class StaysAwake(Protocol):
    """Keeps the machine from dimming and sleeping. Both calls may come twice, and neither blocks nor raises."""

    @property
    def problem(self) -> str:
        """Why the screen may go dark, "" where it cannot, or nobody asked."""
        ...

    def hold(self) -> None: ...

    def release(self) -> None: ...


def wants_awake(*, over: bool, paused_for: float | None) -> bool:
    """Whether to keep the laptop awake; `paused_for`: seconds since the pause began, None where there is none."""
    return not over and (paused_for is None or paused_for < LONG_PAUSE)

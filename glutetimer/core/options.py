"""What the runner asks for today: how a session is to be compiled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from glutetimer.core.session import Pace

Mode = Literal["full", "post-run", "pre-run"]
FirstSide = Literal["left", "right"]

MOST_ROUNDS = 20
MOST_REST = 600
MOST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Options:
    """One choice a field; None leaves it to the session file.

    `rest` is in seconds, `minutes` the time at hand, `without` the kit words that are missing today.
    """

    mode: Mode = "full"
    rounds: int | None = None
    without: tuple[str, ...] = ()
    pace: Pace | None = None
    rest: int | None = None
    minutes: int | None = None
    first_side: FirstSide = "left"

"""Choices of the runner for today: how to compile a session."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from glutetimer.core.session.session import Pace

Mode = Literal["full", "post-run", "pre-run"]
FirstSide = Literal["left", "right"]

MOST_ROUNDS = 20
MOST_REST = 600
MOST_MINUTES = 240
#: Most seconds between "start now" and the start.
MOST_LEAD = 10


class Own(Struct, frozen=True):
    """Choices of the runner for one exercise (by its id in the session); None leaves it to the session.

    `left` and `right` are reps or seconds; without sides, and where sides take turns, `left` is the dose. `impact`:
    what jumps is done as written, also with a run on the same day.
    """

    exercise: str
    skip: bool = False
    sets: int | None = None
    left: int | None = None
    right: int | None = None
    pace: Pace | None = None
    impact: bool | None = None


class Options(Struct, frozen=True):
    """Choices for today, each in a field; None leaves it to the session file.

    `rest`, `switch` (a change of side), `setup` and `lead` (from "start now" to the start) are in seconds, `minutes`
    the time available, `without` the kit words that are missing today, `strength` the name of the band in use (""
    where it is unknown).
    """

    mode: Mode = "full"
    rounds: int | None = None
    without: tuple[str, ...] = ()
    pace: Pace | None = None
    rest: int | None = None
    minutes: int | None = None
    first_side: FirstSide = "left"
    switch: int | None = None
    setup: int | None = None
    lead: int | None = None
    strength: str = ""
    own: tuple[Own, ...] = ()

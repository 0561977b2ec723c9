"""What the pages of the log keep between them while it is open, and where one sends to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from glutetimer.core.log.book import Filter, Opened
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.tui.log.reading import Reading

#: Every workout.
ALL = Filter()

Tab = Literal["history", "weeks", "exercise", "balance"]


@dataclass(frozen=True, slots=True)
class Goto:
    """The page to go to. A filter or an exercise goes before what was looked at there; else that is kept."""

    tab: Tab
    wanted: Filter = ALL
    exercise: str = ""


@dataclass
class Memory:
    """What was looked at last: workout and filter (History), exercise, a week by its Monday.

    `deleted` is what was moved to the trash, the latest last.
    """

    marked: WorkoutRow | None = None
    wanted: Filter = ALL
    exercise: str = ""
    week: date | None = None
    deleted: list[Opened] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)

    def take(self, to: Goto) -> None:
        """What one is sent to another page with."""
        if to.wanted != ALL:
            self.wanted, self.marked = to.wanted, None
        self.exercise = to.exercise or self.exercise

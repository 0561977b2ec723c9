"""Memory that the pages of the log share while it is open, and the way from one page to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from glutetimer.core.log.forms import Form
from glutetimer.core.log.query import Filter, Opened
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.series import Measure
from glutetimer.tui.log.common.reading import Reading
from glutetimer.tui.log.common.tabs import Tab

#: Filter that every workout passes.
ALL = Filter()


class Goto(Struct, frozen=True):
    """Page to go to. A filter or an exercise replaces what was looked at there; else that is kept.

    `back`: the page from which the filter comes, to return to.
    """

    tab: Tab
    wanted: Filter = ALL
    exercise: str = ""
    form: Form | None = None
    back: Tab | None = None


@dataclass
class Memory:
    """Last view: workout and filter (History), exercise and its form, a week by its Monday.

    `back` is the page from which the filter comes, None where it was chosen in the history itself. `weeks` and
    `measure` are those of the exercise page, `balance_weeks` those of the balance. `deleted` lists what was moved to
    the trash, the latest last.
    """

    marked: WorkoutRow | None = None
    wanted: Filter = ALL
    exercise: str = ""
    form: Form | None = None
    week: date | None = None
    back: Tab | None = None
    weeks: int = 26
    measure: Measure = "best"
    balance_weeks: int = 8
    deleted: list[Opened] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)

    def take(self, to: Goto) -> None:
        """Take over the filter or exercise on the way to another page."""
        if to.wanted != ALL:
            self.wanted, self.marked, self.back = to.wanted, None, to.back
        if to.exercise:
            self.exercise, self.form = to.exercise, to.form

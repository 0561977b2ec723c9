"""Screen to write down a workout that was done without the program."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from glutetimer.core.log.query import Filter, LogBook
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile
from glutetimer.tui.log.common.keys import ADD
from glutetimer.tui.log.edit.page import AnsweringPage, answer_bindings
from glutetimer.tui.log.edit.rows import AnswerRows
from glutetimer.tui.log.edit.when import When
from glutetimer.tui.widgets.row import Row

#: Suggested start of the workout: this long ago.
BEFORE = timedelta(hours=1)
#: Examples of typed times.
TRY = "18:30, 6:30 pm, yesterday 18:30, mon 7:00 or 2026-11-29 18:30"


class AddScreen(AnsweringPage):
    """Asks for session and time; then for changes from the plan."""

    TABLE = ADD
    BINDINGS: ClassVar[list[BindingType]] = answer_bindings(ADD)

    def __init__(self, book: LogBook, session: str, *, now: datetime | None = None) -> None:
        """`session` is the first choice; `now`, with the offset of this place, is the clock's if not given."""
        zone = now.tzinfo if now is not None else None
        now = now or datetime.now().astimezone()
        when = When(book.sessions(), session, now - BEFORE, now, zone)
        workout, problem = planned(book, when)
        workout = workout or _nothing(now)
        super().__init__(book, workout, AnswerRows(workout, *when.rows, counted=False, grounds=book.grounds))
        self._now, self._when = now, when
        self._made: tuple[str, Mode] = (when.session, when.mode)
        self._problem = problem
        self._touched = False

    @property
    def _ready(self) -> bool:
        return not (self._problem or self._when.unread or self._when.gap) and self._when.started <= self._now

    @property
    def does(self) -> str:
        return "add it" if self._ready else ""

    @property
    def loss(self) -> str:
        touched = self._touched or self.corrected or self.rows.note.text
        return "Not added yet" if touched and self._ready else ""

    def redraw(self) -> None:
        super().redraw()
        self.head("Add a workout", "as planned, unless you say otherwise")
        self.query_one("#about", Static).update(self._about())

    def _about(self) -> str:
        if self._when.unread:
            return f'"{self._when.unread}" is no time yet. Try {TRY}.'
        if self._problem or self._when.gap:
            return self._problem or self._when.gap
        if not self._ready:
            return "That is still to come: take an earlier time."
        there = ", ".join(f"{row.name} {row.started:%H:%M}" for row in on_day(self._book, self._when.started.date()))
        return f"In the log on that day: {there}." if there else ""

    def on_row_changed(self, event: Row.Changed) -> None:
        """Load the bouts of another session; another time keeps the corrections."""
        self._touched = True
        if event.row in self._when.rows:
            workout, self._problem = planned(self._book, self._when)
            if workout is not None:
                made, counted = self._made, self._counted.bouts
                self._made = (self._when.session, self._when.mode)
                self.begin_with(workout, counted if made == self._made else workout.bouts)

    def write(self, workout: Workout) -> str:
        """Write the workout into the log."""
        return self._book.add(workout) if self._ready else self._about()


def planned(book: LogBook, when: When) -> tuple[Workout | None, str]:
    """Make the workout of the rows; None with the reason where that fails."""
    try:
        return book.planned(when.session, Options(mode=when.mode), when.started), ""
    except (BadFile, EmptyPlan) as problem:
        return None, f"{problem}."


def _nothing(now: datetime) -> Workout:
    """Empty workout for the time until there is a real one."""
    return Workout("", "", "", "full", "finished", 1, (), 1.0, now, "", ())


def on_day(book: LogBook, day: date) -> tuple[WorkoutRow, ...]:
    """Workouts of a day in the log."""
    rows, one = book.rows, timedelta(days=1)
    first = rows.count(Filter(since=day + 2 * one))
    among = rows.history(Filter(), first, rows.count(Filter(since=day - one)) - first)
    return tuple(row for row in among if row.started.date() == day and not row.copy)

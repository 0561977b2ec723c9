"""One exercise over time: reps or seconds of each side, week by week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from glutetimer.core.log.book import Filter, LogBook
from glutetimer.tui.card import Card, Choice
from glutetimer.tui.keys import bindings
from glutetimer.tui.log.chart import most_weeks
from glutetimer.tui.log.chart_face import Looked, look_at, look_up, paint_chart
from glutetimer.tui.log.chart_keys import EXERCISE
from glutetimer.tui.log.chart_words import MEASURES
from glutetimer.tui.log.drawn_page import DrawnPage
from glutetimer.tui.log.page import Goto, Memory, Tab
from glutetimer.tui.paint.canvas import Canvas

#: So many weeks, or all of them.
SPANS = (13, 26, 52)
USUAL = 26


class ExercisePage(DrawnPage[Looked]):
    """Exercise, weeks and measure are chosen; the same rows are drawn anew."""

    TAB: ClassVar[Tab] = "exercise"
    TABLE = EXERCISE
    BINDINGS: ClassVar[list[BindingType]] = bindings(EXERCISE)

    def __init__(self, book: LogBook, memory: Memory, today: date, goal: int) -> None:
        super().__init__(book, memory, today, goal)
        self._weeks = USUAL
        self._measure = MEASURES[0]

    @property
    def spans(self) -> tuple[int, ...]:
        """Weeks to choose from: the usual spans, and as many as there are or have room."""
        whole = self.told.weeks_known(self.today) if self.told else 0
        more = (min(whole, most_weeks(self.room[0])),) if whole > SPANS[-1] else ()
        return tuple(sorted({*SPANS, *more}))

    def question(self) -> Callable[[], Looked]:
        """The exercise that was looked at last."""
        return partial(look_up, self.rows, self.memory.exercise, self.today, self._weeks, self._measure)

    @property
    def does(self) -> str:
        return "open its workouts" if self.told and self.told.exercise else ""

    def paint(self, told: Looked, width: int, height: int) -> Canvas:
        return paint_chart(told, self.today, width, height)

    def nothing(self, told: Looked) -> bool:
        return not told.exercises

    def hit(self, told: Looked, x: int, y: int) -> None:
        """A click on the name opens the list."""
        if y <= 1:
            self.action_choose()

    def action_by(self, by: int) -> None:
        """The next exercise, or the one before, round."""
        if self.told is not None and self.told.exercises:
            known = self.told.exercises
            self._take(known[(self.told.at + by) % len(known)].id)

    def _take(self, exercise: str) -> None:
        if exercise:
            self.memory.exercise = exercise
            self.look()

    def action_longer(self, by: int) -> None:
        """More weeks, or fewer; it stops at the ends."""
        spans = self.spans
        at = spans.index(self._weeks) if self._weeks in spans else len(spans) - 1
        self._weeks = spans[max(0, min(at + by, len(spans) - 1))]
        self._anew()

    def action_measure(self) -> None:
        """What is measured, round."""
        self._measure = MEASURES[(MEASURES.index(self._measure) + 1) % len(MEASURES)]
        self._anew()

    def _anew(self) -> None:
        """The same rows, seen otherwise."""
        if self.told is not None:
            self.told = look_at(self.told, self.today, self._weeks, self._measure)
            self.draw()

    def action_choose(self) -> None:
        """All exercises by name."""
        if self.told is None or not self.told.exercises:
            return
        here = self.told.exercise
        known = sorted(self.told.exercises, key=lambda one: one.name.casefold())
        at = next(i for i, one in enumerate(known) if one == here)
        choices = [Choice(one.id, one.name, note=_times(one.workouts)) for one in known]
        self.app.push_screen(Card("Exercise", choices, chosen=at, harmless=at, blocks=False), self._chosen)

    def _chosen(self, exercise: str | None) -> None:
        self._take(exercise or "")

    def action_open(self) -> None:
        """The workouts in which it was done."""
        if self.told is not None and self.told.exercise is not None:
            self.dismiss(Goto("history", Filter(exercise=self.told.exercise.id)))


def _times(workouts: int) -> str:
    return f"{workouts:,} workout{'' if workouts == 1 else 's'}"

"""Page of an exercise over time: reps or seconds of each side by week; and a list of all, each with its change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from glutetimer.core.log.query import Filter, KnownExercise
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Series, SideLine, series
from glutetimer.core.log.totals import since
from glutetimer.core.log.upto import Until
from glutetimer.core.text.english import count
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.drawing.canvas import Canvas
from glutetimer.tui.log.common.keys import EXERCISE
from glutetimer.tui.log.common.page import Goto, Tab
from glutetimer.tui.log.common.picture_page import DrawnPage
from glutetimer.tui.log.exercise.chart import most_weeks
from glutetimer.tui.log.exercise.picture import Looked, look_at, look_up, paint_chart
from glutetimer.tui.log.exercise.text import MEASURES
from glutetimer.tui.widgets.keys import bindings

#: Weeks to choose from, besides all of them.
SPANS = (13, 26, 52)


class ExercisePage(DrawnPage[Looked]):
    """Page on which exercise, weeks and measure are chosen."""

    TAB: ClassVar[Tab] = "exercise"
    TABLE = EXERCISE
    BINDINGS: ClassVar[list[BindingType]] = bindings(EXERCISE)

    @property
    def spans(self) -> tuple[int, ...]:
        """Weeks to choose from: the usual spans, and as many as there are or have room."""
        whole = self.told.weeks_known(self.told.today) if self.told else 0
        more = (min(whole, most_weeks(self.room[0])),) if whole > SPANS[-1] else ()
        return tuple(sorted({*SPANS, *more}))

    def question(self) -> Callable[[], Looked]:
        """Read the exercise that was looked at last."""
        which, memory, most = self.memory.exercise, self.memory, max(SPANS[-1], most_weeks(self.room[0]))
        return partial(look_up, self.rows, which, self.clock(), memory.weeks, memory.measure, most, memory.form)

    @property
    def does(self) -> str:
        return "open its workouts" if self.told and self.told.exercise else ""

    def paint(self, told: Looked, width: int, height: int) -> Canvas:
        return paint_chart(told, told.today, width, height)

    def nothing(self, told: Looked) -> bool:
        return not told.exercises

    def hit(self, told: Looked, x: int, y: int) -> None:
        """Open the list by a click on the name."""
        if y <= 1:
            self.action_choose()

    def action_by(self, by: int) -> None:
        """Go to the next exercise, or the one before, going round."""
        if self.told is not None and self.told.exercises:
            known = self.told.exercises
            self._take(known[(self.told.at + by) % len(known)].id)

    def _take(self, exercise: str) -> None:
        if exercise:
            self.memory.form = self.memory.form if exercise == self.memory.exercise else None
            self.memory.exercise = exercise
            self.look()

    def action_longer(self, by: int) -> None:
        """Show more weeks, or fewer; stop at the ends."""
        spans, weeks = self.spans, self.memory.weeks
        at = spans.index(weeks) if weeks in spans else len(spans) - 1
        self.memory.weeks = spans[max(0, min(at + by, len(spans) - 1))]
        self._anew()

    def action_measure(self) -> None:
        """Change the measure, going round."""
        self.memory.measure = MEASURES[(MEASURES.index(self.memory.measure) + 1) % len(MEASURES)]
        self._anew()

    def action_form(self) -> None:
        """Show the next form of the exercise, going round."""
        if self.told is None or self.told.ever is None or self.told.series is None:
            return
        forms = self.told.ever.forms
        at = forms.index(self.told.series.form)
        self.memory.form = forms[(at + 1) % len(forms)].key
        self.memory.exercise = self.told.series.exercise
        self._anew()

    def _anew(self) -> None:
        """Draw the same rows with other weeks, measure or form."""
        if self.told is not None:
            self.told = look_at(self.told, self.told.today, self.memory.weeks, self.memory.measure, self.memory.form)
            self.draw()

    @work(exclusive=True, group="list")
    async def action_choose(self) -> None:
        """All exercises by name, each with what it was and is in these weeks."""
        if self.told is None or not self.told.exercises:
            return
        weeks = min(self.memory.weeks, MOST)
        said = await asyncio.to_thread(ways, Until(self.rows, self.clock()), weeks)
        if self.is_active and self.told is not None:
            card = exercise_card(self.told.exercises, self.told.exercise, said, weeks)
            self.app.push_screen(card, self._chosen)

    def _chosen(self, exercise: str | None) -> None:
        self._take(exercise or "")

    def action_open(self) -> None:
        """Open the workouts in which it was done."""
        if self.told is not None and self.told.exercise is not None:
            self.memory.exercise = self.told.exercise.id
            self.dismiss(Goto("history", Filter(exercise=self.told.exercise.id), back="exercise"))


#: Most weeks that are read for the list: a year.
MOST = 52


def ways(known: Until, weeks: int) -> Mapping[str, str]:
    """Changes such as "7 → 15 · 5 → 12" (left, right) by exercise id, for the last weeks. Slow with a large log."""
    today = known.today
    return by_exercise(known.sides(since(today, weeks)), today, weeks)


def by_exercise(sides: Iterable[SideRow], today: date, weeks: int) -> Mapping[str, str]:
    """Changes by exercise id from these rows."""
    found: dict[str, list[SideRow]] = {}
    for row in sides:
        found.setdefault(row.exercise, []).append(row)
    made = ((exercise, series(same, today, weeks)) for exercise, same in found.items())
    return {exercise: way(one) for exercise, one in made if one is not None}


def way(shown: Series) -> str:
    """Change of an exercise by what is confirmed or counted by hand; "" where there is no such count."""
    sides = [side for side in map(_side, shown.lines) if side]
    unit = " s" if shown.unit == "s" and sides else ""
    return " · ".join(sides) + unit


def _side(line: SideLine) -> str:
    sure = [point.value for point in line.points if point and point.sure]
    return f"{sure[0]} → {sure[-1]}" if len(sure) > 1 else str(sure[0]) if sure else ""


def exercise_card(
    known: Sequence[KnownExercise], here: KnownExercise | None, said: Mapping[str, str], weeks: int
) -> Card:
    """Card that lists all exercises by name."""
    by_name = sorted(known, key=lambda one: one.name.casefold())
    at = next((i for i, one in enumerate(by_name) if one == here), 0)
    wide = max((len(words) for words in said.values()), default=0)
    choices = [CardChoice(one.id, one.name, note=f"{said.get(one.id, ''):>{wide}}") for one in by_name]
    return Card(f"Best set (left · right), last {count(weeks, 'week')}", choices, chosen=at, harmless=at, blocks=False)

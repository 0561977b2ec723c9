"""Rows about pain, to correct or add a workout of the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from glutetimer.core.pain.afterwards import after_pain_told, whole_pain, with_after, with_whole
from glutetimer.core.pain.morning import ANSWERS, noted
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.pain.told_later import Grounds, said_later
from glutetimer.core.record.answers import MOST_SCORE
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from glutetimer.tui.widgets.answer_row import AnswerRow
from glutetimer.tui.widgets.pain_rows import PainRows
from glutetimer.tui.widgets.typed_row import TypedRow

_SCORES = [(0, "None"), *((score, str(score)) for score in range(1, MOST_SCORE + 1))]


class PainScoreRow(TypedRow, AnswerRow):
    """None, or 1 to 10; the first step from open is none."""

    def __init__(self, label: str, told: int | None, id_: str) -> None:
        super().__init__(label, _SCORES, told, {}, id=id_, open_="")
        self.at_bouts: int | None = None

    def take(self, text: str) -> bool:
        """Take a typed number."""
        return self.choose_number(text)

    @property
    def told(self) -> int | None:
        """Number of the answer, None where it is open."""
        return self.value if isinstance(self.value, int) else None

    def step(self, by: int) -> None:
        if self.value is None:
            self.choose(0)
        else:
            super().step(by)

    @property
    def beside(self) -> str:
        return f"at a set: {self.at_bouts} of {MOST_SCORE}" if self.at_bouts else ""


class HurtRows(Vertical):
    """Pain in the whole workout, afterwards, and the morning after; pain at a bout stays there.

    Untouched rows leave the record as it is.
    """

    DEFAULT_CLASSES = "pain-rows"

    def __init__(self, workout: Workout, grounds: Callable[[Workout], Grounds]) -> None:
        super().__init__()
        self._grounds = grounds
        self._known: dict[datetime, Grounds] = {}
        whole, after = whole_pain(workout), after_pain_told(workout)
        self.pain = PainScoreRow("Pain", workout.pain, "pain")
        self._where = PainRows(whole)
        self.after = PainScoreRow("Pain afterwards", workout.pain_after, "pain-after")
        self._where_after = PainRows(after, "after-")
        self._morning = AnswerRow("Morning after", ANSWERS, workout.morning, {}, id="morning", open_="")
        self._came = workout
        self._whole = whole

    def compose(self) -> ComposeResult:
        yield from (self.pain, self._where, self.after, self._where_after, self._morning)
        yield Static(id="pain-says", classes="quiet", markup=False)

    def show(self, workout: Workout) -> None:
        """Show the pain at its bouts, the rows to ask now, and the advice on the answers."""
        pains = [bout.result.pain for bout in workout.bouts if bout.result is not None]
        pains += [more.pain for more in workout.more_pain if more.bout is not None]
        self.pain.at_bouts = max((pain for pain in pains if pain is not None), default=None)
        self.pain.refresh()
        self._where.ask(hurts=bool(self.pain.told) or self._whole is not None, score=self._score)
        after = self.after.told
        hurts_after = bool(after) or (after is None and bool(self._came.place_after))
        self._where_after.ask(hurts=hurts_after, score=after)
        hurt = bool(self.pain.told or self.pain.at_bouts or self._whole or hurts_after)
        self._morning.display = hurt or self._came.morning is not None
        self._say(self.answered(workout))

    def _say(self, workout: Workout) -> None:
        said = self._advice(workout)
        there = self.query("#pain-says")
        for static in there.results(Static):
            static.display = bool(said)
            static.update("\n".join(said))

    def _advice(self, workout: Workout) -> Sequence[str]:
        """Advice on the answers given here, the same as in a run."""
        told = [one for one in self._answers if one is not None]
        says = said_later(told, workout, self._grounds_of(workout)) if told else ()
        return [*says, *([noted("worse", pain_day(workout))] if workout.morning == "worse" else [])]

    def _grounds_of(self, workout: Workout) -> Grounds:
        """Read the earlier pains, once for each start of the workout, and not before something hurts."""
        if workout.started not in self._known:
            self._known[workout.started] = self._grounds(workout)
        return self._known[workout.started]

    @property
    def _answers(self) -> tuple[Telling | None, Telling | None]:
        whole = self._where.telling(self._score) if self.pain.told or self._whole else None
        return whole, self._where_after.telling(self.after.told) if self.after.told else None

    @property
    def _score(self) -> int | None:
        """Number of the whole workout: a number at a bout is that bout's."""
        if self.pain.told != self.pain.at_bouts or self.pain.told != self._came.pain:
            return self.pain.told
        return self._whole.score if self._whole else None

    def answered(self, workout: Workout) -> Workout:
        """Workout with the answers of the rows."""
        whole, after = self._answers
        if whole != self._whole and not (whole is None and self._whole is None):
            workout = with_whole(workout, whole if self.pain.told != 0 else None)
        if (self.after.told, after) != (self._came.pain_after, after_pain_told(self._came)):
            workout = with_after(workout, self.after.told, after)
        morning = next((answer for answer, _ in ANSWERS if answer == self._morning.value), None)
        return replace(workout, morning=morning)

"""Questions of the finish below each other, and their answers together."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from glutetimer.core.pain.body_places import SOMEWHERE
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.answers import Answers, answers_of
from glutetimer.core.record.record import Workout, is_uncounted
from glutetimer.core.record.summary import has_two_sides
from glutetimer.core.text.vocabulary import HARDER
from glutetimer.core.values import replace
from glutetimer.tui.finish.rows import CountedRow, EffortRow, PainRow, harder_row, score_row
from glutetimer.tui.widgets.answer_row import AnswerRow
from glutetimer.tui.widgets.note_row import NoteField, NoteRow
from glutetimer.tui.widgets.pain_rows import PainRows
from glutetimer.tui.widgets.row import Row


class Questions(Vertical):
    """Questions with the answers that the workout has already."""

    def __init__(self, workout: Workout) -> None:
        super().__init__(id="questions")
        given = answers_of(workout)
        self.counted = CountedRow(given.confirmed, sum(is_uncounted(bout.result) for bout in workout.bouts))
        self._harder = harder_row(given.harder_side)
        self._two_sides = has_two_sides(workout)
        self._effort = EffortRow(given.effort)
        self._pain = PainRow(workout.pain)
        self._score, self._where = score_row(), PainRows()
        self.note = NoteField(given.note)

    def compose(self) -> ComposeResult:
        yield self.counted
        if self._two_sides:
            yield self._harder
        yield from (self._effort, self._pain, self._score, self._where)
        yield Static(id="advice", markup=False)
        yield self.note

    def on_mount(self) -> None:
        self._show_pain()

    def on_row_changed(self) -> None:
        self._show_pain()

    def _show_pain(self) -> None:
        """Show how strong, where and on which side only with a pain; warning signs where they must be asked."""
        hurts = self._pain.value == "some"
        self._score.display = hurts
        self._where.ask(hurts=hurts, score=self._how_strong)

    @property
    def _how_strong(self) -> int | None:
        return self._score.value if isinstance(self._score.value, int) else None

    def advise(self, says: Sequence[str]) -> None:
        """Show the advice on the present pain."""
        self.query_one("#advice", Static).update("\n".join(says))
        self.query_one("#advice").display = bool(says)

    def hurt(self, told: int | None) -> None:
        """Show the pain that was entered in the run, as it is now."""
        self._pain.told = told
        self._pain.refresh()

    @property
    def answers(self) -> Answers:
        """Answers in the rows at present."""
        harder = next((side for side in HARDER if side == self._harder.value), None)
        effort = self._effort.value if isinstance(self._effort.value, int) else None
        told = self._pain_told()
        return replace(told, confirmed=self.counted.taken, harder_side=harder, effort=effort, note=self.note.text)

    def _pain_told(self) -> Answers:
        if self._pain.value == "none":
            return Answers(pain=0)
        if (told := self.telling) is None:
            return Answers()
        return Answers(pain=told.score, place=told.place, side=told.side, flag=told.flag)

    @property
    def telling(self) -> Telling | None:
        """Pain in the rows; None where there is none, or no answer.

        A pain without number and place is a pain all the same.
        """
        if self._pain.value != "some":
            return None
        told = self._where.telling(self._how_strong)
        return told if told.place or told.score is not None else replace(told, place=SOMEWHERE)

    @property
    def at(self) -> Row | None:
        """Row with the cursor, also while its note is written."""
        return self.note.at

    @property
    def does(self) -> str:
        """Label of Enter at present."""
        row = self.at
        return row.does if isinstance(row, AnswerRow | NoteRow) else ""

"""Rows to correct or add a workout of the log."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from glutetimer.core.pain.told_later import Grounds
from glutetimer.core.record.answers import MOST_NOTE, repained
from glutetimer.core.record.record import Workout
from glutetimer.core.record.summary import has_two_sides
from glutetimer.core.text.clean import clean
from glutetimer.core.text.vocabulary import HARDER
from glutetimer.core.values import replace
from glutetimer.tui.finish.rows import EffortRow, harder_row
from glutetimer.tui.log.edit.pain_rows import HurtRows
from glutetimer.tui.widgets.answer_row import LABEL, AnswerRow
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.note_row import NoteField
from glutetimer.tui.widgets.row import Row

_CONFIRMED = {True: "yes", False: "no", None: None}
_SAID = {"yes": True, "no": False}


class BoutsRow(Row):
    """Shows how much was done; Enter or a click opens the bouts."""

    class Wanted(Message):
        """Asks the screen to open the bouts."""

    def __init__(self) -> None:
        super().__init__("Sets", id="bouts-row")
        self._says, self._corrected = "", 0

    def show(self, workout: Workout, corrected: int) -> None:
        """Show the workout as it is now, and the number of bouts corrected here."""
        planned = sum(bout.result is not None and bout.result.outcome == "done" for bout in workout.bouts)
        self._says, self._corrected = f"{planned} of {len(workout.bouts)} as planned", corrected
        self.refresh()

    def line(self) -> ClickLine:
        line = (
            self.start().pad(LABEL).add(" ").add(self._says, "bold reverse" if self.has_focus else "$foreground", tag=0)
        )
        return line.add(f"   {self._corrected} corrected", "$primary") if self._corrected else line

    def hit(self, tag: object) -> None:
        """Open the bouts by a click."""
        self.post_message(self.Wanted())


class AnswerRows(Vertical):
    """Rows with the answers of the workout. `first` stand above; without `counted` nobody asks who counted.

    `grounds` finds the earlier pains for the advice.
    """

    def __init__(self, workout: Workout, *first: Row, counted: bool, grounds: Callable[[Workout], Grounds]) -> None:
        super().__init__(id="rows")
        yes_no = [("yes", "Yes"), ("no", "No")]
        self._first = first
        self.bouts = BoutsRow()
        chosen = _CONFIRMED[workout.confirmed]
        self._confirmed = AnswerRow("All as counted", yes_no, chosen, {}, id="confirmed", open_="")
        self._confirmed.display = counted
        self._harder = harder_row(workout.harder_side)
        self._effort = EffortRow(workout.effort)
        self._hurt = HurtRows(workout, grounds)
        self._pain = self._hurt.pain
        self.note = NoteField(workout.note)
        self._noted = replace(workout, pain=self._pain.told)  # its note was written with this pain
        self._followed = ""

    def compose(self) -> ComposeResult:
        yield from self._first
        yield from (self.bouts, self._confirmed, self._harder, self._effort, self._hurt, self.note)

    def show(self, workout: Workout, corrected: int) -> None:
        """Show other counts; ask about sides only where there are two."""
        self.bouts.show(workout, corrected)
        self._hurt.show(workout)
        self._harder.display = has_two_sides(workout)

    def confirm(self) -> None:
        """Confirm the counts: correcting them includes looking through them."""
        if self._confirmed.display:
            self._confirmed.choose("yes")

    def hurts(self, pain: int | None) -> None:
        """Set another pain, since that of a bout was taken back, or restored."""
        self._pain.choose(pain)

    def on_row_changed(self, event: Row.Changed) -> None:
        """Let the note follow the number of the pain afterwards, until it is written by hand."""
        if event.row is not self._pain:
            return
        if self.note.text != self._followed:
            self._noted = replace(self._noted, note=self.note.text)
        self._followed = repained(self._noted, self._pain.told).note
        if self._followed != self.note.text:
            self.note.put(self._followed)

    def answered(self, workout: Workout) -> Workout:
        """Workout with the answers of the rows. An untouched note stays to the letter."""
        harder = next((side for side in HARDER if side == self._harder.value), None)
        effort, note = self._effort.value, self.note.text
        told = workout if self._pain.told == workout.pain else repained(workout, self._pain.told)
        told = self._hurt.answered(told)
        return replace(
            told,
            confirmed=_SAID.get(str(self._confirmed.value)),
            harder_side=harder if self._harder.display else workout.harder_side,
            effort=effort if isinstance(effort, int) else None,
            note=workout.note if note == workout.note else clean(note)[:MOST_NOTE],
        )

    @property
    def at(self) -> Row | None:
        """Row with the cursor, also while its note is written."""
        return self.note.at

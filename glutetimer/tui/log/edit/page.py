"""Frame for correcting and adding: rows with answers, the bouts, and nothing written until it is kept."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Input, Static

from glutetimer.core.log.query import LogBook
from glutetimer.core.record.record import NOT_REACHED, BoutRecord, Workout
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.finish.table import PlannedDone
from glutetimer.tui.log.edit.rows import AnswerRows, BoutsRow
from glutetimer.tui.widgets.answer_row import AnswerRow
from glutetimer.tui.widgets.held_keys import Held
from glutetimer.tui.widgets.keys import Table, bindings
from glutetimer.tui.widgets.note_row import NoteRow
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import Row

#: Keys that the body would take for scrolling, and the line of the note does not need.
_FIRST = frozenset({"up", "down", "tab", "shift+tab", "pageup", "pagedown"})


def answer_bindings(table: Table) -> list[BindingType]:
    """Bind the keys: letters stay with the note; keys that move between the rows are taken from the scrolling body."""
    found = [binding for binding in bindings(table) if isinstance(binding, Binding)]
    return [dataclasses.replace(binding, priority=True) if binding.key in _FIRST else binding for binding in found]


class AnsweringPage(Page[Workout]):
    """Dismisses with the workout as it was written, None where nothing was.

    Subclasses give the label of Enter (`does`), the loss on leaving (`loss`, "" for nothing), and the writing
    (`write`).
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "../common/log.tcss"

    def __init__(self, book: LogBook, workout: Workout, rows: AnswerRows) -> None:
        super().__init__()
        self._book = book
        self.before = workout
        self._counted = workout
        self.rows = rows
        self._held = Held()
        self._table = PlannedDone(workout, id="table")
        self._table.display = bool(workout.bouts)

    def body(self) -> ComposeResult:
        with Vertical(id="answering"):
            with VerticalScroll(id="answers", can_focus=False):
                yield self.rows
                yield self._table
            yield Static(id="about", classes="quiet", markup=False)
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self.say("")
        self.rows.note.go(0)

    @property
    def workout(self) -> Workout:
        """Workout with the present answers and bouts."""
        return self.rows.answered(self._counted)

    @property
    def corrected(self) -> int:
        """Number of bouts with another count."""
        return corrections(self.before, self._counted)

    @property
    def does(self) -> str:
        """Label of Enter, where it does not open the bouts."""
        return ""

    @property
    def loss(self) -> str:
        """Loss on leaving now, in the words of a card."""
        return ""

    def write(self, workout: Workout) -> str:
        """Write the workout; return a sentence where that fails, or ""."""
        raise NotImplementedError

    def begin_with(self, workout: Workout, bouts: tuple[BoutRecord, ...]) -> None:
        """Start with another workout, and these bouts; the answers stay."""
        self.before = workout
        self._counted = replace(workout, bouts=bouts)

    def redraw(self) -> None:
        """Draw the parts that depend on width, answers and counts."""
        self.rows.show(self._counted, self.corrected)
        self._table.display = bool(self._counted.bouts)
        self._table.show(self._counted)
        self._say_does()

    def _say_does(self) -> None:
        writing = isinstance(self.focused, Input)
        does = "look through the sets" if self.rows.at is self.rows.bouts else self.does
        self.foot("take the note" if writing else does, typing=writing)

    def say(self, words: str) -> None:
        """Show what went wrong."""
        said = self.query_one("#said", Static)
        said.display = bool(words)
        said.update(words)

    def on_row_changed(self, event: Row.Changed) -> None:
        self.say("")
        self.redraw()

    def on_descendant_focus(self) -> None:
        self._say_does()

    def on_input_changed(self) -> None:
        self.redraw()

    @on(Input.Submitted)
    def leave_note(self) -> None:
        """Take the note with Enter, and do no more."""
        self.rows.note.row.focus()

    def action_take(self) -> None:
        """Open the bouts, or write the workout."""
        if self._held.swallows("take"):
            return
        if self.rows.at is self.rows.bouts:
            self.action_bouts()
        else:
            self.keep()

    def keep(self) -> None:
        """Write and leave; where that fails, stay with all answers."""
        workout = self.workout
        if problem := self.write(workout):
            self.say(problem)
        else:
            self.dismiss(workout)

    def action_row(self, by: int) -> None:
        """Go to the next or the previous row."""
        self.rows.note.go(by)

    def action_next(self) -> None:
        """Go to the next row; past the last one write the workout: a clicker needs no other key."""
        if not self.rows.note.go(1) and not self._held.swallows("take"):
            self.keep()

    def action_side(self, by: int) -> None:
        """Choose the next answer; at the note, write."""
        if isinstance(self.row, NoteRow):
            self.rows.note.write()
        else:
            super().action_side(by)

    def action_turn(self) -> None:
        """Choose the next answer, going round; ignore a key that led here."""
        if not self._held.swallows("turn"):
            super().action_turn()

    def action_take_back(self) -> None:
        """Take the answer back, to unanswered."""
        if isinstance(self.row, AnswerRow):
            self.row.choose(None)

    def cues(self, bout: BoutRecord) -> tuple[str, ...]:
        """Cues of a bout, as far as they are known."""
        return self._book.cues(self._counted.session, bout.exercise)

    @on(BoutsRow.Wanted)
    def action_bouts(self) -> None:
        """Open the bouts; those never reached can be given a count too."""
        if self._counted.bouts:
            self.app.push_screen(CorrectScreen(correctable(self._counted), cues=self.cues), self._looked)

    def _looked(self, workout: Workout | None) -> None:
        """Take the corrected bouts."""
        self._held = Held()
        before, pain = self.corrected, self._counted.pain
        if workout is not None:
            self._counted = as_corrected(self.before, workout)
        if self._counted.pain != pain:
            self.rows.hurts(self._counted.pain)
        if self.corrected != before:
            self.rows.confirm()
            if self.rows.at is self.rows.bouts:
                self.rows.note.go(1)
        self.redraw()

    def action_leave(self) -> None:
        """Leave; ask first where something would be lost."""
        if self._held.swallows("leave"):
            return
        if not self.loss:
            self.dismiss(None)
            return
        answers = [
            CardChoice("keep", "Keep", "k"),
            CardChoice("drop", "Throw away", "t"),
            CardChoice("on", "Go on", "g"),
        ]
        self.app.push_screen(Card(self.loss, answers, blocks=False, harmless=2), self._leave)

    def _leave(self, answer: str | None) -> None:
        self._held = Held()
        if answer == "keep":
            self.keep()
        elif answer == "drop":
            self.dismiss(None)


def correctable(workout: Workout) -> Workout:
    """Workout in which every bout has a result; its seconds stay 0 when it gets a count: nobody measured any."""
    return replace(workout, bouts=tuple(_with_result(bout) for bout in workout.bouts))


def _with_result(bout: BoutRecord) -> BoutRecord:
    return bout if bout.result is not None else replace(bout, result=NOT_REACHED)


def as_corrected(before: Workout, after: Workout) -> Workout:
    """Corrected workout; a bout that was open before and got no count stays open."""
    pairs = zip(before.bouts, after.bouts, strict=True)
    return replace(after, bouts=tuple(old if new == _with_result(old) else new for old, new in pairs))


def corrections(before: Workout, after: Workout) -> int:
    """Number of bouts that differ."""
    return sum(old != new for old, new in zip(before.bouts, after.bouts, strict=True))

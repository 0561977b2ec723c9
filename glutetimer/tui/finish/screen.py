"""Finish after the last bout: the results, and a few questions. The record is safe already; each answer amends it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from glutetimer.core.pain.advice import still_said
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.answers import answered
from glutetimer.core.record.duration import took
from glutetimer.core.record.record import Workout, did_something
from glutetimer.core.record.summary import sentence
from glutetimer.core.text.english import clock
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.finish.correct import CorrectScreen, Cues
from glutetimer.tui.finish.questions import Questions
from glutetimer.tui.finish.rows import CountedRow
from glutetimer.tui.finish.table import PlannedDone
from glutetimer.tui.widgets.blocks import Blocks
from glutetimer.tui.widgets.held_keys import Held
from glutetimer.tui.widgets.keys import FINISH, bindings
from glutetimer.tui.widgets.note_row import NoteRow
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import Row

#: Sentences of advice on a pain of a workout.
Advises = Callable[[Telling, Workout], Sequence[str]]


def says_nothing(told: Telling, workout: Workout) -> Sequence[str]:
    """Give no advice, where the earlier pains are unknown."""
    return ()


#: Keys that the body would take for scrolling, and the line of the note does not need.
_FIRST = frozenset({"up", "down", "pageup", "pagedown", "tab", "shift+tab"})


def _bindings() -> list[BindingType]:
    """Bind the keys: letters stay with the note; those that move between the questions go before the body's own."""
    found = [binding for binding in bindings(FINISH) if isinstance(binding, Binding)]
    return [dataclasses.replace(binding, priority=True) if binding.key in _FIRST else binding for binding in found]


class FinishScreen(Page[Workout]):
    """Dismisses with the workout as answered. `amend` makes each answer durable at once."""

    TABLE = FINISH
    BINDINGS: ClassVar[list[BindingType]] = _bindings()
    CSS_PATH = "screen.tcss"

    def __init__(
        self,
        workout: Workout,
        saved: str,
        amend: Callable[[Workout], None],
        cues: Cues = lambda bout: (),
        advises: Advises = says_nothing,
        beside: Mapping[str, str] | None = None,
    ) -> None:
        """`saved` is the path of the record, "" where no folder took it; `advises` gives the advice on a pain.

        `beside` is the range and the last time of each exercise, by id.
        """
        super().__init__()
        self._beside = beside
        self._cues = cues
        self._amend = amend
        self._advises = advises
        self._saved = saved
        self._before = workout  # as it was when the screen opened
        self._counted = workout  # with corrected bouts, but no answers of this screen
        self._workout = workout
        self._held = Held()
        self._questions = Questions(workout)

    def body(self) -> ComposeResult:
        yield Blocks(_praise(self._workout), 5, id="praise").set_class(self._workout.state == "early", "-early")
        yield Static(id="sentence", markup=False)
        yield PlannedDone(self._workout, self._beside, id="table")
        yield self._questions

    def on_mount(self) -> None:
        self._questions.counted.focus()

    def redraw(self) -> None:
        """Draw the parts that depend on the width and on the counts."""
        workout = self._workout
        praise = f" · {_praise(workout).lower()}" if self.has_class("-low") else ""
        left = f"{'Saved' if self._saved else 'Not saved'}{praise}"
        took = _took(workout)
        room = self.query_one("#head").size.width - len(left) - len(took) - 2
        self.head(left, f"{shorten(workout.name, room)}{took}", "bold" if self._saved else "bold $error")
        self.query_one("#sentence", Static).update(sentence(workout))
        self.query_one(PlannedDone).show(workout)
        self._say()

    def _say(self) -> None:
        told = self._questions.telling
        says = (*still_said(self._workout), *(self._advises(told, self._counted) if told else ()))
        self._questions.advise(tuple(dict.fromkeys(says)))
        self.foot(self._questions.does, typing=isinstance(self.focused, Input))

    def _tell(self) -> None:
        """Save the workout with the present answers, if anything is new."""
        workout = answered(self._counted, self._questions.answers)
        if workout != self._workout:
            self._workout = workout
            self._amend(workout)

    def on_row_changed(self, event: Row.Changed) -> None:
        """Save a new answer; only the first row's Yes waits for Enter."""
        self._tell()
        self._say()

    def on_descendant_focus(self) -> None:
        """Show what Enter does here."""
        self._say()

    def on_input_changed(self) -> None:
        """Show what Enter does: leave out an empty note, take another."""
        self._say()

    def on_input_blurred(self) -> None:
        """Save the note as it is written."""
        self._tell()

    @on(Input.Submitted)
    @on(CountedRow.Given)
    def action_take(self) -> None:
        """Take the answer and go to the next question; after the last one leave."""
        counted = self._questions.counted
        if self._held.swallows("take"):
            return
        if self._questions.at is counted and counted.value == "correct":
            self._open_bouts()
            return
        counted.taken = counted.taken or self._questions.at is counted
        self._tell()
        if not self._questions.note.go(1):
            self.action_leave()

    def action_row(self, by: int) -> None:
        """Go to the next or the previous question; above the first, scroll up to the results."""
        if not self._questions.note.go(by) and by < 0:
            self.query_one("#body").scroll_home(animate=False)

    def action_side(self, by: int) -> None:
        """Choose the next answer; at the note, write."""
        if isinstance(self.row, NoteRow):
            self._questions.note.write()
        else:
            super().action_side(by)

    def action_turn(self) -> None:
        """Choose the next answer, going round; ignore the key that ended the run while it is held down."""
        if not self._held.swallows("turn"):
            super().action_turn()

    def action_correct(self) -> None:
        """Open the list of bouts."""
        if not self._held.swallows("correct"):
            self._open_bouts()

    def _open_bouts(self) -> None:
        self.app.push_screen(CorrectScreen(self._counted, self._recount, self._cues), self._corrected)

    def _recount(self, workout: Workout) -> None:
        """Save a corrected count before the runner comes back."""
        self._counted = workout
        self._tell()

    def _corrected(self, workout: Workout | None) -> None:
        """Come back from the bouts: the runner has looked, and the answer is now that all is as counted."""
        self._held = Held()
        counted = self._questions.counted
        pairs = zip(self._before.bouts, self._counted.bouts, strict=True)
        counted.corrections(sum(before != now for before, now in pairs))
        counted.taken = True
        self._questions.hurt(self._counted.pain)
        self._tell()
        self.redraw()
        if self._questions.at is counted:
            self._questions.note.go(1)

    def action_leave(self) -> None:
        """Save and leave."""
        if not self._held.swallows("leave"):
            self._tell()
            self.dismiss(self._workout)


def _took(workout: Workout) -> str:
    """Length of the workout: " · 21:40", " · about 21:40" where nobody measured it."""
    known = took(workout)
    return f" · {'about ' if known.about else ''}{clock(known.seconds)}" if known.seconds else ""


def _praise(workout: Workout) -> str:
    """Praise in blocks on top: kind and true, also where little was done."""
    tried = sum(did_something(bout.result) for bout in workout.bouts)
    if workout.state != "early" and tried * 2 >= len(workout.bouts):
        return "Well done"
    return "Good work" if tried else "Next time"

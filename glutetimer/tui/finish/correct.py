"""List of all bouts of a workout, to look through and to correct."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from glutetimer.core.record.answers import form_broken, form_held, with_bouts
from glutetimer.core.record.record import BoutRecord, MorePain, Workout, is_known, is_uncounted
from glutetimer.core.run.actions.again import beside
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.finish.bout_row import BoutRow
from glutetimer.tui.finish.bout_text import columns, which_bout
from glutetimer.tui.run.cards import CUE, MOST_CUES
from glutetimer.tui.run.pain_cards import ask_of
from glutetimer.tui.widgets.held_keys import Held
from glutetimer.tui.widgets.keys import CORRECT, bindings
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import Row

#: Cues of a bout, as far as they are known.
Cues = Callable[[BoutRecord], Sequence[str]]
#: Answers: the form did not break; change nothing.
HELD, BACK = "held", "back"


class CorrectScreen(Page[Workout]):
    """Dismisses with the corrected workout; `changed` is called after each correction."""

    TABLE = CORRECT
    BINDINGS: ClassVar[list[BindingType]] = bindings(CORRECT, first=True)
    CSS_PATH = "correct.tcss"

    def __init__(
        self, workout: Workout, changed: Callable[[Workout], None] | None = None, cues: Cues = lambda bout: ()
    ) -> None:
        super().__init__()
        self._workout = workout
        self._cues = cues
        self._changed = changed
        self._held = Held()
        self._rows: list[BoutRow] = []
        self._more_pain = workout.more_pain

    def body(self) -> ComposeResult:
        shared, above = columns(self._workout.bouts, self.app.size.width), ("", "")
        for bout in self._workout.bouts:
            which = (bout.exercise, bout.name)
            self._rows.append(BoutRow(bout, shared, named=which != above))
            self._rows[-1].set_class(any(above) and which != above, "-first")
            above = which
        with Vertical(id="correcting"):
            with VerticalScroll(id="bouts", can_focus=False):
                yield from self._rows
            yield Static(id="about", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Focus the first bout that nobody counted, else the first that was not as planned."""
        open_ = [row for row in self._rows if is_uncounted(row.bout.result)]
        off = [row for row in self._rows if row.bout.result is None or row.bout.result.outcome != "done"]
        for first in [*open_, *off, *self._rows][:1]:
            first.focus()

    def redraw(self) -> None:
        """Lay out the columns for this width."""
        self.head("Correct a set", self._by_hand())
        self.foot("keep these counts")
        if self._rows:
            shared = columns(self._workout.bouts, self.query_one("#bouts").scrollable_content_region.width)
            for row in self._rows:
                row.shared = shared
                row.refresh()

    def _by_hand(self) -> str:
        results = (bout.result for bout in self._workout.bouts)
        count = sum(bool(result and result.counted_by == "hand" and is_known(result)) for result in results)
        return f"{count} of {len(self._rows)} by hand"

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the whole bout below, also the part that does not fit into its row."""
        self._say()

    def on_row_changed(self, event: Row.Changed) -> None:
        """Take another count."""
        self._workout = with_bouts(self._workout, tuple(row.bout for row in self._rows), self._more_pain)
        if self._changed is not None:
            self._changed(self._workout)
        self.head("Correct a set", self._by_hand())
        self._say()

    def _say(self) -> None:
        row = self.row
        self.query_one("#about", Static).update(row.about if isinstance(row, BoutRow) else "")

    def action_take_back(self) -> None:
        """Take back a pain that was entered by mistake."""
        if isinstance(self.row, BoutRow):
            self.row.take_back()

    @work
    async def action_pain(self) -> None:
        """Ask about a pain in this bout, as the run does; an earlier pain stays beside it."""
        if not isinstance(row := self.row, BoutRow) or row.bout.result is None:
            return
        name = " ".join(filter(None, [row.bout.name, *which_bout(row.bout)]))
        told = await ask_of(self.app.push_screen_wait, name, row.bout.side)
        self._held = Held()
        if told is not None:
            new = MorePain(self._rows.index(row) + 1, told.score, told.place, told.side, told.flag)
            result, self._more_pain = beside(row.bout.result, self._more_pain, new)
            row.hurt(result)

    def action_form(self) -> None:
        """Ask whether the form broke, and which cue went first."""
        if isinstance(row := self.row, BoutRow) and form_broken(row.bout, "") != form_held(row.bout):
            self.app.push_screen(_form_card(row.bout, self._cues(row.bout)), partial(self._formed, row))

    def _formed(self, row: BoutRow, answer: str | None) -> None:
        self._held = Held()
        if answer == HELD:
            row.form(None)
        elif answer is not None and answer.startswith(CUE):
            row.form(answer.removeprefix(CUE))

    def action_leave(self) -> None:
        """Keep these counts."""
        if not self._held.swallows("leave"):
            self.dismiss(self._workout)


def _form_card(bout: BoutRecord, cues: Sequence[str]) -> Card:
    """Card that asks which cue went first, with the present answer marked."""
    broke = bout.result is not None and bout.result.outcome == "form-broke"
    reason = bout.result.reason if bout.result else ""
    known = list(dict.fromkeys([*cues[:MOST_CUES], *filter(None, [reason])]))
    choices = [CardChoice(f"{CUE}{cue}", cue, str(number)) for number, cue in enumerate(known, 1)]
    choices.append(CardChoice(CUE, "Something else", str(len(choices) + 1)))
    chosen = known.index(reason) if broke and reason else len(known) if broke else 0
    choices += [CardChoice(HELD, "It did not break")] if broke else []
    choices.append(CardChoice(BACK, "Back"))
    which = ", ".join(filter(None, [bout.name, *which_bout(bout)]))
    text = ["What went first? The rep in which it broke does not count."]
    return Card(f"Form broke · {which}", choices, text=text, chosen=chosen, harmless=len(choices) - 1)

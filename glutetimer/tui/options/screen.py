"""Options screen: a session as it is done today: rounds, kit, pace; and each exercise's own doses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from glutetimer.core.defaults import today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.options import Options
from glutetimer.core.ports import Program
from glutetimer.core.session.session import Session
from glutetimer.core.text.english import minutes
from glutetimer.core.values import replace
from glutetimer.tui.options.about import About
from glutetimer.tui.options.edit import of_the_day
from glutetimer.tui.options.rows import ExerciseRow, OptionRows
from glutetimer.tui.options.save_as import NameBar, keep, proposed
from glutetimer.tui.options.state import advice, case_of
from glutetimer.tui.widgets.keys import OPTIONS, bindings
from glutetimer.tui.widgets.page import Foot, Page
from glutetimer.tui.widgets.row import Row


class OptionsAnswer(Struct, frozen=True):
    """Answer of the screen: the options of a session, to start at once or not.

    `session` is the id of the session itself, or of the one that it was saved as.
    """

    session: str
    options: Options
    start: bool


class OptionsScreen(Page[OptionsAnswer]):
    """Rows for the whole session, a table of its exercises, a sentence on the row with the cursor."""

    TABLE = OPTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings(OPTIONS)
    CSS_PATH = "screen.tcss"

    def __init__(
        self, program: Program, session: Session, options: Options, last: Mapping[str, tuple[int, ...]] | None = None
    ) -> None:
        """`options` are the first ones; `u` goes back to the usual options by the settings.

        `last` is what was done last time, by exercise id.
        """
        super().__init__()
        self._last = last or {}
        self._program = program
        usual = replace(today(session, program.config, Past()), strength=options.strength)
        self._case = case_of(session, options, usual, program.config.bands)
        self._saved: tuple[str, Options] | None = None

    def body(self) -> ComposeResult:
        with Vertical(id="options"):
            yield OptionRows(self._case)
            yield About(self._last)
        yield NameBar(id="naming")

    def on_mount(self) -> None:
        self._ask_name(False)
        self._show()
        self.query(Row).first().focus()

    def redraw(self) -> None:
        """Give the rows the room that the sentences below them leave."""
        below = 2 if self.has_class("-low") else 4
        self.query_one(OptionRows).styles.max_height = max(3, self.query_one("#options").size.height - below)
        self._say_length()
        self._explain()

    def _take(self, options: Options) -> None:
        """Take other options: compile the plan, and show it."""
        case = self._case
        if options == case.options:
            return
        self._case = case_of(case.session, options, case.usual, case.bands)
        self.query_one(About).say("")
        self._show()

    def _show(self) -> None:
        self.query_one(OptionRows).show(self._case)
        self._say_length()
        self._explain()

    def _say_length(self) -> None:
        plan = self._case.plan
        stuck = "no time for a set" if self._case.todo.exercises else "nothing left to do"
        self.head(f"{self._case.session.name} · options", minutes(plan.seconds) if plan else stuck)
        self.foot("start" if plan else "")

    def _explain(self) -> None:
        self.query_one(About).show(self._case, low=self.has_class("-low"))

    def _say(self, text: str, style: str = "bold") -> None:
        self.query_one(About).say(text, style)
        self._explain()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Close the line for a name when a row gets the keys."""
        if isinstance(event.widget, Row):
            self._ask_name(False)
            self.query_one(About).at(event.widget)
            self._explain()

    def on_row_changed(self, event: Row.Changed) -> None:
        """Take a value that was chosen by a key or a click."""
        self._take(self.query_one(OptionRows).changed(event.row))

    def on_exercise_row_asked(self, event: ExerciseRow.Asked) -> None:
        """Take a change of an exercise."""
        self._take(self.query_one(OptionRows).asked(event))

    def on_exercise_row_moved(self) -> None:
        """Clear the message for another cell."""
        self._say("")

    def action_start(self) -> None:
        """Start with these options; where nothing is left to do, show what helps."""
        if self._case.plan is None:
            self._say(advice(self._case))
        else:
            self.dismiss(self._answer(start=True))

    def action_undo(self) -> None:
        """Set everything back to usual."""
        self._take(self._case.usual)

    def action_leave(self) -> None:
        """Close the line for a name, or leave the screen."""
        if self.query_one(NameBar).display:
            self._to_rows()
        else:
            self.dismiss(self._answer(start=False))

    def _answer(self, *, start: bool) -> OptionsAnswer:
        """Answer of the screen; a saved session without later changes is that session as written."""
        case = self._case
        if self._saved is not None and self._saved[1] == case.options:
            return OptionsAnswer(self._saved[0], of_the_day(case.options, case.usual), start)
        return OptionsAnswer(case.session.id, case.options, start)

    def action_row(self, by: int) -> None:
        """Go to another row; not while a name is typed."""
        if not self.query_one(NameBar).display:
            super().action_row(by)

    def action_side(self, by: int) -> None:
        super().action_side(by)
        self._settle()

    def action_more(self, by: int) -> None:
        super().action_more(by)
        self._settle()

    def action_flip(self) -> None:
        super().action_flip()
        self._settle()

    def _settle(self) -> None:
        """Apply the change of a key before the next key, which may come before the row's message."""
        if self.row is not None:
            self._take(self.query_one(OptionRows).changed(self.row))

    def action_save(self) -> None:
        """Ask for a name, in place of the foot."""
        self._ask_name(True)
        self.query_one(NameBar).ask(proposed(self._case.session.name))
        self._say("Keep it like this as a session of your own.", "$text-muted")

    def on_name_bar_named(self, event: NameBar.Named) -> None:
        """Save under this name, or not at all."""
        if event.name is None:
            self._to_rows()
            return
        kept, said = keep(self._program, self._case.session, self._case.options, event.name)
        if kept:
            self._saved = (kept, self._case.options)
            self._to_rows()
        self._say(said, "bold $success" if kept else "bold $error" if event.name else "bold")

    def _to_rows(self) -> None:
        about = self.query_one(About)
        about.say("")
        (about.row or self.query(Row).first()).focus()

    def _ask_name(self, asked: bool) -> None:
        self.query_one(Foot).display = not asked
        self.query_one(NameBar).display = asked

"""Home screen: its keys for choosing a session."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.tui.home.morning import MorningRow
from glutetimer.tui.home.page import Chosen, HomePage
from glutetimer.tui.home.preview import Preview
from glutetimer.tui.home.session_list import SessionList
from glutetimer.tui.options.edit import with_minutes
from glutetimer.tui.widgets.held_keys import ON_AND_ON
from glutetimer.tui.widgets.keys import HOME, bindings

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Mode, Options
    from glutetimer.core.session.session import Session
    from glutetimer.core.settings.config import Config

__all__ = ["Chosen", "HomeScreen"]


class HomeScreen(HomePage):
    """Sessions on the left, the marked one in detail on the right. Dismisses with the choice, None to leave."""

    TABLE = HOME
    AUTO_FOCUS = "#sessions"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME, first=True)

    def on_option_list_option_highlighted(self) -> None:
        """Show a newly marked session."""
        if self.session is not None and self.session.id != self._marked:
            self._led_here = None
        self._show_marked()

    def on_option_list_option_selected(self) -> None:
        """Start the marked session by a click on it."""
        self._led_here = None
        self.action_start("full")

    def action_main(self) -> None:
        """Start the marked session, unless the key is held down since the finish.

        On the row of the morning after it writes down the answer.
        """
        if self._led_here is not None and self._led_here.swallows():
            self.foot(f"wait {ON_AND_ON:g} s, then: start {self.session.name if self.session else ''}")
            return
        if self._morning.row.has_focus:
            self.action_morning(self._morning.row.cursor)
            return
        self.action_start("full")

    def action_start(self, mode: Mode) -> None:
        """Start the marked session: all of it, or one round after or before a run."""
        session = self.session
        if session is None:
            return
        with suppress(EmptyPlan):  # the screen says this already
            compile_plan(session, self._day.options(session, mode))
            self.dismiss(Chosen(session.id, self._day.options(session, mode)))

    def action_minutes(self, by: int) -> None:
        """Set fewer minutes at hand, or more."""
        if (session := self.session) is not None:
            self.keep(session, with_minutes(session, self._day.options(session), by))

    def keep(self, session: Session, options: Options) -> None:
        """Keep these options of the session for the rest of today."""
        self._day.keep(session, options)
        self._fill()

    def _keep_as(self, session: Session, id_: str, options: Options) -> None:
        """Keep the options of a saved session: where it has another name, mark it and leave the old one as it was."""
        saved = next((other for other in self._sessions if other.id == id_), session)
        if saved.id != session.id:
            self._day.forget(session)
            self._fill(saved.id)
        self.keep(saved, options)

    def action_options(self) -> None:
        """Change how the marked session is done today."""
        from glutetimer.tui.options.screen import OptionsAnswer, OptionsScreen

        def take(session: Session, answer: OptionsAnswer | None) -> None:
            if answer is not None:
                self._read()  # a saved session may be new in the list
                self._keep_as(session, answer.session, answer.options)
                if answer.start:
                    self.action_start("full")

        if (session := self.session) is not None:
            self.app.push_screen(
                OptionsScreen(self._program, session, self._day.options(session), self._log.past.done),
                partial(take, session),
            )

    def action_settings(self) -> None:
        """Open the settings, which hold for every session."""
        from glutetimer.tui.settings.screen import SettingsScreen

        before = self._program.config
        self.app.push_screen(SettingsScreen(self._program), lambda _: self._settle(before))

    def _settle(self, before: Config) -> None:
        """Forget the choices for today where the settings have changed."""
        if self._program.config != before:
            self._day.forget_all()
        self._fill()

    @work
    async def action_log(self) -> None:
        """Open the log; records may be corrected there."""
        from glutetimer.tui.log.navigate import look_back

        await look_back(self.app, self._program)
        self._look_back()

    def action_introduction(self) -> None:
        """Show the first start again."""
        from glutetimer.tui.welcome.screen import FirstScreen

        def take(before: Config, wanted: str | None) -> None:
            self._settle(before)
            for session in self._sessions:
                if session.id == wanted:
                    self.dismiss(Chosen(session.id, self._day.options(session)))

        self.app.push_screen(FirstScreen(self._program), partial(take, self._program.config))

    def action_next(self) -> None:
        """Mark the next session, going round; after the last one come the answers for the morning after."""
        sessions = self.query_one(SessionList)
        if self._morning.next(past_the_last=sessions.highlighted == len(self._sessions) - 1):
            self._led_here = None
        else:
            sessions.focus()
            sessions.next()
        self._show_marked()

    @on(MorningRow.Given)
    def _morning_given(self, event: MorningRow.Given) -> None:
        self.action_morning(event.number)

    def action_morning(self, number: int) -> None:
        """Answer how the pain was the morning after; read the log again with it."""
        if self._morning.give(number):
            self.action_sessions()
            self._look_back()
            self.call_after_refresh(self._show_marked)

    def on_descendant_focus(self) -> None:
        """Show what the main key does here."""
        self._show_marked()

    def action_preview(self) -> None:
        """Scroll the preview; in a narrow window it takes the list's place. On a row: next answer."""
        if self._morning.row.has_focus:
            self.action_side(1)
            return
        self.add_class("-previewing")
        self.query_one(Preview).focus()
        self.call_after_refresh(self.redraw)

    def action_list(self) -> None:
        """Go back to the list. On a row: answer before."""
        if self._morning.row.has_focus:
            self.action_side(-1)
            return
        self.action_sessions()

    def action_sessions(self) -> None:
        """Go back to marking sessions."""
        self.remove_class("-previewing")
        self.query_one(SessionList).focus()
        self._show_marked()

    def action_leave(self) -> None:
        """Leave the preview, or the program."""
        if self.has_class("-previewing"):
            self.action_list()
        else:
            self.dismiss(None)

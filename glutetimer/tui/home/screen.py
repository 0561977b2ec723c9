"""The list of sessions to choose from, and what the marked one holds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from glutetimer.core.defaults import today
from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.ports import Program
from glutetimer.core.session.session import Session
from glutetimer.core.settings.config import Config
from glutetimer.tui.home.log import HomeLog, last_weeks
from glutetimer.tui.home.morning import HomeMorning, MorningRow
from glutetimer.tui.home.preview import Preview
from glutetimer.tui.home.session_list import SessionList, entry_of
from glutetimer.tui.options.edit import with_minutes
from glutetimer.tui.widgets.key_repeat import ON_AND_ON, OnAndOn
from glutetimer.tui.widgets.keys import HOME, bindings
from glutetimer.tui.widgets.page import Page

#: Weeks beside the list.
WEEKS = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session to start, and how."""

    session: str
    options: Options


class HomeScreen(Page[Chosen | None]):
    """Sessions on the left, what the marked one holds on the right. Dismisses with the choice, None to leave."""

    TABLE = HOME
    AUTO_FOCUS = "#sessions"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME, first=True)

    def __init__(
        self,
        program: Program,
        today: date,
        changed: dict[str, Options],
        marked: str = "",
        *,
        ran: bool = False,
        now: datetime | None = None,
    ) -> None:
        """`changed` keeps what was chosen for today, by session, for as long as the program runs.

        `ran` where a workout is just over: the main key may still be meant for its questions. `now`
        is the clock's if not given.
        """
        super().__init__()
        self._led_here = OnAndOn() if ran else None
        self._program = program
        self._today = today
        self._changed = changed
        self._marked = marked
        self._sessions: Sequence[Session] = ()
        self._log = HomeLog(program)
        self._morning = HomeMorning(program, now or datetime.now().astimezone())

    def body(self) -> ComposeResult:
        yield self._morning
        with Horizontal(id="choose"):
            with Vertical(id="left"):
                yield SessionList(id="sessions")
                yield Static(id="unread", markup=False)
                yield Static(id="weeks", markup=False)
            yield Preview(id="right")

    def on_mount(self) -> None:
        self._read()
        self._look_back()

    def on_unmount(self) -> None:
        """Nobody looks any more: neither the end of the program nor a run waits for the log, nor shares a core."""
        self._program.look_away()

    @work
    async def _look_back(self) -> None:
        """The log is read beside the screen, which is there at once."""
        await self._log.read(self._fill)

    @property
    def session(self) -> Session | None:
        """The marked session."""
        index = self.query_one(SessionList).highlighted
        return self._sessions[index] if index is not None and index < len(self._sessions) else None

    def options(self, session: Session, mode: Mode = "full") -> Options:
        """How the session would be done now."""
        chosen = self._changed.get(session.id)
        if chosen is None:
            chosen = self._usual(session)
        return chosen if mode == "full" else replace(chosen, mode=mode, rounds=None)

    def _usual(self, session: Session) -> Options:
        return today(session, self._program.config, self._log.past)

    def redraw(self) -> None:
        """Another width: the list, too, is another one."""
        self._fill()

    def _read(self) -> None:
        """The sessions anew; the mark stays where it was."""
        marked = self.session
        self._marked = marked.id if marked else self._marked
        self._sessions = self._program.sessions()
        unread = "\n".join(f"■ {problem}" for problem in self._program.complaints())
        self.query_one("#unread", Static).update(unread)
        self.query_one("#unread").display = bool(unread)
        self._fill(self._marked)

    def _fill(self, marked: str = "") -> None:
        """The list as everything is now."""
        marked = marked or (self.session.id if self.session else self._marked)
        past = self._log.past
        if self._morning.ask(past):
            self.call_after_refresh(self._show_marked)  # There is less room for the preview now.
        told = ((session, self.options(session), past.last.get(session.id)) for session in self._sessions)
        entries = [entry_of(*one, self._today, sure=self._log.known) for one in told]
        self.query_one(SessionList).fill(entries, marked, apart=not self.has_class("-low"))
        self.query_one("#weeks", Static).update(last_weeks(self._log.weeks(self._today, WEEKS)))
        self._show_marked()

    def _show_marked(self) -> None:
        alone = self.has_class("-narrow") and self.has_class("-previewing")
        self.head("← list" if alone else "glutetimer", self._log.lately(self._today))
        session = self.session
        if session is None:
            self.foot("")
            return
        self.query_one(SessionList).mark()
        one_round, named = self.options(session, "post-run"), self.has_class("-wide")
        can = self.query_one(Preview).show(session, self.options(session), one_round, named=named)
        changed = " as changed" if self._is_changed(session) else ""
        starts = f"start {session.name}{changed}" if can else ""
        self.foot(self._morning.does if self._morning.row.has_focus else starts)

    def _is_changed(self, session: Session) -> bool:
        """Whether it is done otherwise than usual; which band is in use changes nothing that is done."""
        chosen, usual = self._changed.get(session.id), self._usual(session)
        return chosen is not None and replace(chosen, strength=usual.strength) != usual

    def on_option_list_option_highlighted(self) -> None:
        """Another session is marked."""
        if self.session is not None and self.session.id != self._marked:
            self._led_here = None
        self._show_marked()

    def on_option_list_option_selected(self) -> None:
        """A click on the marked session starts it."""
        self._led_here = None
        self.action_start("full")

    def action_main(self) -> None:
        """Start the marked session, unless the key is pressed on and on through the finish and home.

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
        with suppress(EmptyPlan):  # said on the screen already
            compile_plan(session, self.options(session, mode))
            self.dismiss(Chosen(session.id, self.options(session, mode)))

    def action_minutes(self, by: int) -> None:
        """Fewer minutes at hand, or more."""
        if (session := self.session) is not None:
            self.keep(session, with_minutes(session, self.options(session), by))

    def keep(self, session: Session, options: Options) -> None:
        """Do the session like this for the rest of today; as usual is no change."""
        self._changed[session.id] = options
        if options == self._usual(session):
            del self._changed[session.id]
        self._fill()

    def _keep_as(self, session: Session, id_: str, options: Options) -> None:
        """The same where a session was saved under another name: that one is marked, the old one is as it was."""
        saved = next((other for other in self._sessions if other.id == id_), session)
        if saved.id != session.id:
            self._changed.pop(session.id, None)
            self._fill(saved.id)
        self.keep(saved, options)

    def action_options(self) -> None:
        """Change how the marked session is done today."""
        from glutetimer.tui.options.screen import OptionsAnswer, OptionsScreen

        def take(session: Session, answer: OptionsAnswer | None) -> None:
            if answer is not None:
                self._read()  # one's own session may be new in the list
                self._keep_as(session, answer.session, answer.options)
                if answer.start:
                    self.action_start("full")

        if (session := self.session) is not None:
            self.app.push_screen(OptionsScreen(self._program, session, self.options(session)), partial(take, session))

    def action_settings(self) -> None:
        """The settings, which hold for every session."""
        from glutetimer.tui.settings.screen import SettingsScreen

        before = self._program.config
        self.app.push_screen(SettingsScreen(self._program), lambda _: self._settle(before))

    def _settle(self, before: Config) -> None:
        """Other settings go before what was chosen for today under the old ones."""
        if self._program.config != before:
            self._changed.clear()
        self._fill()

    @work
    async def action_log(self) -> None:
        """What was done; it may have been corrected there."""
        from glutetimer.tui.log.navigate import look_back

        await look_back(self.app, self._program)
        self._look_back()

    def action_introduction(self) -> None:
        """The first start again."""
        from glutetimer.tui.welcome.screen import FirstScreen

        def take(before: Config, wanted: str | None) -> None:
            self._settle(before)
            for session in self._sessions:
                if session.id == wanted:
                    self.dismiss(Chosen(session.id, self.options(session)))

        self.app.push_screen(FirstScreen(self._program), partial(take, self._program.config))

    def action_next(self) -> None:
        """Mark the next session, round; after the last one come the answers for the morning after."""
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
        """How the pain was the morning after; the log is read again for it."""
        if self._morning.give(number):
            self.action_sessions()
            self._look_back()
            self.call_after_refresh(self._show_marked)

    def on_descendant_focus(self) -> None:
        """Say what the main key does here."""
        self._show_marked()

    def action_preview(self) -> None:
        """Look through the preview; in a narrow window it takes the list's place. On a row: the next answer."""
        if self._morning.row.has_focus:
            self.action_side(1)
            return
        self.add_class("-previewing")
        self.query_one(Preview).focus()
        self.call_after_refresh(self.redraw)

    def action_list(self) -> None:
        """Back to the list. On a row: the answer before."""
        if self._morning.row.has_focus:
            self.action_side(-1)
            return
        self.action_sessions()

    def action_sessions(self) -> None:
        """Mark sessions again."""
        self.remove_class("-previewing")
        self.query_one(SessionList).focus()
        self._show_marked()

    def action_leave(self) -> None:
        """Out of the preview, or out of the program."""
        if self.has_class("-previewing"):
            self.action_list()
        else:
            self.dismiss(None)

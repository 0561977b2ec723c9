"""Home page: sessions on the left, the marked one in detail on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from glutetimer.tui.home.log import HomeLog, last_weeks
from glutetimer.tui.home.morning import HomeMorning
from glutetimer.tui.home.preview import Preview
from glutetimer.tui.home.session_list import SessionList, entry_of
from glutetimer.tui.home.today import Today
from glutetimer.tui.widgets.held_keys import OnAndOn
from glutetimer.tui.widgets.page import Page

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Options
    from glutetimer.core.ports import Program
    from glutetimer.core.session.session import Session

#: Number of weeks beside the list.
WEEKS = 8


class Chosen(Struct, frozen=True):
    """Session to start, and its options."""

    session: str
    options: Options


class HomePage(Page[Chosen | None]):
    """Shows the sessions, the log of the last weeks, the marked session. `HomeScreen` adds the keys."""

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
        """`changed` keeps the choices for today, by session, for as long as the program runs.

        `ran` just after a workout: the main key may still be meant for its questions. `now` is the clock's if not
        given.
        """
        super().__init__()
        self._led_here = OnAndOn() if ran else None
        self._program = program
        self._today = today
        self._marked = marked
        self._sessions: Sequence[Session] = ()
        self._log = HomeLog(program)
        self._day = Today(program, self._log, changed)
        self._morning = HomeMorning(program, now or datetime.now().astimezone())

    def body(self) -> ComposeResult:
        yield self._morning
        with Horizontal(id="choose"):
            with Vertical(id="left"):
                yield SessionList(id="sessions")
                yield Static(id="unread", markup=False)
                yield Static(id="weeks", markup=False)
            yield Preview()

    def on_mount(self) -> None:
        self._read()
        self.call_after_refresh(self._look_back)  # The picture first: two threads share one interpreter.

    def on_unmount(self) -> None:
        """Stop reading the log when nobody looks.

        Neither the end of the program nor a run should wait for it or share a core with it.
        """
        self._program.look_away()

    @work
    async def _look_back(self) -> None:
        """Read the log beside the screen, which is there at once."""
        await self._log.read(self._fill)

    @property
    def session(self) -> Session | None:
        """Marked session."""
        index = self.query_one(SessionList).highlighted
        return self._sessions[index] if index is not None and index < len(self._sessions) else None

    def redraw(self) -> None:
        """Draw the list again for another width."""
        self._fill()

    def _read(self) -> None:
        """Load the sessions again; the mark stays where it was."""
        marked = self.session
        self._marked = marked.id if marked else self._marked
        found = self._program.sessions()
        self._sessions = found.sessions
        unread = "\n".join(f"! {problem}" for problem in found.complaints)
        self.query_one("#unread", Static).update(unread)
        self.query_one("#unread").display = bool(unread)
        self._fill(self._marked)

    def _fill(self, marked: str = "") -> None:
        """Fill the list as everything is now."""
        marked = marked or (self.session.id if self.session else self._marked)
        past = self._log.past
        if self._morning.ask(past):
            self.call_after_refresh(self._show_marked)  # There is less room for the preview now.
        told = ((session, self._day.options(session), past.last.get(session.id)) for session in self._sessions)
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
        one_round, named = self._day.options(session, "post-run"), self.has_class("-wide")
        options, last = self._day.options(session), self._log.past.done
        can = self.query_one(Preview).show(session, options, one_round, last, named=named)
        changed = " as changed" if self._day.is_changed(session) else ""
        starts = f"start {session.name}{changed}" if can else ""
        self.foot(self._morning.does if self._morning.row.has_focus else starts)

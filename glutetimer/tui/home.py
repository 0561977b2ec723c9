"""The list of sessions to choose from, and what the marked one holds."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from glutetimer.core.compile import EmptyPlan, compile_plan
from glutetimer.core.desk import Desk
from glutetimer.core.options import Mode, Options
from glutetimer.core.plan import Plan
from glutetimer.core.review import Past, weeks
from glutetimer.core.session import Session
from glutetimer.core.today import today
from glutetimer.tui.blocks import Blocks
from glutetimer.tui.doses import minutes, sets_of
from glutetimer.tui.hits import Line
from glutetimer.tui.keys import HOME, bindings
from glutetimer.tui.page import Page
from glutetimer.tui.paint.texts import shorten
from glutetimer.tui.preview import MUTED, preview
from glutetimer.tui.weeks import last_weeks, this_week

#: Minutes at hand that `t` goes through; only those below the session's own length are offered.
MINUTES = (60, 45, 40, 35, 30, 25, 20, 15, 12, 10, 8, 6, 5)
#: Weeks beside the list.
WEEKS = 8
#: Columns of a line in the list before its width is known.
LIST = 34


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session to start, and how."""

    session: str
    options: Options


class HomeScreen(Page[Chosen | None]):
    """Sessions on the left, what the marked one holds on the right. Dismisses with the choice, None to leave."""

    TABLE = HOME
    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME, first=True)

    def __init__(self, desk: Desk, today: date, changed: dict[str, Options], marked: str = "") -> None:
        """`changed` keeps what was chosen for today, by session, for as long as the program runs."""
        super().__init__()
        self._desk = desk
        self._today = today
        self._changed = changed
        self._marked = marked
        self._sessions: Sequence[Session] = ()
        self._past = Past()

    def body(self) -> ComposeResult:
        with Horizontal(id="choose"):
            with Vertical(id="left"):
                yield OptionList(id="sessions", markup=False)
                yield Static(id="weeks", markup=False)
            with VerticalScroll(id="right"):
                with Horizontal(id="name"):
                    yield Blocks("", 3, id="big")
                    yield Static(id="total", markup=False)
                yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        self._fill()
        self._look_back()

    def on_screen_resume(self) -> None:
        """Back from another screen: the list has the keys again."""
        self.query_one(OptionList).focus()
        if self._sessions:
            self._fill()

    @work
    async def _look_back(self) -> None:
        """The log is read beside the screen, which is there at once."""
        self._past = await asyncio.to_thread(self._desk.past)
        self._fill()

    @property
    def session(self) -> Session | None:
        """The marked session."""
        index = self.query_one(OptionList).highlighted
        return self._sessions[index] if index is not None and index < len(self._sessions) else None

    def options(self, session: Session, mode: Mode = "full") -> Options:
        """How the session would be done now."""
        chosen = self._changed.get(session.id)
        if chosen is None:
            chosen = today(session, self._desk.config, self._past)
        return chosen if mode == "full" else replace(chosen, mode=mode, rounds=None)

    def redraw(self) -> None:
        """Another width: the list, too, is another one."""
        self._fill()

    def _show_marked(self) -> None:
        session = self.session
        self._head()
        if session is None:
            self.foot("")
            return
        self._mark()
        try:
            plan = compile_plan(session, self.options(session))
        except EmptyPlan as empty:
            self._say(session, Content(str(empty)))
        else:
            self._show(session, plan)

    def _fill(self) -> None:
        """The list anew; the mark stays where it was."""
        marked = self.session.id if self.session else self._marked
        self._sessions = self._desk.sessions()
        ids = [session.id for session in self._sessions]
        listed = self.query_one(OptionList)
        listed.clear_options()
        for session in self._sessions:
            apart = [None] if listed.option_count and not self.has_class("-low") else []
            listed.add_options([*apart, Option(self._line(session, False), id=session.id)])
        if ids:
            listed.highlighted = ids.index(marked) if marked in ids else 0
        past, config = self._past, self._desk.config
        self.query_one("#weeks", Static).update(last_weeks(weeks(past.starts, self._today, WEEKS), config.goal))
        self._show_marked()

    def _head(self) -> None:
        (week,) = weeks(self._past.starts, self._today, 1)
        self.head("glutetimer", this_week(week, self._desk.config.goal))

    def _mark(self) -> None:
        listed = self.query_one(OptionList)
        for index, session in enumerate(self._sessions):
            listed.replace_option_prompt_at_index(index, self._line(session, index == listed.highlighted))

    def _line(self, session: Session, marked: bool) -> Content:
        last = self._past.last.get(session.id)
        width = self.query_one(OptionList).scrollable_content_region.width or LIST
        first = Line().add("► " if marked else "  ").add(shorten(session.name, width - 12), "bold")
        first.pad(width - 9).add(f"{self._minutes(session):>8} ")
        kit = ", ".join(session.needs) or "no kit"
        below = Line().add(f"  {shorten(f'{_ago(last, self._today)} · {kit}', width - 3)}", "" if marked else MUTED)
        return Content("\n").join([first.content(), below.pad(width).content()])

    def _minutes(self, session: Session) -> str:
        try:
            return minutes(compile_plan(session, self.options(session)).seconds)
        except EmptyPlan:
            return "-"

    def _show(self, session: Session, plan: Plan) -> None:
        named = self.has_class("-wide")
        room = self.query_one("#right").scrollable_content_region.size
        below = self._one_round(session)
        rows = room.height - len(below) - (4 if named else 0)
        lines = preview(session, plan, self.options(session), (max(20, room.width), rows), named=named)
        self._say(session, Content("\n").join([*lines, *below]))
        self.query_one("#total", Static).update(f"{minutes(plan.seconds)} · {sets_of(plan)}")
        self.foot(f"start {session.name}" + (" as changed" if session.id in self._changed else ""))

    def _say(self, session: Session, text: Content) -> None:
        self.query_one("#big", Blocks).say(session.name)
        self.query_one("#total", Static).update("")
        self.query_one("#preview", Static).update(text)
        self.foot("")

    def _one_round(self, session: Session) -> list[Content]:
        try:
            plan = compile_plan(session, self.options(session, "post-run"))
        except EmptyPlan:
            return []
        return [Content(f"Post-run: one {_unit(session)}, {minutes(plan.seconds)}")]

    def on_option_list_option_highlighted(self) -> None:
        """Another session is marked."""
        self._show_marked()

    def on_option_list_option_selected(self) -> None:
        """A click on a session, or Enter, starts it."""
        self._start("full")

    def action_start(self) -> None:
        """Start the marked session."""
        self._start("full")

    def action_post_run(self) -> None:
        """One round, after a run."""
        self._start("post-run")

    def action_pre_run(self) -> None:
        """One round, before a run."""
        self._start("pre-run")

    def _start(self, mode: Mode) -> None:
        session = self.session
        if session is None:
            return
        with suppress(EmptyPlan):  # said on the screen already
            compile_plan(session, self.options(session, mode))
            self.dismiss(Chosen(session.id, self.options(session, mode)))

    def action_minutes(self, by: int) -> None:
        """Fewer minutes at hand, or more; above the session's own length all of it fits again."""
        session = self.session
        if session is None:
            return
        now = self.options(session)
        whole = compile_plan(session, replace(now, minutes=None)).seconds
        steps = [None, *(minute for minute in MINUTES if minute * 60 < whole)]
        place = steps.index(now.minutes) - by if now.minutes in steps else 0
        self.keep(session, replace(now, minutes=steps[place % len(steps)]))

    def keep(self, session: Session, options: Options) -> None:
        """Do the session like this for the rest of today."""
        self._changed[session.id] = options
        self._fill()

    @work
    async def action_options(self) -> None:
        """Change how the marked session is done today."""
        from glutetimer.tui.options_screen import OptionsScreen

        session = self.session
        if session is None:
            return
        answer = await self.app.push_screen_wait(OptionsScreen(self._desk, session, self.options(session)))
        if answer.options != today(session, self._desk.config, self._past):
            self.keep(session, answer.options)
        else:
            self._changed.pop(session.id, None)
            self._fill()
        if answer.start:
            self._start("full")

    @work
    async def action_settings(self) -> None:
        """The settings, which hold for every session."""
        from glutetimer.tui.settings_screen import SettingsScreen

        await self.app.push_screen_wait(SettingsScreen(self._desk))
        self._changed.clear()
        self._fill()

    @work
    async def action_introduction(self) -> None:
        """The first start again."""
        from glutetimer.tui.first import FirstScreen

        wanted = await self.app.push_screen_wait(FirstScreen(self._desk))
        self._fill()
        for session in self._sessions:
            if session.id == wanted:
                self.dismiss(Chosen(session.id, self.options(session)))

    def action_next(self) -> None:
        """Mark the next session, round."""
        listed = self.query_one(OptionList)
        if self._sessions:
            listed.highlighted = ((listed.highlighted or 0) + 1) % len(self._sessions)

    def action_preview(self) -> None:
        """Look through the preview; in a narrow window it takes the list's place."""
        self.add_class("-previewing")
        self.query_one("#right").focus()
        self.call_after_refresh(self.redraw)

    def action_list(self) -> None:
        """Back to the list."""
        self.remove_class("-previewing")
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        """Leave the program."""
        if self.has_class("-previewing"):
            self.action_list()
        else:
            self.dismiss(None)


def _unit(session: Session) -> str:
    return "round" if session.order == "circuit" else "set of each"


def _ago(done: datetime | None, today: date) -> str:
    """When it was last done, in the words one would use."""
    if done is None:
        return "never"
    days = (today - done.date()).days
    if days < 2:
        return "today" if days <= 0 else "yesterday"
    if days < 7:
        return f"{days} days ago"
    if days < 14:
        return "last week"
    return f"{days // 7} weeks ago" if days < 60 else f"{days // 30} months ago"

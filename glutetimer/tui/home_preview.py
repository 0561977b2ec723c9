"""The right half of the list of sessions: what the marked one holds today."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glutetimer.core.compile import EmptyPlan, compile_plan
from glutetimer.core.options import Options
from glutetimer.core.session import Session
from glutetimer.tui.blocks import Blocks
from glutetimer.tui.doses import minutes, sets_of
from glutetimer.tui.preview import preview

#: Rows that a name in blocks takes, with the free row below it.
NAME = 4


class Preview(VerticalScroll):
    """The name in blocks where there is room (`named`), the plan, and what is said below it."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="name"):
            yield Blocks("", 3, id="big")
            yield Static(id="total", markup=False)
        yield Static(id="preview", markup=False)

    def show(self, session: Session, options: Options, one_round: Options, *, named: bool) -> bool:
        """The session with these options, as much of it as there is room for; whether there is anything to do."""
        try:
            plan = compile_plan(session, options)
        except EmptyPlan as empty:
            self._say(session.name, Content(str(empty)), "")
            return False
        below = _one_round(session, one_round)
        room = self.scrollable_content_region.size
        rows = room.height - len(below) - (NAME if named else 0)
        lines = preview(session, plan, options, (max(20, room.width), rows), named=named)
        self._say(session.name, Content("\n").join([*lines, *below]), f"{minutes(plan.seconds)} · {sets_of(plan)}")
        return True

    def _say(self, name: str, text: Content, total: str) -> None:
        self.query_one("#big", Blocks).say(name)
        self.query_one("#total", Static).update(total)
        self.query_one("#preview", Static).update(text)


def _one_round(session: Session, options: Options) -> list[Content]:
    try:
        plan = compile_plan(session, options)
    except EmptyPlan:
        return []
    unit = "round" if session.order == "circuit" else "set of each"
    return [Content(f"Post-run: one {unit}, {minutes(plan.seconds)}")]

"""The right half of the list of sessions: what the marked one holds today."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glutetimer.core.compile import EmptyPlan, compile_plan
from glutetimer.core.options import Options
from glutetimer.core.session import Session
from glutetimer.tui.blocks import Blocks
from glutetimer.tui.doses import minutes, sets_of
from glutetimer.tui.paint.glyphs import word_width
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
        total = f"{minutes(plan.seconds)} · {sets_of(plan)}"
        rows = room.height - len(below) - (NAME + self._needs_all(session.name, total) if named else 0)
        lines = preview(session, plan, options, (max(20, room.width), rows), named=named)
        self._say(session.name, Content("\n").join([*lines, *below]), total)
        return True

    def _say(self, name: str, text: Content, total: str) -> None:
        self.set_class(self._needs_all(name, total), "-long")
        self.query_one("#big", Blocks).say(name)
        self.query_one("#total", Static).update(total)
        self.query_one("#preview", Static).update(text)

    def _needs_all(self, name: str, total: str) -> bool:
        """Whether a name in blocks needs the whole width: what stands beside it then stands below."""
        wide, room = word_width(name, 1) or 0, self.scrollable_content_region.width
        return room - cell_len(total) - 1 < wide <= room


def _one_round(session: Session, options: Options) -> list[Content]:
    try:
        plan = compile_plan(session, options)
    except EmptyPlan:
        return []
    unit = "round" if session.order == "circuit" else "set of each"
    return [Content(f"Post-run: one {unit}, {minutes(plan.seconds)}")]

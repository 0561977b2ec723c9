"""Right half of home: the marked session as it is done today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.text.doses import range_and_last
from glutetimer.core.text.english import count, minutes
from glutetimer.tui.drawing.block_letters import word_width
from glutetimer.tui.drawing.text import shorten, wrap
from glutetimer.tui.widgets import doses
from glutetimer.tui.widgets.blocks import Blocks
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.doses import sets_of

if TYPE_CHECKING:
    from textual.geometry import Size

    from glutetimer.core.plan.options import Options
    from glutetimer.core.plan.plan import Plan
    from glutetimer.core.session.session import Session

MUTED = "$text-muted"
RULE = "$border-blurred"


#: Most rows of `how` for one exercise.
MOST_ROWS = 6


#: What was done last time, by exercise id: of left and right, or of both together.
Last = Mapping[str, tuple[int, ...]]


def preview(
    session: Session, plan: Plan, options: Options, size: tuple[int, int], last: Last, *, named: bool = False
) -> list[Content]:
    """Summary, exercises with dose, band and `how`, then kit and the effect of missing kit.

    `size` is columns and rows: each `how` has as many rows as it needs, or else whole sentences, as long as there are
    any; then free rows part the exercises. `named` where the name stands above.
    """
    width, height = size
    items = doses.lines(plan)
    first, end = _head(session, plan, width, named=named), list(_today(session, plan, options, width))
    beside = [range_and_last(item.exercise, last.get(item.exercise.id, ())) for item in items]
    room = height - len(first) - len(end) - 1 - 2 * len(items) - sum(map(bool, beside))
    rows = _rows_of_how(items, width, room)
    apart = [Content("")] if room - sum(rows) + len(rows) > len(items) else []
    told = [
        line
        for item, lines, text in zip(items, rows, beside, strict=True)
        for line in (*apart, *_exercise(item, width, lines, text))
    ]
    return [*first, *told, *apart, _rule(width), *end]


def _rows_of_how(items: Sequence[doses.DoseLine], width: int, room: int) -> list[int]:
    """Rows of each `how`: one, and in turn a further one while there is room for it."""
    rows = [1] * len(items)
    needed = [max(1, len(_how(item, width, MOST_ROWS))) for item in items]
    while room > 0 and (short := [at for at, has in enumerate(rows) if has < needed[at]]):
        for at in short[:room]:
            rows[at] += 1
        room -= min(room, len(short))
    return rows


def _head(session: Session, plan: Plan, width: int, *, named: bool) -> list[Content]:
    """Name and length, unless they stand above; the summary."""
    total = f"{minutes(plan.seconds)} · {doses.sets_of(plan)}"
    out = [] if named else [_pair(session.name, total, width, "bold")]
    return [*out, *(Content(line).stylize(MUTED) for line in wrap(session.summary, width, 2)), _rule(width)]


def _exercise(item: doses.DoseLine, width: int, rows: int, beside: str) -> Iterator[Content]:
    """Write an exercise and its dose; below that the range and the last time (`beside`), then how it is done."""
    yield _pair(item.exercise.name, item.dose, width, "bold", "")
    if beside:
        yield _pair("", shorten(beside, width), width, "")
    for place, text in enumerate(_how(item, width, rows) or [""]):
        line = ClickLine().add(text, MUTED)
        if item.band and not place:
            line.pad(width - cell_len(item.band)).add(item.band, "$primary")
        yield line.content()


def _how(item: doses.DoseLine, width: int, rows: int) -> list[str]:
    """Lines of `how`, in whole sentences where one fits; beside the band the first line is shorter."""
    beside = width - (cell_len(item.band) + 2 if item.band else 0)
    text = item.exercise.how
    while ". " in text.rstrip(". ") and len(_broken(text, beside, width, rows + 1)) > rows:
        text = text.rstrip(". ").rpartition(". ")[0] + "."
    return _broken(text, beside, width, rows)


def _broken(text: str, beside: int, width: int, rows: int) -> list[str]:
    """Break a text into lines, the first of which is `beside` wide."""
    if rows == 1 or beside == width:
        return wrap(text, beside, rows)
    words, first = text.split(), ""
    while words and cell_len(f"{first} {words[0]}") <= beside + (not first):
        first = f"{first} {words.pop(0)}".strip()
    return [first, *wrap(" ".join(words), width, rows - 1)]


def _today(session: Session, plan: Plan, options: Options, width: int) -> Iterator[Content]:
    """Kit, minutes at hand, replaced and dropped exercises."""
    band = f" ({options.strength})" if options.strength and "band" in session.needs else ""
    kit = ", ".join(word + band if word == "band" else word for word in session.needs) or "none"
    yield Content(shorten(f"Kit: {kit}", width))
    if options.minutes is not None:
        yield Content(shorten(f"{count(options.minutes, 'minute')} at hand: {minutes(plan.seconds)} of it used", width))
    for text in doses.left_out(plan):
        for place, line in enumerate(wrap(text, width - 2, 2)):
            yield Content(f"{'  ' if place else '· '}{line}").stylize("$primary")


def _pair(left: str, right: str, width: int, style: str, other: str = MUTED) -> Content:
    """Line with a text on the left edge and another on the right."""
    line = ClickLine().add(shorten(left, width - cell_len(right) - 2), style)
    return line.pad(width - cell_len(right)).add(right, other).content()


def _rule(width: int) -> Content:
    return Content("─" * width).stylize(RULE)


#: Rows of a name in blocks, with the free row below it.
NAME = 4


class Preview(VerticalScroll):
    """Name in blocks where there is room (`named`), the plan, and the lines below it."""

    def __init__(self) -> None:
        super().__init__(id="right")
        self._asked: tuple[object, ...] = ()
        self._can = True

    def compose(self) -> ComposeResult:
        with Horizontal(id="name"):
            yield Blocks("", 3, id="big")
            yield Static(id="total", markup=False)
        yield Static(id="preview", markup=False)

    def show(self, session: Session, options: Options, one_round: Options, last: Last, *, named: bool) -> bool:
        """Show the session with these options, as far as there is room; whether anything is left to do.

        It is asked for at every turn: what stands there already is not laid out again, nor what has no room yet.
        """
        room = self.scrollable_content_region.size
        asked = (session, options, one_round, dict(last), named, room)
        if room and asked != self._asked:
            self._asked, self._can = asked, self._lay_out(session, options, one_round, last, room, named)
        return self._can

    def _lay_out(
        self, session: Session, options: Options, one_round: Options, last: Last, room: Size, named: bool
    ) -> bool:
        try:
            plan = compile_plan(session, options)
        except EmptyPlan as empty:
            self._say(session.name, Content(str(empty)), "")
            return False
        below = _one_round(session, plan, one_round)
        total = f"{minutes(plan.seconds)} · {sets_of(plan)}"
        rows = room.height - len(below) - (NAME + self._needs_all(session.name, total) if named else 0)
        lines = preview(session, plan, options, (max(20, room.width), rows), last, named=named)
        self._say(session.name, Content("\n").join([*lines, *below]), total)
        return True

    def _say(self, name: str, text: Content, total: str) -> None:
        self.set_class(self._needs_all(name, total), "-long")
        self.query_one("#big", Blocks).say(name)
        self.query_one("#total", Static).update(total)
        self.query_one("#preview", Static).update(text)

    def _needs_all(self, name: str, total: str) -> bool:
        """Whether a name in blocks needs the whole width: then the text beside it moves below."""
        wide, room = word_width(name, 1) or 0, self.scrollable_content_region.width
        return room - cell_len(total) - 1 < wide <= room


def _one_round(session: Session, whole: Plan, options: Options) -> list[Content]:
    """Say what one round is; where it is the whole, only that it is logged as it was asked for."""
    try:
        plan = compile_plan(session, options)
    except EmptyPlan:
        return []
    if plan.bouts == whole.bouts:
        return [Content("The same after a run: p logs it so.")]
    unit = "round" if session.order == "circuit" else "set of each"
    return [Content(f"Post-run: one {unit}, {minutes(plan.seconds)}")]

"""Morning after a pain: a row above the list of sessions. Without an answer it is asked again next time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from glutetimer.core.pain.morning import ANSWERS, MorningQuestion, morning_question, noted
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import LIT, Row

if TYPE_CHECKING:
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.pain.body_places import Morning
    from glutetimer.core.ports import Program

#: Keys that answer it, shown behind it.
KEYS = "1 2 3"
BETWEEN = " / "


class MorningRow(Row):
    """Asks "Your left knee, the morning after? gone / the same / worse"; the cursor goes between the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("up,down", "screen.sessions", show=False)]

    class Given(Message):
        """A click gave an answer."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__("", id="morning")
        self.cursor = 0
        self.answer: Morning | None = None

    def step(self, by: int) -> None:
        """Go to the next answer, or the one before; stop at the ends."""
        self.cursor = max(0, min(self.cursor + by, len(ANSWERS) - 1))
        self.refresh()

    def hit(self, tag: object) -> None:
        """Give the clicked answer."""
        if isinstance(tag, int):
            self.cursor = tag
            self.post_message(self.Given(tag))

    def line(self) -> ClickLine:
        whole = self._all(ClickLine().add(f"{self._mark}{self.label} "))
        if whole.width > self.size.width:
            return self._one(ClickLine())
        return whole.add(f"   {KEYS}", "$text-muted") if whole.width + 8 <= self.size.width else whole

    @property
    def _mark(self) -> str:
        return "► " if self.has_focus else "  "

    def _all(self, line: ClickLine) -> ClickLine:
        for number, (answer, words) in enumerate(ANSWERS):
            line.add(BETWEEN if number else "").add(self._words(answer, words), self._style(number, answer), tag=number)
        return line

    def _words(self, answer: Morning, words: str) -> str:
        return f"[{words}]" if answer == self.answer else words

    def _style(self, number: int, answer: Morning) -> str:
        if self.has_focus and number == self.cursor:
            return LIT
        return "bold" if answer == self.answer else ""

    def _one(self, line: ClickLine) -> ClickLine:
        """Show one answer where there is no room for all: the one under the cursor, or the given one."""
        given = next((number for number, (answer, _) in enumerate(ANSWERS) if answer == self.answer), self.cursor)
        number = self.cursor if self.has_focus else given
        words = f"◄ {ANSWERS[number][1]} ►" if self.has_focus or self.answer is None else f"[{ANSWERS[number][1]}]"
        line.add(f"{self._mark}{shorten(self.label, self.size.width - len(words) - 3)} ")
        return line.add(words, LIT if self.has_focus else "", tag=number)


class HomeMorning(Vertical):
    """Row, and below it what follows from the answer. Hidden while there is nothing to ask."""

    def __init__(self, program: Program, now: datetime) -> None:
        """`now` is the time on the wall, with its offset."""
        super().__init__(id="morning-after")
        self._program, self._now = program, now
        self._question: MorningQuestion | None = None
        self.row = MorningRow()
        self.display = False

    def compose(self) -> ComposeResult:
        yield self.row
        yield Static(id="morning-said", markup=False)

    def on_mount(self) -> None:
        self._say("")

    def ask(self, past: Past) -> bool:
        """Ask the open question of the log; whether the row has appeared or gone.

        An answer that was given just now stays, and can still be changed.
        """
        before = self.display
        if self.row.answer is None:
            self._question = morning_question((day for day in past.pains if day.path), self._now)
            self.row.label = self._question.text if self._question else ""
            self.display = self._question is not None
            self.row.refresh()
        return self.display != before

    def give(self, number: int) -> bool:
        """Write the answer into the record of that workout; False where there was no question."""
        if self._question is None:
            return False
        from glutetimer.core.tell_pain import write_morning  # with all that a run does of pain: once a morning

        answer = ANSWERS[number][0]
        objection = write_morning(self._program.log(), self._question, answer)
        self.row.cursor = number
        self.row.answer = self.row.answer if objection else answer
        self.row.refresh()
        self._say(objection or noted(answer, self._question.day))
        return True

    @property
    def does(self) -> str:
        """Label of the main key on the row."""
        return f"write down: {ANSWERS[self.row.cursor][1]}"

    def next(self, *, past_the_last: bool) -> bool:
        """Go to the next answer, for a clicker; False where sessions come next.

        `past_the_last` session the answers start.
        """
        if not self.row.has_focus:
            if not (past_the_last and self.display):
                return False
            self.row.cursor = 0
            self.row.focus()
            return True
        if self.row.cursor == len(ANSWERS) - 1:
            return False
        self.row.step(1)
        return True

    def _say(self, words: str) -> None:
        said = self.query_one("#morning-said", Static)
        said.display = bool(words)
        said.update(words)

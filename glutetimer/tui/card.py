"""A card over the frozen run: one question, a few answers, usable from the mat with two keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from glutetimer.tui.paint.glyphs import word

#: Seconds in which a card takes no key: the one that opened it may still be held.
DEAF = 0.7
#: From this many rows the chosen answer stands in blocks on top.
ROWS_FOR_BLOCKS = 20
#: Columns that the frame and the margins around the answers take.
FRAME = 8


Correcting = Callable[[int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: what it returns, what it says, the key that goes straight there, and a shorter word for the blocks."""

    value: str
    label: str
    key: str = ""
    big: str = ""


class Card(ModalScreen[str]):
    """Asks; dismisses with the value of the chosen answer. The first answer is the harmless one."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        text: Sequence[str] = (),
        chosen: int = 0,
        alarm: bool = False,
        correct: Correcting | None = None,
        blocks: bool = True,
    ) -> None:
        """`correct` takes the up and down keys (by +1 and -1) and returns the new text."""
        super().__init__()
        self._wants_blocks = blocks
        self._correct = correct
        self.choices = tuple(choices)
        self.chosen = chosen
        self.heading = title
        self._text = tuple(text)
        self._alarm = alarm
        self._opened = perf_counter()

    def compose(self) -> ComposeResult:
        body = Static(id="card", markup=False)
        body.set_class(self._alarm, "alarm")
        yield body

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def retitle(self, title: str) -> None:
        """Say something else on top, as when seconds run out."""
        if title != self.heading:
            self.heading = title
            self.draw()

    def draw(self) -> None:
        """Paint the card anew."""
        body = self.query_one("#card", Static)
        body.border_title = Content(f" {self.heading} ")
        lines = [*self._blocks(), *(Content(line) for line in self._text), *self._answers()]
        body.update(Content("\n").join([*lines, Content("PgUp PgDn choose   Space do it").stylize("dim")]))

    def _blocks(self) -> list[Content]:
        """The chosen answer, large, where there is room."""
        if not self._wants_blocks:
            return []
        choice = self.choices[self.chosen]
        rows = word(choice.big or choice.label, 1)
        needed = len(self._text) + min(len(self.choices), self._most()) + 9
        if rows is None or self.app.size.height < max(ROWS_FOR_BLOCKS, needed):
            return []
        if max(map(len, rows)) > self.app.size.width - FRAME:
            return []
        return [*(Content(row) for row in rows), Content("")]

    def _answers(self) -> list[Content]:
        """The answers around the chosen one, as many as fit."""
        first = max(0, min(self.chosen - self._most() // 2, len(self.choices) - self._most()))
        shown = self.choices[first : first + self._most()]
        return [self._answer(first + i, choice) for i, choice in enumerate(shown)] + [Content("")]

    def _answer(self, index: int, choice: Choice) -> Content:
        mark = "►" if index == self.chosen else " "
        line = Content(f"{mark} {choice.label}" + (f"  ({choice.key})" if choice.key else ""))
        return line.stylize("bold reverse") if index == self.chosen else line

    def _most(self) -> int:
        return max(3, self.app.size.height - len(self._text) - 6)

    def on_key(self, event: events.Key) -> None:
        """Choose, do it, or go straight to an answer."""
        event.stop()
        if perf_counter() - self._opened < DEAF:
            return
        if self._correct is not None and event.key in ("up", "down"):
            self._text = tuple(self._correct(1 if event.key == "up" else -1))
            self.draw()
        elif event.key in ("pagedown", "down", "right", "tab"):
            self._choose(self.chosen + 1)
        elif event.key in ("pageup", "up", "left", "shift+tab"):
            self._choose(self.chosen - 1)
        elif event.key in ("enter", "space", "full_stop", "f5", "b") and not self._is_answer(event):
            self.dismiss(self.choices[self.chosen].value)
        elif event.key == "escape":
            self.dismiss(self.choices[0].value)
        else:
            self._straight_to(event.character or "")

    def _is_answer(self, event: events.Key) -> bool:
        """Whether this card has an answer of its own on a key that otherwise does what is chosen."""
        return event.character in {choice.key for choice in self.choices if choice.key}

    def _straight_to(self, character: str) -> None:
        for choice in self.choices:
            if choice.key and choice.key == character:
                self.dismiss(choice.value)
                return

    def _choose(self, index: int) -> None:
        self.chosen = index % len(self.choices)
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """A click does what is chosen; on an answer, that one."""
        event.stop()
        if perf_counter() - self._opened >= DEAF:
            self.dismiss(self.choices[self.chosen].value)

    def on_mouse_scroll_down(self) -> None:
        self._choose(self.chosen + 1)

    def on_mouse_scroll_up(self) -> None:
        self._choose(self.chosen - 1)

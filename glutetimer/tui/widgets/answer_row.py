"""Rows with answers beside each other, also numbers that can be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.cells import cell_len

from glutetimer.core.record.answers import MOST_SCORE
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import ChoiceRow
from glutetimer.tui.widgets.typed_row import TypedRow

_MUTED, _LIT, _TAKEN = "$text-muted", "bold reverse", "bold $foreground"
#: Columns of a label, its mark included.
LABEL = 20


class AnswerRow(ChoiceRow):
    """Answers beside each other, or one between arrows where it is narrow. A second click takes an answer back."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[object, str]],
        chosen: object,
        says: Mapping[Any, str],
        *,
        id: str,
        open_: str,
    ) -> None:
        """`says` is the label of Enter for each answer, `open_` for none."""
        super().__init__(label, choices, chosen, spread=True, id=id)
        self._says, self._open = says, open_

    @property
    def does(self) -> str:
        """Label of Enter at present."""
        return self._says.get(self.value, self._open)

    @property
    def beside(self) -> str:
        """Text to the right of the answers, where there is room."""
        return ""

    def start(self) -> ClickLine:
        return super().start().pad(LABEL)

    def step(self, by: int) -> None:
        """Go to the next answer; stop at the ends; from open, start in the middle."""
        values = [value for value, _ in self._choices]
        if self.value in values:
            self.choose(values[max(0, min(values.index(self.value) + by, len(values) - 1))])
        else:
            self.choose(values[(len(values) - 1) // 2])

    def turn(self) -> None:
        """Choose the next answer, going round; behind the last one it is open again."""
        values = [None, *(value for value, _ in self._choices)]
        at = values.index(self.value) if self.value in values else 0
        self.choose(values[(at + 1) % len(values)])

    def hit(self, tag: object) -> None:
        """Give the clicked answer, or take it back; on an arrow, step."""
        if isinstance(tag, tuple):
            self.choose(None if tag[0] == self.value else tag[0])
        else:
            super().hit(tag)

    def line(self) -> ClickLine:
        line = self._all(self.start())
        if line.width > self.size.width:
            return self._one(self.start())
        if line.width + 1 + cell_len(self.beside) <= self.size.width:
            line.add(" ").add(self.beside, "" if self.has_focus else _MUTED)
        return line

    def _one(self, line: ClickLine) -> ClickLine:
        words = self.words or "..."
        if not self.has_focus:
            return line.add(f"[{words}]" if self.words else f" {words}", _TAKEN if self.words else "", tag=1)
        return line.add("◄ ", tag=-1).add(words, "bold", tag=1).add(" ►", tag=1)

    def _all(self, line: ClickLine) -> ClickLine:
        gap = "" if len(self._choices) > MOST_SCORE - 1 else " "
        for value, words in self._choices:
            line.add(*self._lit(words, value == self.value), tag=(value,)).add(gap)
        return line

    def _lit(self, words: str, chosen: bool) -> tuple[str, str]:
        if not chosen:
            return f" {words} ", ""
        return (f" {words} ", _LIT) if self.has_focus else (f"[{words}]", _TAKEN)

    def choose_number(self, text: str) -> bool:
        """Choose the answer that is written like this; whether there is one."""
        found = [value for value, _ in self._choices if str(value) == text]
        for value in found:
            self.choose(value)
        return bool(found)


class ScoreRow(TypedRow, AnswerRow):
    """Row of numbers to choose from, also by typing them."""

    def take(self, text: str) -> bool:
        """Take a typed number."""
        return self.choose_number(text)

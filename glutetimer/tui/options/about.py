"""Sentences below the rows of the options screen."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from glutetimer.core.text.doses import range_and_last
from glutetimer.tui.drawing.text import wrap
from glutetimer.tui.options.rows import ExerciseRow, OptionRow
from glutetimer.tui.options.state import Case
from glutetimer.tui.widgets.row import Row

KIT = "What is here today: without it an exercise is replaced or left out."
LEGEND = "* changed for today · u: all as usual"
#: Most lines of a sentence, and of all; low windows have one less.
LINES, ALL = 2, 3


class About(Static):
    """Shows the last outcome, else a sentence on the row with the cursor.

    Below it explains the star, where there is one.
    """

    def __init__(self, last: Mapping[str, tuple[int, ...]]) -> None:
        """`last` is what was done last time, by exercise id."""
        super().__init__(id="about", markup=False)
        self._last = last
        self._row: Row | None = None
        self._said: tuple[str, str] | None = None

    @property
    def row(self) -> Row | None:
        """Row that had the keys last."""
        return self._row

    def at(self, row: Row) -> None:
        """Note the row with the keys; a new row ends the last message."""
        if row is not self._row:
            self._row, self._said = row, None

    def say(self, text: str, style: str = "bold") -> None:
        """Show this text until a change or a move to another row; "" for the row's own sentence."""
        self._said = (text, style) if text else None

    def show(self, case: Case, *, low: bool) -> None:
        """Draw the sentence again."""
        text, style = self._said or (self._sentence(case), "$text-muted")
        lines = [Content(line).stylize(style) for line in wrap(text, max(20, self.size.width), LINES)]
        if case.changed and len(lines) < (ALL - 1 if low else ALL):
            lines.append(Content(LEGEND).stylize("$text-muted"))
        self.update(Content("\n").join(lines))

    def _sentence(self, case: Case) -> str:
        if isinstance(self._row, OptionRow):
            return self._row.setting.explain(case)
        if isinstance(self._row, ExerciseRow):
            exercise = self._row.shown.exercise
            beside = range_and_last(exercise, self._last.get(exercise.id, ()))
            return f"{self._row.shown.about(self._row.cell)} {beside}".strip()
        return KIT if self._row else ""

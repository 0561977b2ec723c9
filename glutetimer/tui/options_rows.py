"""The rows of the options screen: one for each setting of the whole, one for each exercise with a table's head."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from glutetimer.tui.hits import Line
from glutetimer.tui.options_case import Case
from glutetimer.tui.options_edit import Cell
from glutetimer.tui.options_exercise import WIDTHS, Columns, Shown
from glutetimer.tui.options_table import Setting
from glutetimer.tui.paint.texts import shorten
from glutetimer.tui.rows import LIT, ChoiceRow, Row

MUTED, CHANGED = "$text-muted", "bold $primary"


class OptionRow(ChoiceRow):
    """A setting of the whole session; what was changed is amber with a star."""

    def __init__(self, setting: Setting, case: Case) -> None:
        super().__init__(setting.label, (), id=f"for-{setting.name}")
        self.setting = setting
        self.show(case)

    def show(self, case: Case) -> None:
        """What can be chosen, and what is."""
        self.offer(self.setting.choices(case), self.setting.now(case.session, case.options))
        self._star = "*" if self.setting.changed(case) else ""
        self.display = self.setting.is_shown(case)

    def step(self, by: int) -> None:
        """Numbers stop at their ends, words go round."""
        values = [value for value, _ in self._choices]
        place = values.index(self.value) + by
        self.choose(values[max(0, min(place, len(values) - 1)) if self.setting.ends else place % len(values)])

    def line(self) -> Line:
        words = self.words + self._star
        if not self.has_focus:
            return self.start().add("  ").add(words, CHANGED if self._star else "", tag=1)
        return self.start().add("◄ ", LIT, tag=-1).add(words, LIT, tag=1).add(" ►", LIT, tag=1)


@dataclass(slots=True)
class Cursor:
    """The column that the keys are in; all exercises share it, so that it stays when one goes up and down."""

    cell: Cell = "left"

    def within(self, cells: tuple[Cell, ...]) -> Cell:
        """The column in a row that may not have it."""
        if self.cell in cells:
            return self.cell
        return "left" if self.cell == "right" else cells[0]


class ExerciseRow(Row):
    """In or out, sets, left, right, pace. It asks for changes; who holds the options makes them, and shows it again."""

    class Asked(Message):
        """More (+1) or less (-1) of the cell; 0: the exercise in or out."""

        def __init__(self, row: ExerciseRow, by: int) -> None:
            super().__init__()
            self.row, self.by, self.cell = row, by, row.cell

    class Moved(Message):
        """Another cell has the keys."""

    def __init__(self, shown: Shown, columns: Columns, cursor: Cursor) -> None:
        super().__init__(shown.exercise.name, id=f"do-{shown.exercise.id}")
        self.shown = shown
        self._columns, self._cursor = columns, cursor

    def show(self, shown: Shown, columns: Columns) -> None:
        """The exercise as it is done now."""
        self.shown, self._columns = shown, columns
        self.refresh()

    @property
    def cell(self) -> Cell:
        """The cell that has the keys."""
        return self._cursor.within(self.shown.open)

    def step(self, by: int) -> None:
        """Another cell, round."""
        cells = self.shown.open
        self._move(cells[(cells.index(self.cell) + by) % len(cells)])

    def more(self, by: int) -> None:
        if not self.shown.fate.told:
            self.post_message(self.Asked(self, by))

    def toggle(self) -> None:
        self.post_message(self.Asked(self, 0))

    def hit(self, tag: object) -> None:
        """A click on the square is in or out, on a cell takes it, on its - or + changes it."""
        if tag == "in":
            self.toggle()
        elif isinstance(tag, int):
            self.more(tag)
        else:
            self._move(next(cell for cell in self.shown.open if cell == tag))

    def _move(self, cell: Cell) -> None:
        self._cursor.cell = cell
        self.refresh()
        self.post_message(self.Moved())

    def line(self) -> Line:
        width = self._columns.name(self.size.width)
        out = self.shown.fate.out
        line = Line().add("► " if self.has_focus else "  ").add("□ " if out else "■ ", MUTED if out else "", tag="in")
        line.add(shorten(self.label, width), "bold" if self.has_focus else MUTED if out else "").pad(4 + width)
        if self.shown.fate.told:
            return line.add(" ").add(self.shown.fate.told, MUTED)
        for cell in self._columns.cells:
            self._add(line, cell)
        note = self.shown.fate.note
        return line.add(note, MUTED) if line.width + len(note) <= self.size.width else line

    def _add(self, line: Line, cell: Cell) -> None:
        after = line.width + WIDTHS[cell]
        text, changed = self.shown.text(cell)
        if cell not in self.shown.open:
            line.add(f" {text}", MUTED)
        elif self.has_focus and cell == self.cell:
            lit = "bold reverse"
            line.add("-", lit, tag=-1).add(text, lit, tag=cell).add("+", lit, tag=1)
        else:
            line.add(" ", tag=cell).add(text, CHANGED if changed else "", tag=cell).add(" ", tag=cell)
        line.pad(after)


class Heads(Widget):
    """The table's head."""

    def __init__(self, columns: Columns) -> None:
        super().__init__(id="heads")
        self._columns = columns

    def show(self, columns: Columns) -> None:
        """Other columns."""
        self._columns = columns
        self.refresh()

    def render(self) -> Content:
        line = Line().add("Exercises", "bold").pad(4 + self._columns.name(self.size.width))
        for cell in self._columns.cells:
            after = line.width + WIDTHS[cell]
            line.add(f" {self._columns.head(cell)}", MUTED).pad(after)
        return line.content()

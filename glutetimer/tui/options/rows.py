"""Rows of the options screen: the whole session's, kit, and the table of exercises."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from glutetimer.core.plan.options import Options
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.options.edit import Cell, flip, more, put_kit
from glutetimer.tui.options.exercise import WIDTHS, DoseColumns, ShownDose, columns, shown
from glutetimer.tui.options.settings import BAND, BEFORE_KIT, OptionChoice
from glutetimer.tui.options.state import Case, kit_words
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.kit_row import KitRow
from glutetimer.tui.widgets.row import LABEL, LIT, ChoiceRow, Row

MUTED, CHANGED = "$text-muted", "bold $primary"


class OptionRow(ChoiceRow):
    """Row of a setting of the whole session; a changed one is amber with a star."""

    def __init__(self, setting: OptionChoice, case: Case) -> None:
        super().__init__(setting.label, (), id=f"for-{setting.name}")
        self.setting = setting
        self.show(case)

    def show(self, case: Case) -> None:
        """Show the choices, and the present one."""
        self.offer(self.setting.choices(case), self.setting.now(case.session, case.options))
        self._star = "*" if self.setting.changed(case) else ""
        self.display = self.setting.is_shown(case)

    def step(self, by: int) -> None:
        """Go to the next value; numbers stop at their ends, words go round."""
        values = [value for value, _ in self._choices]
        place = values.index(self.value) + by
        self.choose(values[max(0, min(place, len(values) - 1)) if self.setting.ends else place % len(values)])

    def line(self) -> ClickLine:
        words = self.words + self._star
        if not self.has_focus:
            return self.start().add("  ").add(words, CHANGED if self._star else "", tag=1)
        return self.start().add("◄ ", LIT, tag=-1).add(words, LIT, tag=1).add(" ►", LIT, tag=1)


@dataclass(slots=True)
class Cursor:
    """Column with the keys; all exercises share it: it stays when the cursor goes up and down."""

    cell: Cell = "left"

    def within(self, cells: tuple[Cell, ...]) -> Cell:
        """Column in a row that may not have it."""
        if self.cell in cells:
            return self.cell
        return "left" if self.cell == "right" else cells[0]


class ExerciseRow(Row):
    """Row of an exercise: in or out, sets, left, right, pace.

    It asks for changes; the screen makes them, and shows it again.
    """

    class Asked(Message):
        """More (+1) or less (-1) of the cell; 0: the exercise in or out."""

        def __init__(self, row: ExerciseRow, by: int) -> None:
            super().__init__()
            self.row, self.by, self.cell = row, by, row.cell

    class Moved(Message):
        """Another cell has the keys."""

    def __init__(self, shown: ShownDose, columns: DoseColumns, cursor: Cursor) -> None:
        super().__init__(shown.exercise.name, id=f"do-{shown.exercise.id}")
        self.shown = shown
        self._columns, self._cursor = columns, cursor

    def show(self, shown: ShownDose, columns: DoseColumns) -> None:
        """Show the exercise as it is done now."""
        self.shown, self._columns = shown, columns
        self.refresh()

    @property
    def cell(self) -> Cell:
        """Cell that has the keys."""
        return self._cursor.within(self.shown.open)

    def step(self, by: int) -> None:
        """Go to another cell, going round."""
        cells = self.shown.open
        self._move(cells[(cells.index(self.cell) + by) % len(cells)])

    def more(self, by: int) -> None:
        if not self.shown.fate.told:
            self.post_message(self.Asked(self, by))

    def toggle(self) -> None:
        self.post_message(self.Asked(self, 0))

    def hit(self, tag: object) -> None:
        """Handle a click: on the square in or out, on a cell move there, on its - or + change it."""
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

    def line(self) -> ClickLine:
        width = self._columns.name(self.size.width)
        out = self.shown.fate.out
        line = (
            ClickLine().add("► " if self.has_focus else "  ").add("□ " if out else "■ ", MUTED if out else "", tag="in")
        )
        line.add(shorten(self.label, width), "bold" if self.has_focus else MUTED if out else "").pad(4 + width)
        if self.shown.fate.told:
            return line.add(" ").add(self.shown.fate.told, MUTED)
        for cell in self._columns.cells:
            self._add(line, cell)
        note = self.shown.fate.note
        return line.add(note, MUTED) if line.width + len(note) <= self.size.width else line

    def _add(self, line: ClickLine, cell: Cell) -> None:
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
    """Heads of the table."""

    def __init__(self, columns: DoseColumns) -> None:
        super().__init__(id="heads")
        self._columns = columns

    def show(self, columns: DoseColumns) -> None:
        """Show other columns."""
        self._columns = columns
        self.refresh()

    def render(self) -> Content:
        line = ClickLine().add("Exercises", "bold").pad(4 + self._columns.name(self.size.width))
        for cell in self._columns.cells:
            after = line.width + WIDTHS[cell]
            line.add(f" {self._columns.head(cell)}", MUTED).pad(after)
        return line.content()


class OptionRows(VerticalScroll, inherit_bindings=False):
    """List that scrolls the row with the cursor into view; its keys are the screen's."""

    def __init__(self, case: Case) -> None:
        super().__init__(id="rows", can_focus=False)
        self._case = case
        self._words = kit_words(case.session)
        self._kit = KitRow("Kit here", self._words, id="for-kit", label_width=LABEL + 2)
        self._kit.display = bool(self._words)

    def compose(self) -> ComposeResult:
        case, cursor = self._case, Cursor()
        yield from (OptionRow(setting, case) for setting in BEFORE_KIT)
        yield self._kit
        yield OptionRow(BAND, case)
        yield Heads(columns(case))
        for exercise in case.session.exercises:
            yield ExerciseRow(shown(case, exercise), columns(case), cursor)

    def show(self, case: Case) -> None:
        """Show every row as it is in this case."""
        self._case, table = case, columns(case)
        for setting in self.query(OptionRow):
            setting.show(case)
        self._kit.show([word for word in self._words if word not in case.options.without], "")
        self.query_one(Heads).show(table)
        for row, exercise in zip(self.query(ExerciseRow), case.session.exercises, strict=True):
            row.show(shown(case, exercise), table)

    def changed(self, row: Row) -> Options:
        """Options with the present value of a row."""
        if isinstance(row, OptionRow):
            return row.setting.take(self._case, row.value)
        return put_kit(self._case.options, self._words, self._kit.values) if row is self._kit else self._case.options

    def asked(self, event: ExerciseRow.Asked) -> Options:
        """Options with the change that an exercise row asks for."""
        session, options, exercise = self._case.session, self._case.options, event.row.shown.exercise
        if event.by:
            return more(session, options, exercise, event.cell, event.by)
        return flip(session, options, exercise)

"""Exercise of the options screen: its doses as texts in columns, and a sentence on each. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from rich.cells import cell_len

from glutetimer.core.session.session import Exercise
from glutetimer.tui.options.edit import Cell, cells_of, value_of
from glutetimer.tui.options.state import Case, Fate, fate_of
from glutetimer.tui.options.values import PACE

#: Columns of each cell: room for "-200*+", "-600 s*+" and "-counted*+".
WIDTHS: dict[Cell, int] = {"sets": 6, "left": 7, "right": 7, "pace": 11}
HEADS: dict[Cell, str] = {"sets": "sets", "left": "left", "right": "right", "pace": "pace"}
#: Text for an exercise that has no dose of its own for the right side.
TOGETHER = {"both": "both", "alternate": "each", "each": ""}


class ShownDose(Struct, frozen=True):
    """Exercise as it is done today: `open` cells can be changed, and `changed` ones were."""

    exercise: Exercise
    fate: Fate
    open: tuple[Cell, ...]
    values: dict[Cell, str]
    usual: dict[Cell, str]

    def text(self, cell: Cell) -> tuple[str, bool]:
        """Text of the cell, with a star where it differs from usual; and whether it does."""
        text = self.values.get(cell, TOGETHER[self.exercise.sides])
        changed = cell in self.open and text != self.usual[cell]
        return (f"{text}*" if changed else text), changed

    def about(self, cell: Cell) -> str:
        """Sentence on the cell, or on why the exercise is left out."""
        if self.fate.told:
            return self.fate.why
        about = _about(self.exercise, cell)
        usual = f" Usual: {self.usual[cell]}." if self.text(cell)[1] else ""
        return f"{self.fate.why} {about}{usual}".strip()


class DoseColumns(Struct, frozen=True):
    """Cells of the table, and the width that its names would need."""

    cells: tuple[Cell, ...]
    longest: int
    sided: bool

    def name(self, width: int) -> int:
        """Columns for names in a row of this width."""
        return max(8, min(self.longest + 1, width - 4 - sum(WIDTHS[cell] for cell in self.cells)))

    def head(self, cell: Cell) -> str:
        """Head of the cell's column; without sides there is one dose."""
        return "dose" if cell == "left" and not self.sided else HEADS[cell]


def shown(case: Case, exercise: Exercise) -> ShownDose:
    """Exercise as it is done in this case."""
    cells = cells_of(case.session, case.options, exercise)
    kept: Iterable[Cell] = ("sets", *cells) if case.session.order == "straight" and "sets" not in cells else cells
    values = {cell: _text(exercise, cell, value_of(case.session, case.options, exercise, cell)) for cell in kept}
    usual = {cell: _text(exercise, cell, value_of(case.session, case.usual, exercise, cell)) for cell in cells}
    return ShownDose(exercise, fate_of(case, exercise), cells, values, usual)


def columns(case: Case) -> DoseColumns:
    """Columns of this case: rounds are no sets, and where no exercise has sides there is one dose."""
    exercises = case.session.exercises
    sided = any(exercise.sides == "each" for exercise in exercises)
    sets: tuple[Cell, ...] = ("sets",) if case.session.order == "straight" else ()
    doses: tuple[Cell, ...] = ("left", "right") if sided else ("left",)
    return DoseColumns((*sets, *doses, "pace"), max(cell_len(exercise.name) for exercise in exercises), sided)


def _text(exercise: Exercise, cell: Cell, value: int | str) -> str:
    seconds = exercise.kind == "hold" and cell in ("left", "right")
    return f"{value} s" if seconds else str(value)


def _about(exercise: Exercise, cell: Cell) -> str:
    if cell == "pace":
        return PACE
    if cell == "sets":
        return "Sets of this exercise."
    what = "Seconds" if exercise.kind == "hold" else "Reps"
    ways = " in each direction" if exercise.directions else ""
    where = {"each": f" on the {cell}", "alternate": " for each side, in turns", "both": ""}[exercise.sides]
    return f"{what}{where}{ways}."

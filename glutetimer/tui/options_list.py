"""All rows of the options screen: the whole session's, kit, and the table of exercises."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from glutetimer.core.options import Options
from glutetimer.tui.kit_row import KitRow
from glutetimer.tui.options_case import Case, kit_words
from glutetimer.tui.options_edit import flip, more, put_kit
from glutetimer.tui.options_exercise import columns, shown
from glutetimer.tui.options_rows import Cursor, ExerciseRow, Heads, OptionRow
from glutetimer.tui.options_table import BAND, BEFORE_KIT
from glutetimer.tui.rows import LABEL, Row


class OptionRows(VerticalScroll, inherit_bindings=False):
    """Scrolls so that the row one is on is in view; its keys are the screen's."""

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
        """Every row as it is in this case."""
        self._case, table = case, columns(case)
        for setting in self.query(OptionRow):
            setting.show(case)
        self._kit.show([word for word in self._words if word not in case.options.without], "")
        self.query_one(Heads).show(table)
        for row, exercise in zip(self.query(ExerciseRow), case.session.exercises, strict=True):
            row.show(shown(case, exercise), table)

    def changed(self, row: Row) -> Options:
        """The options with what a row says now."""
        if isinstance(row, OptionRow):
            return row.setting.take(self._case, row.value)
        return put_kit(self._case.options, self._words, self._kit.values) if row is self._kit else self._case.options

    def asked(self, event: ExerciseRow.Asked) -> Options:
        """The options with what is wanted of an exercise."""
        session, options, exercise = self._case.session, self._case.options, event.row.shown.exercise
        if event.by:
            return more(session, options, exercise, event.cell, event.by)
        return flip(session, options, exercise)

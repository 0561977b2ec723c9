"""Page of left against right, exercise by exercise."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from glutetimer.core.log.compare import Compared, compare
from glutetimer.core.log.forms import Form
from glutetimer.core.session.session import Kind
from glutetimer.tui.drawing.canvas import Canvas
from glutetimer.tui.log.balance.picture import paint_balance, row_at
from glutetimer.tui.log.common.keys import BALANCE
from glutetimer.tui.log.common.page import Goto, Tab
from glutetimer.tui.log.common.picture_page import DrawnPage
from glutetimer.tui.widgets.keys import bindings

#: Weeks to choose from.
SPANS = (8, 26, 52)


class BalancePage(DrawnPage[Compared]):
    """Page with one exercise marked; the mark stays while the weeks change."""

    TAB: ClassVar[Tab] = "balance"
    TABLE = BALANCE
    BINDINGS: ClassVar[list[BindingType]] = bindings(BALANCE)

    #: Exercise, form and kind of the mark, once it was moved.
    _on: tuple[str, Form, Kind] | None = None

    def question(self) -> Callable[[], Compared]:
        """Read both sides in the chosen weeks."""
        return partial(compare, self.rows, self.clock(), self.memory.balance_weeks)

    @property
    def marked(self) -> int:
        """Number of the marked exercise; until the mark was moved, the exercise looked at last, if it is here."""
        known = self.told.balances if self.told else ()
        on = self._on or next((one.key for one in known if one.exercise == self.memory.exercise), None)
        return next((place for place, one in enumerate(known) if one.key == on), 0)

    @property
    def does(self) -> str:
        return "see it over time" if self.told and self.told.balances else ""

    def paint(self, told: Compared, width: int, height: int) -> Canvas:
        return paint_balance(told, self.marked, width, height)

    def nothing(self, told: Compared) -> bool:
        return not told.balances

    def hit(self, told: Compared, x: int, y: int) -> None:
        """Mark the clicked exercise; open it where it is marked already."""
        place = row_at(told, self.marked, *self.room, y)
        if place is not None and place == self.marked:
            self.action_open()
        elif place is not None:
            self.action_by(place - self.marked)

    def wheel(self, by: int) -> None:
        """Move the mark down or up."""
        self.action_by(by)

    def action_by(self, by: int) -> None:
        """Move the mark to another exercise; stop at the ends."""
        if self.told is not None and self.told.balances:
            known = self.told.balances
            self._on = known[max(0, min(self.marked + by, len(known) - 1))].key
            self.draw()

    def action_end(self, by: int) -> None:
        """Mark the first (-1) or the last exercise."""
        self.action_by(by * len(self.told.balances) if self.told else 0)

    def action_longer(self, by: int) -> None:
        """Show more weeks, or fewer; stop at the ends."""
        weeks = self.memory.balance_weeks
        at = max(0, min(SPANS.index(weeks) + by, len(SPANS) - 1))
        if SPANS[at] != weeks:
            self.memory.balance_weeks = SPANS[at]
            self.look()

    def action_open(self) -> None:
        """Open the marked exercise over time."""
        if self.told is not None and self.told.balances:
            exercise, form, _ = self.told.balances[self.marked].key
            self.dismiss(Goto("exercise", exercise=exercise, form=form))

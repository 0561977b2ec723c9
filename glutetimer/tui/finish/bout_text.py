"""Bout in words: its name, its target, how it ended; and the columns for that. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from glutetimer.core.record.record import BoutRecord, Result
from glutetimer.core.text.doses import amount
from glutetimer.core.text.vocabulary import OUTCOMES, SIDES
from glutetimer.core.values import replace

#: Columns kept for the end of a bout, in full and in brief.
ENDS = (23, 8)
#: Least columns of a name.
LEAST_NAME = 8


class BoutColumns(Struct, frozen=True):
    """Widths that all rows share: name; set, side and direction (0 where no bout has any); count; "of 15".

    `brief` where there is little room.
    """

    name: int
    which: tuple[int, ...]
    done: int
    of: int
    brief: bool

    @property
    def gap(self) -> int:
        """Columns between two columns."""
        return 1 if self.brief else 2

    @property
    def used(self) -> int:
        """Columns before the end of the bout: two more for the mark, four for the arrows."""
        which = sum(wide + self.gap for wide in self.which if wide)
        return 2 + self.name + self.gap + which + self.done + 4 + self.of + self.gap


def columns(bouts: Sequence[BoutRecord], width: int) -> BoutColumns:
    """Columns as wide as they must be; names get the rest."""
    name = max(cell_len(bout.name) for bout in bouts)
    full = _columns(bouts, name, brief=False)
    if full.used + ENDS[0] <= width:
        return full
    brief = _columns(bouts, 0, brief=True)
    return replace(brief, name=max(LEAST_NAME, min(name, width - brief.used - ENDS[1])))


def _columns(bouts: Sequence[BoutRecord], name: int, *, brief: bool) -> BoutColumns:
    """Columns where names have this width.

    Counts have room for three figures: nothing moves while a count grows.
    """
    parts = zip(*(which_bout(bout, brief) for bout in bouts), strict=True)
    which = tuple(max(map(cell_len, part)) for part in parts)
    return BoutColumns(name, which, 3, max(len(planned_of(bout)) for bout in bouts), brief)


def which_bout(bout: BoutRecord, brief: bool = False) -> tuple[str, str, str]:
    """Set (or round), side and direction."""
    number = max(bout.round, bout.set)
    return str(number) if brief else f"set {number}", SIDES[bout.side].beside, bout.direction or ""


def planned_of(bout: BoutRecord) -> str:
    """Target as "of 15", "of 30 s"."""
    return f"of {amount(bout.target, bout.kind)}"


def in_brief(result: Result) -> str:
    """End of a bout where there is little room; a line below the rows gives it in full."""
    uncounted = result.outcome == "short" and result.done is None
    return "no count" if uncounted else OUTCOMES[result.outcome].brief

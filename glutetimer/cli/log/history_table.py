"""List of workouts on a terminal: a table that fits it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.output import cells, say_drawn
from glutetimer.cli.log.find import short_ids
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.weeks import session_words, workout_signs
from glutetimer.core.text.clean import unjoined
from glutetimer.core.text.english import near_day, spent

#: Columns that can be cut, with their least width in cells; the others are shown in full or not at all.
_LEAST: Mapping[str, int] = {"SIGNS": 12, "SESSION": 16}
#: Columns in the order in which they are dropped where there is no room.
_DROPPED = ("EFFORT", "TIME", "AT", "ID", "SIGNS", "DONE")
#: Cells between columns.
_GAP = 2


class HistoryColumn(Struct, frozen=True):
    """Column of the table, with its width in cells."""

    name: str
    cells: tuple[str, ...]
    width: int


def print_table(rows: LogRows, shown: Sequence[WorkoutRow]) -> None:
    """Print these workouts; the ids are as long as they must be to be unique in the whole log."""
    console = Console(legacy_windows=False)
    columns = fitted(_roomy(rows, shown, console.width), console.width)
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    for column in columns:
        right = column.name in ("DONE", "TIME", "EFFORT")
        table.add_column(
            column.name,
            width=column.width,
            no_wrap=True,
            overflow="ellipsis",
            justify="right" if right else "left",
        )
    for line in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*map(Text, line))
    # Not straight to the terminal: characters that its encoding lacks would raise there.
    with console.capture() as captured:
        console.print(table)
    for drawn in captured.get().splitlines():
        say_drawn(drawn.rstrip())


def fitted(columns: Iterable[HistoryColumn], width: int) -> list[HistoryColumn]:
    """Columns that fit into this width in cells: some are dropped, then names and signs are cut."""
    kept = list(columns)
    for name in _DROPPED:
        if _sum(min(one.width, _LEAST.get(one.name, one.width)) for one in kept) <= width:
            break
        kept = [one for one in kept if one.name != name]
    over = _sum(one.width for one in kept) - width
    for name, least in _LEAST.items():
        for place, one in enumerate(kept):
            if one.name == name and over > 0 and one.width > least:
                cut = min(over, one.width - least)
                kept[place], over = HistoryColumn(name, one.cells, one.width - cut), over - cut
    return kept


def _sum(widths: Iterable[int]) -> int:
    each = list(widths)
    return sum(each) + _GAP * (len(each) - 1)


def _roomy(rows: LogRows, shown: Sequence[WorkoutRow], width: int) -> list[HistoryColumn]:
    """Columns with the places of pain, where there is room for them."""
    ids = short_ids(rows, shown)
    whole = _columns(shown, ids, brief=False)
    return whole if _sum(one.width for one in whole) <= width else _columns(shown, ids, brief=True)


def _columns(shown: Sequence[WorkoutRow], ids: Mapping[str, str], *, brief: bool) -> list[HistoryColumn]:
    today, _ = local_now()
    told = {
        "DAY": [near_day(row.started.date(), today.date()) for row in shown],
        "AT": [f"{row.started:%H:%M}" for row in shown],
        "SESSION": [*map(session_words, shown)],
        "DONE": [f"{row.as_planned}/{row.bouts}" for row in shown],
        "TIME": [spent(row.seconds, about=row.about) for row in shown],
        "EFFORT": ["" if row.effort is None else str(row.effort) for row in shown],
        "SIGNS": [", ".join(workout_signs(row, brief=brief)) for row in shown],
        "ID": [ids[row.id] for row in shown],
    }
    return [
        HistoryColumn(name, tuple(map(unjoined, words)), max(map(cells, (name, *words))))
        for name, words in told.items()
    ]

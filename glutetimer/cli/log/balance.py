"""`log balance`: left against right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import cells, columns, room, say, say_json, shortened
from glutetimer.cli.base.setting import setting
from glutetimer.cli.log import columns as folding
from glutetimer.cli.log.options import weeks_option
from glutetimer.cli.log.progress import name_unreadable, rows_of
from glutetimer.core.export.as_json import answer, balances_json
from glutetimer.core.log.balance import Balance
from glutetimer.core.log.balance_text import VERDICT, detail, left_out
from glutetimer.core.log.compare import Compared, compare
from glutetimer.core.log.upto import Until, later_words
from glutetimer.core.text.english import count, long_day

#: Half of a bar, in cells: the side that did more.
HALF = 10
#: Least width of a name after cutting, in cells.
_LEAST = 9


@click.command("balance")
@weeks_option(8)
@place_options
@json_option
def balance_command(weeks: int, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show left against right.

    For every exercise that is done on each side. What nobody confirmed is left out.
    """
    rows = rows_of(setting(log_dir, config_file))
    now, _ = local_now()
    found, later = compare(rows, now, weeks), Until(rows, now).later()
    if as_json:
        say_json(
            answer(
                weeks=weeks,
                since=found.since,
                exercises=balances_json(found.balances),
                sentences=found.sentences,
                unconfirmed_workouts=found.unconfirmed,
                later=later,
                unreadable=len(rows.unreadable()),
            )
        )
        return
    for line in _lines(found, later, room()):
        say(line)
    name_unreadable(rows)


def bar(one: Balance, half: int = HALF) -> str:
    """Bar with both sides from the middle, each as long as its share of the plan; the longer one is full."""
    stronger = max(one.left.share, one.right.share) or 1.0
    left, right = (round(half * side.share / stronger) for side in (one.left, one.right))
    return f"{'█' * left:>{half}}│{'█' * right:<{half}}"


def _lines(found: Compared, later: int, room: int | None) -> Iterator[str]:
    span = "this week" if found.weeks == 1 else f"last {count(found.weeks, 'week')}"
    yield f"Left and right, {span}, since {long_day(found.since)}"
    if found.balances:
        yield ""
        yield from _table(found.balances, room)
    yield ""
    said = [*found.sentences, left_out(found.unconfirmed, found.uncounted), later_words(later)]
    for words in filter(None, said):
        yield from folding.sentence(words, room)
    if found.balances:
        yield VERDICT


def _table(shown: Sequence[Balance], room: int | None) -> Iterator[str]:
    head = ("EXERCISE", f"{'LEFT':<{HALF}} {'RIGHT':>{HALF}}", "", "")
    lines = _fitted([head, *((one.name, bar(one), one.word, one.before) for one in shown)], room)
    yield lines[0]
    for one, line in zip(shown, lines[1:], strict=True):
        yield line
        for words in detail(one):
            yield from (f"  {part}" for part in folding.sentence(words, room and room - 2))


def _fitted(table: Sequence[tuple[str, ...]], room: int | None) -> list[str]:
    """Fit the table into the room: drop the earlier gap, which is repeated below, then cut names."""
    if room is None or folding.fits(table, room):
        return columns(table)
    brief = [row[:-1] for row in table]
    over = max(0, folding.width_of(brief) - room)
    widest = max(cells(row[0]) for row in brief)
    return columns((shortened(row[0], max(_LEAST, widest - over)), *row[1:]) for row in brief)

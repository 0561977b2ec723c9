"""The most that was done in one bout: of each exercise, on each side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from glutetimer.core.log.forms import Form
from glutetimer.core.log.rows import SideRow
from glutetimer.core.session import Band, Kind, Side

#: Exercise, form, kind.
_Key = tuple[str, Form, Kind]


@dataclass(frozen=True, slots=True)
class BestBout:
    """The best bout on a side: `value` reps per side, or seconds of a hold, and the first day it was reached.

    `form` as `SideRow.form` has it, under its latest name; `band` is where the band was then, `strength` which one.
    """

    exercise: str
    name: str
    kind: Kind
    side: Side
    value: int
    day: date
    form: str | None = ""
    band: Band = "none"
    strength: str = ""


def best_bouts(sides: Iterable[SideRow]) -> tuple[BestBout, ...]:
    """By exercise and form, the one done last first, left before right.

    What nobody confirmed or counted is no best, nor is nothing.
    """
    best: dict[tuple[_Key, Side], SideRow] = {}
    newest: dict[_Key, SideRow] = {}
    for row in sorted(sides, key=lambda row: row.started):
        key = (row.exercise, row.form_key, row.kind)
        newest[key] = row
        known = best.get((key, row.side))
        if row.evidence and row.best > (known.best if known else 0):
            best[key, row.side] = row
    order = sorted(newest, key=lambda key: (-newest[key].started.timestamp(), newest[key].name))
    places = {key: place for place, key in enumerate(order)}
    sides_in_order = get_args(Side)
    found = sorted(best.items(), key=lambda item: (places[item[0][0]], sides_in_order.index(item[0][1])))
    return tuple(_best_bout(row, newest[key].name) for (key, _), row in found)


def _best_bout(row: SideRow, name: str) -> BestBout:
    return BestBout(
        exercise=row.exercise,
        name=name,
        kind=row.kind,
        side=row.side,
        value=row.best,
        day=row.started.date(),
        form=row.form,
        band=row.band,
        strength=row.strength,
    )

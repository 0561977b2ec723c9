"""The most that was done in one bout: of each exercise, on each side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from glutetimer.core.log.rows import SideRow
from glutetimer.core.session import Kind, Side


@dataclass(frozen=True, slots=True)
class BestBout:
    """The best bout on a side: `value` reps per side, or seconds of a hold, and the first day it was reached."""

    exercise: str
    name: str
    kind: Kind
    side: Side
    value: int
    day: date


def best_bouts(sides: Iterable[SideRow]) -> tuple[BestBout, ...]:
    """By exercise, the one done last first, left before right. What nobody confirmed is no best, nor is nothing."""
    best: dict[tuple[str, Kind, Side], SideRow] = {}
    newest: dict[tuple[str, Kind], SideRow] = {}
    for row in sorted(sides, key=lambda row: row.started):
        newest[row.exercise, row.kind] = row
        known = best.get((row.exercise, row.kind, row.side))
        if row.evidence and row.best > (known.best if known else 0):
            best[row.exercise, row.kind, row.side] = row
    names = {key: row.name for key, row in newest.items()}
    order = sorted(newest, key=lambda key: (-newest[key].started.timestamp(), names[key]))
    places = {key: place for place, key in enumerate(order)}
    sides_in_order = get_args(Side)
    found = sorted(best.items(), key=lambda item: (places[item[0][:2]], sides_in_order.index(item[0][2])))
    return tuple(
        BestBout(exercise, names[exercise, kind], kind, side, row.best, row.started.date())
        for (exercise, kind, side), row in found
    )

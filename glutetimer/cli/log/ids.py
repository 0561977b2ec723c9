"""How much of an id it takes to name a workout."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from glutetimer.core.log.book import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow

#: Where an id may be cut: after its day, hour, minute, second.
_CUTS = (8, 11, 13, 16)
#: More than any month has.
_ALL = 1_000_000


def short_ids(rows: LogRows, shown: Iterable[WorkoutRow]) -> dict[str, str]:
    """Id -> its beginning that no other workout begins with, by those of the months around: ids begin with the day."""
    shown = tuple(shown)
    wanted = {row.id for row in shown}
    months = {month for row in shown for month in _months(row.started.date())}
    known = {row.id for month in months for row in rows.history(Filter(month=month), 0, _ALL)}
    ids = sorted(known | wanted)
    return {id_: _short(ids, id_) for id_ in wanted}


def _months(day: date) -> set[str]:
    """Ids say it in UTC: a day before or after the one on the wall."""
    days = (date.fromordinal(max(1, min(day.toordinal() + around, date.max.toordinal()))) for around in (-1, 1))
    return {f"{one:%Y-%m}" for one in days}


def _short(ids: Sequence[str], id_: str) -> str:
    place = bisect_left(ids, id_)
    beside = [*ids[max(0, place - 1) : place], *ids[place + 1 : place + 2]]
    for cut in _CUTS:
        if not any(other.startswith(id_[:cut]) for other in beside):
            return id_[:cut]
    return id_

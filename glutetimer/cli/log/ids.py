"""How much of an id it takes to name a workout."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from glutetimer.core.log.book import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow

#: Where an id may be cut: after its day, hour, minute, second.
_CUTS = (8, 11, 13, 16)
#: More than any month has.
_ALL = 1_000_000
#: Where the id ends in the name of a file: tools that copy files put their words behind it.
_BEHIND_ID = re.compile(r"[^A-Za-z0-9_-]")


def short_ids(rows: LogRows, shown: Iterable[WorkoutRow]) -> dict[str, str]:
    """Id -> its beginning that no other workout begins with, by those of the months around: ids begin with the day.

    The names of files count as ids do, those of unreadable ones too: commands look for both.
    """
    shown = tuple(shown)
    wanted = {row.id for row in shown}
    around = [row for month in _months(shown) for row in rows.history(Filter(month=month), 0, _ALL)]
    names = [row.path for row in around] + [one.path for one in rows.unreadable()]
    ids = sorted({row.id for row in around} | wanted | {*map(id_in_name, names)} - {""})
    return {id_: _short(ids, id_) for id_ in wanted}


def _months(shown: Iterable[WorkoutRow]) -> set[str]:
    """Ids say it in UTC: a day before or after the one on the wall."""
    days = {row.started.date().toordinal() + around for row in shown for around in (-1, 1)}
    return {f"{date.fromordinal(max(1, min(day, date.max.toordinal()))):%Y-%m}" for day in days}


def id_in_name(path: str) -> str:
    """The id that the name of a file (with slashes before it or not) begins with, "" where it begins with none."""
    return _BEHIND_ID.split(path.rpartition("/")[2].removesuffix(".toml"))[0]


def _short(ids: Sequence[str], id_: str) -> str:
    place = bisect_left(ids, id_)
    beside = [*ids[max(0, place - 1) : place], *ids[place + 1 : place + 2]]
    for cut in _CUTS:
        if not any(other.startswith(id_[:cut]) for other in beside):
            return id_[:cut]
    return id_

"""Workouts of the history by their place, read as they become visible; and the open ones among them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.values import replace

#: Workouts that are read at once, and the number of such pages that are kept.
PAGE, KEPT = 200, 8


class Listed:
    """Workouts that pass a filter, the newest first."""

    def __init__(self, rows: LogRows, wanted: Filter) -> None:
        self._rows, self._wanted = rows, wanted
        self._count = rows.count(wanted)
        self._pages: dict[int, tuple[WorkoutRow, ...]] = {}

    def __len__(self) -> int:
        return self._count

    def at(self, place: int) -> WorkoutRow | None:
        """Workout at a place (from 0); None where there is none, or no longer any."""
        if not 0 <= place < self._count:
            return None
        number, within = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._ask(number)
        return page[within] if within < len(page) else None

    def _ask(self, number: int) -> tuple[WorkoutRow, ...]:
        if len(self._pages) >= KEPT:
            del self._pages[next(iter(self._pages))]  # the page that was read first
        page = self._pages[number] = self._rows.history(self._wanted, number * PAGE, PAGE)
        return page

    def place_of(self, row: WorkoutRow) -> int | None:
        """Place of this workout, None where it does not pass. Its path decides, or its id where it has none."""
        day = row.started.date()
        # Days are those on the wall, the order is by time: zones are up to 26 hours apart, and so days up to two.
        first, after = (
            self._rows.count(replace(self._wanted, since=since))
            for since in (day + timedelta(days=3), day - timedelta(days=2))
        )
        among = self._rows.history(self._wanted, first, after - first)
        same = (place for place, one in enumerate(among, first) if _same(one, row))
        return next(same, None)


def _same(one: WorkoutRow, wanted: WorkoutRow) -> bool:
    return one.path == wanted.path if wanted.path else one.id == wanted.id and not one.copy


class Folds:
    """Lines of open places: each has more lines below its own; other places have one line."""

    def __init__(self, lines: Iterable[tuple[int, int]] = ()) -> None:
        self._lines = dict(sorted(lines))

    def top(self, place: int) -> int:
        """First line of a place."""
        return place + sum(lines for other, lines in self._lines.items() if other < place)

    def below(self, place: int) -> int:
        """Number of lines below its own."""
        return self._lines.get(place, 0)

    def at(self, y: int) -> tuple[int, int]:
        """Place on a line, and the number of the line in it: 0 its own, from 1 on those below."""
        for place, lines in self._lines.items():
            if y <= place:
                break
            if y <= place + lines:
                return place, y - place
            y -= lines
        return y, 0

    def total(self, count: int) -> int:
        """Number of lines of this many places."""
        return count + sum(self._lines.values())

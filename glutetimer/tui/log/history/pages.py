"""The workouts of the history by their place, asked for as they are seen; and which of them are open. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.values import replace

#: Workouts that are asked for at once, and how many such pages are kept.
PAGE, KEPT = 200, 8


class Listed:
    """The workouts that pass a filter, the newest first."""

    def __init__(self, rows: LogRows, wanted: Filter) -> None:
        self._rows, self._wanted = rows, wanted
        self._count = rows.count(wanted)
        self._pages: dict[int, tuple[WorkoutRow, ...]] = {}

    def __len__(self) -> int:
        return self._count

    def at(self, place: int) -> WorkoutRow | None:
        """The workout at a place (from 0); None where there is none, or none any more."""
        if not 0 <= place < self._count:
            return None
        number, within = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._ask(number)
        return page[within] if within < len(page) else None

    def _ask(self, number: int) -> tuple[WorkoutRow, ...]:
        if len(self._pages) >= KEPT:
            del self._pages[next(iter(self._pages))]  # the one that was asked for first
        page = self._pages[number] = self._rows.history(self._wanted, number * PAGE, PAGE)
        return page

    def place_of(self, row: WorkoutRow) -> int | None:
        """Where this workout stands, None where it does not pass. Its path counts, or its id where it has none."""
        day = row.started.date()
        # A day is that of the clock on the wall, the order that of time: they are never two days apart.
        first, after = (
            self._rows.count(replace(self._wanted, since=since))
            for since in (day + timedelta(days=2), day - timedelta(days=1))
        )
        among = self._rows.history(self._wanted, first, after - first)
        same = (place for place, one in enumerate(among, first) if _same(one, row))
        return next(same, None)


def _same(one: WorkoutRow, wanted: WorkoutRow) -> bool:
    return one.path == wanted.path if wanted.path else one.id == wanted.id and not one.copy


class Folds:
    """Which places are open, and so many lines below each; other places have one line, their own."""

    def __init__(self, lines: Iterable[tuple[int, int]] = ()) -> None:
        self._lines = dict(sorted(lines))

    def top(self, place: int) -> int:
        """The line on which a place begins."""
        return place + sum(lines for other, lines in self._lines.items() if other < place)

    def below(self, place: int) -> int:
        """How many lines stand below its own."""
        return self._lines.get(place, 0)

    def at(self, y: int) -> tuple[int, int]:
        """The place on a line, and which of its lines that is: 0 its own, from 1 on those below."""
        for place, lines in self._lines.items():
            if y <= place:
                break
            if y <= place + lines:
                return place, y - place
            y -= lines
        return y, 0

    def total(self, count: int) -> int:
        """All lines of so many places."""
        return count + sum(self._lines.values())

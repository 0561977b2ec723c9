"""The list of the history: one widget that draws the lines one sees, and asks for no others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.tui.drawing.canvas import GROUND, Canvas, Look
from glutetimer.tui.drawing.painted import Painted
from glutetimer.tui.drawing.theme import palette_of, style_of
from glutetimer.tui.log.history.line import columns, heading, workout_line
from glutetimer.tui.log.history.opened import Line, OpenedWorkout, lines
from glutetimer.tui.log.history.pages import Folds, Listed

#: The column of the line that holds an open workout together.
STEM = 4


class HistoryList(ScrollView, can_focus=True, inherit_bindings=False):
    """Any number of workouts; some are open. The marked one is always seen after it was moved."""

    class Marked(Message):
        """Another workout is marked."""

    class Opened(Message):
        """The marked workout was clicked."""

    def __init__(self, today: date) -> None:
        super().__init__(id="history")
        self._today = today
        self._listed: Listed | None = None
        self._open: dict[int, OpenedWorkout] = {}
        self._below: dict[int, tuple[Line, ...]] = {}
        self._folds = Folds()
        self.marked = 0

    @property
    def row(self) -> WorkoutRow | None:
        """The marked workout."""
        return self._listed.at(self.marked) if self._listed is not None else None

    @property
    def count(self) -> int:
        """How many workouts there are."""
        return len(self._listed) if self._listed is not None else 0

    @property
    def shown(self) -> tuple[OpenedWorkout, ...]:
        """Those that are open."""
        return tuple(self._open.values())

    def fill(self, listed: Listed, marked: int, shown: Iterable[OpenedWorkout] = ()) -> None:
        """Other workouts, of which some are open."""
        self._listed = listed
        self.marked = max(0, min(marked, len(listed) - 1))
        places = ((listed.place_of(one.row), one) for one in shown)
        self._open = {place: one for place, one in places if place is not None}
        self._lay()
        self.see()

    def is_open(self, place: int) -> bool:
        """Whether this one is."""
        return place in self._open

    def unfold(self, shown: OpenedWorkout) -> None:
        """Open the marked workout."""
        self._open[self.marked] = shown
        self._lay()
        self.see()

    def fold(self) -> None:
        """Close it."""
        self._open.pop(self.marked, None)
        self._lay()
        self.see()

    def _lay(self) -> None:
        """How many lines there are."""
        width = self._width
        self._below = {place: lines(shown, width) for place, shown in self._open.items()}
        self._folds = Folds((place, len(below)) for place, below in self._below.items())
        self.virtual_size = Size(width, self._folds.total(self.count))
        self.refresh()

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Another width breaks lines elsewhere."""
        self._lay()
        self.see()

    def mark(self, place: int) -> None:
        """Mark another one; it stops at the ends."""
        before, self.marked = self.marked, max(0, min(place, self.count - 1))
        for one in (before, self.marked):
            self.refresh_line(self._folds.top(one))
        self.see()
        self.post_message(self.Marked())

    def move(self, by: int) -> None:
        """Down or up: first through what is open and not seen yet."""
        if not self._through(by):
            self.mark(self.marked + by)

    def page(self, by: int) -> None:
        """A window further."""
        place, _ = self._folds.at(max(0, self._folds.top(self.marked) + by * max(1, self._high - 1)))
        self.mark(place if place != self.marked else self.marked + by)

    @property
    def _high(self) -> int:
        return self.scrollable_content_region.height

    def _ends(self) -> tuple[int, int]:
        """The first and the last line of the marked workout."""
        top = self._folds.top(self.marked)
        return top, top + self._folds.below(self.marked)

    def _through(self, by: int) -> bool:
        """Scroll, where the marked workout is seen only in part; whether there was anything to see."""
        first, last = self._ends()
        seen, seen_last = self.scroll_offset.y, self.scroll_offset.y + self._high - 1
        half = max(1, self._high // 2)
        if by > 0 and first <= seen_last < last:
            self.scroll_to(y=min(seen + half, last - self._high + 1), animate=False)
            return True
        if by < 0 and first < seen <= last:
            self.scroll_to(y=max(seen - half, first), animate=False)
            return True
        return False

    def see(self) -> None:
        """Scroll as little as shows all of the marked workout, or its beginning where that is too much."""
        first, last = self._ends()
        y = max(self.scroll_offset.y, last - self._high + 1)
        self.scroll_to(y=min(y, first), animate=False)

    def render_line(self, y: int) -> Strip:
        """A line of what is seen."""
        place, line = self._folds.at(self.scroll_offset.y + y)
        row = self._listed.at(place) if self._listed is not None else None
        if row is None:
            return self._strip(Canvas(self._width, 1))
        if line == 0:
            return self._strip(workout_line(row, columns(self._width), self._today, marked=place == self.marked))
        canvas = Canvas(self._width, 1)
        canvas.put(STEM, 0, "│", Look("muted"))
        for x, text, look in self._below[place][line - 1]:
            canvas.put(x, 0, text, look)
        return self._strip(canvas)

    def _strip(self, canvas: Canvas) -> Strip:
        palette = palette_of(self.app.theme)
        if not canvas.width:
            return Strip.blank(0, style_of(GROUND, palette))
        return Strip([Segment(text, style_of(look, palette)) for text, look in canvas.row(0)])

    def on_click(self, event: events.Click) -> None:
        """A click marks a workout; one on the marked workout opens or folds it."""
        event.stop()
        place, line = self._folds.at(self.scroll_offset.y + event.y)
        if line or place >= self.count:
            return
        if place == self.marked:
            self.post_message(self.Opened())
        else:
            self.mark(place)


class Heading(Painted):
    """One line, in the columns of the list."""

    def __init__(self) -> None:
        super().__init__(id="columns")

    def render_line(self, y: int) -> Strip:
        self._canvas = heading(columns(self.size.width))
        return super().render_line(y)

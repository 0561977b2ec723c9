"""List of the history: one widget that draws the visible lines, and reads no others."""

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

#: Column of the line that holds an open workout together.
STEM = 4


class HistoryList(ScrollView, can_focus=True, inherit_bindings=False):
    """List of any number of workouts; some are open. The marked one is always visible after a move."""

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
        """Marked workout."""
        return self._listed.at(self.marked) if self._listed is not None else None

    @property
    def count(self) -> int:
        """Number of workouts."""
        return len(self._listed) if self._listed is not None else 0

    @property
    def shown(self) -> tuple[OpenedWorkout, ...]:
        """Workouts that are open."""
        return tuple(self._open.values())

    def fill(self, listed: Listed, marked: int, shown: Iterable[OpenedWorkout] = ()) -> None:
        """Replace the workouts, some of them open."""
        self._listed = listed
        self.marked = max(0, min(marked, len(listed) - 1))
        places = ((listed.place_of(one.row), one) for one in shown)
        self._open = {place: one for place, one in places if place is not None}
        self._lay()
        self.see()

    def is_open(self, place: int) -> bool:
        """Whether the workout at this place is open."""
        return place in self._open

    def unfold(self, shown: OpenedWorkout) -> None:
        """Open the marked workout."""
        self._open[self.marked] = shown
        self._lay()
        self.see()

    def fold(self) -> None:
        """Close the marked workout."""
        self._open.pop(self.marked, None)
        self._lay()
        self.see()

    def _lay(self) -> None:
        """Lay out the lines for the present width."""
        width = self._width
        self._below = {place: lines(shown, width) for place, shown in self._open.items()}
        self._folds = Folds((place, len(below)) for place, below in self._below.items())
        self.virtual_size = Size(width, self._folds.total(self.count))
        self.refresh()

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Lay out the lines again: another width breaks them elsewhere."""
        self._lay()
        self.see()

    def mark(self, place: int) -> None:
        """Mark another workout; stop at the ends."""
        before, self.marked = self.marked, max(0, min(place, self.count - 1))
        for one in (before, self.marked):
            self.refresh_line(self._folds.top(one))
        self.see()
        self.post_message(self.Marked())

    def move(self, by: int) -> None:
        """Move down or up: first through the part of an open workout that was not visible yet."""
        if not self._through(by):
            self.mark(self.marked + by)

    def page(self, by: int) -> None:
        """Move by a window."""
        place, _ = self._folds.at(max(0, self._folds.top(self.marked) + by * max(1, self._high - 1)))
        self.mark(place if place != self.marked else self.marked + by)

    @property
    def _high(self) -> int:
        return self.scrollable_content_region.height

    def _ends(self) -> tuple[int, int]:
        """First and last line of the marked workout."""
        top = self._folds.top(self.marked)
        return top, top + self._folds.below(self.marked)

    def _through(self, by: int) -> bool:
        """Scroll on within the marked workout where it is visible only in part; whether there was more to see."""
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
        """Scroll as little as shows all of the marked workout, or its start where that is too much."""
        first, last = self._ends()
        y = max(self.scroll_offset.y, last - self._high + 1)
        self.scroll_to(y=min(y, first), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw a visible line."""
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
        """Mark the clicked workout; open or close it where it is marked already."""
        event.stop()
        place, line = self._folds.at(self.scroll_offset.y + event.y)
        if line or place >= self.count:
            return
        if place == self.marked:
            self.post_message(self.Opened())
        else:
            self.mark(place)


class Heading(Painted):
    """Line with the heads of the columns."""

    def __init__(self) -> None:
        super().__init__(id="columns")

    def render_line(self, y: int) -> Strip:
        self._canvas = heading(columns(self.size.width))
        return super().render_line(y)

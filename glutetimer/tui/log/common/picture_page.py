"""Page of the log that is one picture: its data are read on a thread, and it is painted in the room there is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import ClassVar, Generic, TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.message import Message

from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.painted import Painted
from glutetimer.tui.log.common.page import LogPage

Told = TypeVar("Told")

#: Group of the workers that read the rows.
LOOK = "look"


class LogPicture(Painted):
    """Picture that reports clicks with their cell, and the wheel with its direction."""

    can_focus = False

    class Hit(Message):
        """A click on this cell of the picture."""

        def __init__(self, x: int, y: int) -> None:
            super().__init__()
            self.x, self.y = x, y

    class Turned(Message):
        """The wheel was turned: down is 1."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Hit(event.x, event.y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Turned(-1))


class DrawnPage(LogPage, Generic[Told]):
    """Page of one picture. Subclasses give `question`, `paint`, `does` (label of Enter), `nothing`, `hit` and `wheel`.

    `told` is the last answer, None before the first one: then nothing is drawn.
    """

    CSS_PATH: ClassVar = ["../common/log.tcss", "../common/charts.tcss"]
    PARTS: ClassVar[tuple[str, ...]] = ("#head", "#face", "#foot")
    told: Told | None = None

    def body(self) -> ComposeResult:
        yield LogPicture(id="face")

    def question(self) -> Callable[[], Told]:
        """Function that reads the rows.

        It is bound to all it needs: it is called on a thread, and the page goes on meanwhile.
        """
        raise NotImplementedError

    @property
    def does(self) -> str:
        """Label of Enter, "" where it does nothing."""
        return ""

    def paint(self, told: Told, width: int, height: int) -> Canvas:
        """Paint an answer."""
        raise NotImplementedError

    def nothing(self, told: Told) -> bool:
        """Whether the answer is empty: while the log is read nobody knows that it will stay empty."""
        return False

    def hit(self, told: Told, x: int, y: int) -> None:
        """Handle a click on a cell of the picture."""

    def wheel(self, by: int) -> None:
        """Handle the mouse's wheel: down is 1."""

    def show(self) -> None:
        """Draw the last answer at once, then read the rows."""
        self.draw()
        self.look()

    def meanwhile(self) -> None:
        """Read the rows again, once the last answer is there."""
        if all(worker.is_finished for worker in self.workers if worker.node is self and worker.group == LOOK):
            self.look()

    @work(exclusive=True, group=LOOK)
    async def look(self) -> None:
        """Ask, and draw the answer; only the last of several questions has one."""
        self.told = await asyncio.to_thread(self.question())
        self.draw()

    @property
    def room(self) -> tuple[int, int]:
        """Columns and rows of the picture."""
        size = self.query_one(LogPicture).size
        return size.width, size.height

    def draw(self) -> None:
        """Draw the picture as everything is now."""
        if not self.whole:
            return
        width, height = self.room
        if self.told is not None and width and height:
            early = self.reading and self.nothing(self.told)
            picture = still_reading(width, height) if early else self.paint(self.told, width, height)
            self.query_one(LogPicture).put(picture)
            self.foot(self.does)
            self.draw_head()

    def on_log_picture_hit(self, event: LogPicture.Hit) -> None:
        """Pass on a click."""
        if self.told is not None:
            self.hit(self.told, event.x, event.y)

    def on_log_picture_turned(self, event: LogPicture.Turned) -> None:
        """Pass on the wheel."""
        self.wheel(event.by)


#: Left edge of texts: before it only marks stand.
EDGE = 2
#: From this many rows on, parts stand apart.
APART = 20
MUTED, BOLD = Look("muted"), Look("text", bold=True)


def months(mondays: Sequence[date], pitch: int, room: int, *, years: bool = False) -> Iterator[tuple[int, str]]:
    """Column and name of each month, at the first week that starts in it; a week is `pitch` columns wide.

    Leaves out a name that would touch the next, or end after column `room`. With `years` January shows the year.
    """
    firsts = [i for i, day in enumerate(mondays) if not i or day.month != mondays[i - 1].month]
    ends = [*(first * pitch for first in firsts[1:]), room + 1]
    for first, end in zip(firsts, ends, strict=True):
        day = mondays[first]
        name = f"{day:%Y}" if years and day.month == 1 else f"{day:%b}"
        if first * pitch + len(name) < end:
            yield first * pitch, name


def still_reading(width: int, height: int) -> Canvas:
    """Picture before anything is known."""
    canvas = Canvas(width, height)
    canvas.put(EDGE, 1, "The log is being read; what is in it shows here.", MUTED)
    return canvas

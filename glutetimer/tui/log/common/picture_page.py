"""A page of the log that is one picture: looked up on a thread, painted as large as there is room."""

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

#: The group of the workers that ask the rows.
LOOK = "look"


class LogPicture(Painted):
    """The picture; a click says where, the wheel which way."""

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
    """Subclasses give `question` (what is asked of the rows), `paint`, `does` (of Enter), `nothing`, `hit` and
    `wheel`.

    `told` is the last answer, None before the first one: then nothing is drawn.
    """

    CSS_PATH: ClassVar = ["../common/log.tcss", "../common/charts.tcss"]
    PARTS: ClassVar[tuple[str, ...]] = ("#head", "#face", "#foot")
    told: Told | None = None

    def body(self) -> ComposeResult:
        yield LogPicture(id="face")

    def question(self) -> Callable[[], Told]:
        """What to ask, bound to all it needs: it is called on a thread, and the page goes on meanwhile."""
        raise NotImplementedError

    @property
    def does(self) -> str:
        """What Enter does now, "" where it does nothing."""
        return ""

    def paint(self, told: Told, width: int, height: int) -> Canvas:
        """The picture of an answer."""
        raise NotImplementedError

    def nothing(self, told: Told) -> bool:
        """Whether the answer is empty: while the log is read nobody can say that nothing is in it."""
        return False

    def hit(self, told: Told, x: int, y: int) -> None:
        """A click on a cell of the picture."""

    def wheel(self, by: int) -> None:
        """The mouse's wheel: down is 1."""

    def show(self) -> None:
        """At once what is known, then what the rows say by now."""
        self.draw()
        self.look()

    def meanwhile(self) -> None:
        """What is known by now, once the last question is answered."""
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
        """The picture as everything is now."""
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
        """A click."""
        if self.told is not None:
            self.hit(self.told, event.x, event.y)

    def on_log_picture_turned(self, event: LogPicture.Turned) -> None:
        """The wheel."""
        self.wheel(event.by)


#: The left edge of texts: before it only marks stand.
EDGE = 2
#: From so many rows on parts stand apart.
APART = 20
MUTED, BOLD = Look("muted"), Look("text", bold=True)


def months(mondays: Sequence[date], pitch: int, room: int, *, years: bool = False) -> Iterator[tuple[int, str]]:
    """The column and the name of each month, at the first week that begins in it; a week is `pitch` columns wide.

    What would touch the next name, or end after column `room`, is left out. With `years` January is the year.
    """
    firsts = [i for i, day in enumerate(mondays) if not i or day.month != mondays[i - 1].month]
    ends = [*(first * pitch for first in firsts[1:]), room + 1]
    for first, end in zip(firsts, ends, strict=True):
        day = mondays[first]
        name = f"{day:%Y}" if years and day.month == 1 else f"{day:%b}"
        if first * pitch + len(name) < end:
            yield first * pitch, name


def still_reading(width: int, height: int) -> Canvas:
    """The picture before anything is known."""
    canvas = Canvas(width, height)
    canvas.put(EDGE, 1, "The log is being read; what is in it shows here.", MUTED)
    return canvas

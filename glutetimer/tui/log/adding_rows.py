"""The rows that say which workout was done without the program, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import ClassVar

from glutetimer.core.options import Mode
from glutetimer.tui.finish_rows import LABEL
from glutetimer.tui.hits import Line
from glutetimer.tui.log.typed_time import BETWEEN, minutes_of
from glutetimer.tui.rows import LIT, ChoiceRow, Row
from glutetimer.tui.typed import DIGITS, TypedRow

MODES: tuple[tuple[Mode, str], ...] = (
    ("full", "all of it"),
    ("post-run", "one round after a run"),
    ("pre-run", "one round before a run"),
)
#: Minutes of a step, and of a day.
QUARTER, DAY = 15, 24 * 60


class PickRow(ChoiceRow):
    """One of several values between arrows, its words under those of the answers."""

    def start(self) -> Line:
        return super().start().pad(LABEL - 1)

    def step(self, by: int) -> None:
        """Round; where there is nothing to choose from, nothing happens."""
        if self._choices:
            super().step(by)

    def _one(self, line: Line) -> Line:
        """What is chosen is never quiet."""
        return super()._one(line) if self.has_focus else line.add("  ").add(self.words, "$foreground", tag=1)


class TurnRow(Row):
    """A value that goes on and on."""

    @property
    def words(self) -> str:
        """The value as it is shown."""
        return ""

    def hit(self, tag: object) -> None:
        """A click on an arrow."""
        if isinstance(tag, int) and tag:
            self.step(tag)

    def line(self) -> Line:
        line = self.start().pad(LABEL - 1)
        if not self.has_focus:
            return line.add("  ").add(self.words, "$foreground", tag=0)
        return line.add("◄ ", LIT, tag=-1).add(self.words, LIT).add(" ►", LIT, tag=1)


class DayRow(TurnRow):
    """A day up to today; more and less are weeks."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__("Day", id="day")
        self.day, self._today = day, today

    def step(self, by: int) -> None:
        """A day later or earlier."""
        self._take(by)

    def more(self, by: int) -> None:
        """A week."""
        self._take(7 * by)

    def _take(self, days: int) -> None:
        if (self._today - self.day).days >= days:
            self.day += timedelta(days=days)
            self.changed()

    @property
    def words(self) -> str:
        ago = (self._today - self.day).days
        near = {0: "today, ", 1: "yesterday, "}.get(ago, "")
        far = f", {ago} days ago" if 1 < ago < 14 else ""
        return f"{near}{self.day:%a} {self.day.day} {self.day:%b %Y}{far}"


class TimeRow(TypedRow, TurnRow):
    """When it was begun, on the clock on the wall: in quarters of an hour, in minutes, or typed."""

    LETTERS: ClassVar[frozenset[str]] = DIGITS | BETWEEN

    def __init__(self, minutes: int) -> None:
        super().__init__("Begun at", id="time")
        self.minutes = minutes

    def step(self, by: int) -> None:
        """The next quarter, or the one before."""
        quarters = self.minutes // QUARTER + by if by > 0 else -(-self.minutes // QUARTER) + by
        self._take(quarters * QUARTER)

    def more(self, by: int) -> None:
        """A minute."""
        self._take(self.minutes + by)

    def take(self, text: str) -> bool:
        """As it was typed so far."""
        minutes = minutes_of(text)
        if minutes is not None:
            self._take(minutes)
        return minutes is not None

    def _take(self, minutes: int) -> None:
        self.minutes = minutes % DAY
        self.changed()

    @property
    def words(self) -> str:
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


class When:
    """Session, mode, day and time of a workout, as rows."""

    def __init__(
        self, sessions: Sequence[tuple[str, str]], session: str, at: datetime, today: date, zone: tzinfo | None
    ) -> None:
        """`session` and `at` are what to begin with; `zone` has one fixed offset, None is that of this machine."""
        ids = [id_ for id_, _ in sessions]
        self._session = PickRow("Session", sessions, session if session in ids else (ids or [""])[0], id="session")
        self._mode = PickRow("How much", MODES, "full", id="mode")
        self._zone = zone
        self._day = DayRow(at.date(), today)
        self._time = TimeRow((at.hour * 60 + at.minute) // QUARTER * QUARTER)

    @property
    def rows(self) -> tuple[Row, ...]:
        """In their order."""
        return (self._session, self._day, self._time, self._mode)

    @property
    def session(self) -> str:
        """The chosen session."""
        return str(self._session.value)

    @property
    def mode(self) -> Mode:
        """How much of it was done."""
        return next(mode for mode, _ in MODES if mode == self._mode.value)

    @property
    def started(self) -> datetime:
        """When it was begun, with the offset of this place on that day."""
        day, minutes = self._day.day, self._time.minutes
        at = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=self._zone)
        return at.astimezone() if self._zone is None else at

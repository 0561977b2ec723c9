"""Rows for session, day and time of a workout done without the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from string import ascii_lowercase
from typing import ClassVar

from textual import events

from glutetimer.core.plan.options import Mode
from glutetimer.core.text.english import long_day
from glutetimer.core.text.typed_time import day_and_time, day_named, gap_words, meant, minutes_of, moments, told
from glutetimer.core.text.vocabulary import MODES
from glutetimer.tui.widgets.answer_row import LABEL
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import LIT, ChoiceRow, Row
from glutetimer.tui.widgets.typed_row import DIGITS, TypedRow

#: Minutes of a step, and of a day.
QUARTER, DAY = 15, 24 * 60


class PickRow(ChoiceRow):
    """Row of several values between arrows, its words under those of the answers."""

    def start(self) -> ClickLine:
        return super().start().pad(LABEL - 1)

    def step(self, by: int) -> None:
        """Go to the next value, going round; do nothing where there is no value."""
        if self._choices:
            super().step(by)

    def _one(self, line: ClickLine) -> ClickLine:
        """Draw the chosen value, always in the usual colour."""
        return super()._one(line) if self.has_focus else line.add("  ").add(self.words, "$foreground", tag=1)


class TurnRow(Row):
    """Row with a value that goes on without end."""

    @property
    def words(self) -> str:
        """Value as it is shown."""
        return ""

    def hit(self, tag: object) -> None:
        """Step by a click on an arrow."""
        if isinstance(tag, int) and tag:
            self.step(tag)

    def line(self) -> ClickLine:
        line = self.start().pad(LABEL - 1)
        if not self.has_focus:
            return line.add("  ").add(self.words, "$foreground", tag=0)
        return line.add("◄ ", LIT, tag=-1).add(self.words, LIT).add(" ►", LIT, tag=1)


class DayRow(TurnRow):
    """Row of a day up to today; more and less are weeks."""

    def __init__(self, day: date, now: datetime) -> None:
        """`now` (naive) is that of this place."""
        super().__init__("Day", id="day")
        self.day, self._now, self._today = day, now, now.date()

    def named(self, word: str, minutes: int) -> bool:
        """Take the day of this name, with a time on it; whether there is one."""
        found = day_named(word, minutes, self._now)
        self.day = found or self.day
        self.refresh()
        return found is not None

    def dated(self, text: str) -> int | None:
        """Take the day of a whole date and time; return the minutes since midnight, None for any other text."""
        found = told(text, self._now)
        if found is None or found.tzinfo is not None or found.date() > self._today:
            return None
        self.day = found.date()
        self.refresh()
        return found.hour * 60 + found.minute

    def step(self, by: int) -> None:
        """Go a day later or earlier."""
        self._take(by)

    def more(self, by: int) -> None:
        """Go a week later or earlier."""
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
        return f"{near}{long_day(self.day)}{far}"


class TimeRow(TypedRow, TurnRow):
    """Row of the start on the clock on the wall: in quarters of an hour, in minutes, or typed, also with a day.

    A typed text without meaning (yet) stays as it was typed: it is not turned into anything else.
    """

    LETTERS: ClassVar[frozenset[str]] = DIGITS | frozenset(":" + ascii_lowercase) - {"c"}

    def __init__(self, minutes: int, day: DayRow) -> None:
        super().__init__("Started at", id="time")
        self.minutes, self._day = minutes, day
        self.unread = ""

    def hear_key(self, event: events.Key) -> None:
        """Take every letter once typing has started; with too many digits start again."""
        typed, letter = self._typed, event.character or ""
        if event.key == "backspace" and typed:
            self._put(typed[:-1], event)
        elif letter in self.LETTERS or (typed and len(letter) == 1 and letter.isprintable()):
            whole = typed + letter
            again = whole.isdigit() and minutes_of(whole) is None
            self._put(letter if again else whole, event)
        else:
            self.anew()

    def _put(self, text: str, event: events.Key) -> None:
        self._typed = text
        self.unread = "" if not text or self.take(text) else text
        if self.unread or not text:
            self.changed()
        event.stop()

    def step(self, by: int) -> None:
        """Go to the next quarter of an hour, or the one before."""
        quarters = self.minutes // QUARTER + by if by > 0 else -(-self.minutes // QUARTER) + by
        self._take(quarters * QUARTER)

    def more(self, by: int) -> None:
        """Go a minute later or earlier."""
        self._take(self.minutes + by)

    def take(self, text: str) -> bool:
        """Take the text as far as it was typed."""
        if "-" in text:
            dated = self._day.dated(text)
            self._take(self.minutes if dated is None else dated)
            return dated is not None
        day, time = day_and_time(text)
        minutes = minutes_of(time) if time or not day else self.minutes
        if minutes is None or (day and not self._day.named(day, minutes)):
            return False
        self._take(minutes)
        return True

    def _take(self, minutes: int) -> None:
        self.minutes, self.unread = minutes % DAY, ""
        self.changed()

    @property
    def words(self) -> str:
        if self.unread:
            return f"{self.unread} ?"
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


class When:
    """Session, mode, day and time of a workout, as rows."""

    def __init__(
        self, sessions: Sequence[tuple[str, str]], session: str, at: datetime, now: datetime, zone: tzinfo | None
    ) -> None:
        """`session` and `at` are the first values; `now` is aware; `zone` is of this place, None the machine's."""
        ids = [id_ for id_, _ in sessions]
        self._session = PickRow("Session", sessions, session if session in ids else (ids or [""])[0], id="session")
        self._mode = PickRow("How much", [(mode, words.label) for mode, words in MODES.items()], "full", id="mode")
        self._now, self._zone = now, zone
        self._day = DayRow(at.date(), now.replace(tzinfo=None))
        self._time = TimeRow((at.hour * 60 + at.minute) // QUARTER * QUARTER, self._day)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Rows in their order."""
        return (self._session, self._day, self._time, self._mode)

    @property
    def session(self) -> str:
        """Id of the chosen session."""
        return str(self._session.value)

    @property
    def mode(self) -> Mode:
        """Chosen mode: how much of the session was done."""
        return next(mode for mode in MODES if mode == self._mode.value)

    @property
    def started(self) -> datetime:
        """Start with the offset of this place at that time; of two possible moments the later that is over."""
        found = moments(self._at, self._here)
        return meant(found, self._now) if found else self._here(self._at)

    @property
    def gap(self) -> str:
        """Sentence why the clocks skipped this time, "" where they did not."""
        return "" if moments(self._at, self._here) else f"{gap_words(self._at, self._here)}."

    @property
    def unread(self) -> str:
        """Typed text that is no time; "" where all is understood."""
        return self._time.unread

    @property
    def _at(self) -> datetime:
        """Time on the clock on the wall."""
        return datetime.combine(self._day.day, time(*divmod(self._time.minutes, 60)))

    def _here(self, at: datetime) -> datetime:
        if self._zone is None:
            return at.astimezone()
        return at.replace(tzinfo=self._zone).astimezone(UTC).astimezone(self._zone)

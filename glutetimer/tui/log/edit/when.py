"""The rows that say which workout was done without the program, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from string import ascii_lowercase
from typing import ClassVar

from textual import events

from glutetimer.core.plan.options import Mode
from glutetimer.core.text.english import long_day
from glutetimer.core.text.typed_time import day_named, gap_words, meant, moments, told
from glutetimer.core.text.vocabulary import MODES
from glutetimer.tui.log.edit.typed_time import minutes_of, parts
from glutetimer.tui.widgets.answer_row import LABEL
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import LIT, ChoiceRow, Row
from glutetimer.tui.widgets.typed_row import DIGITS, TypedRow

#: Minutes of a step, and of a day.
QUARTER, DAY = 15, 24 * 60


class PickRow(ChoiceRow):
    """One of several values between arrows, its words under those of the answers."""

    def start(self) -> ClickLine:
        return super().start().pad(LABEL - 1)

    def step(self, by: int) -> None:
        """Round; where there is nothing to choose from, nothing happens."""
        if self._choices:
            super().step(by)

    def _one(self, line: ClickLine) -> ClickLine:
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

    def line(self) -> ClickLine:
        line = self.start().pad(LABEL - 1)
        if not self.has_focus:
            return line.add("  ").add(self.words, "$foreground", tag=0)
        return line.add("◄ ", LIT, tag=-1).add(self.words, LIT).add(" ►", LIT, tag=1)


class DayRow(TurnRow):
    """A day up to today; more and less are weeks."""

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
        """Take the day of a whole date and time; the minutes since midnight, None where the text is no such thing."""
        found = told(text, self._now)
        if found is None or found.tzinfo is not None or found.date() > self._today:
            return None
        self.day = found.date()
        self.refresh()
        return found.hour * 60 + found.minute

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
        return f"{near}{long_day(self.day)}{far}"


class TimeRow(TypedRow, TurnRow):
    """When it was begun, on the clock on the wall: in quarters of an hour, in minutes, or typed, also with a day.

    What is typed and means nothing (yet) stands there as it was typed: nothing else is made of it.
    """

    LETTERS: ClassVar[frozenset[str]] = DIGITS | frozenset(":" + ascii_lowercase) - {"c"}

    def __init__(self, minutes: int, day: DayRow) -> None:
        super().__init__("Begun at", id="time")
        self.minutes, self._day = minutes, day
        self.unread = ""

    def hear_key(self, event: events.Key) -> None:
        """Once typing has begun every letter belongs to it; digits that are too many begin anew."""
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
        """The next quarter, or the one before."""
        quarters = self.minutes // QUARTER + by if by > 0 else -(-self.minutes // QUARTER) + by
        self._take(quarters * QUARTER)

    def more(self, by: int) -> None:
        """A minute."""
        self._take(self.minutes + by)

    def take(self, text: str) -> bool:
        """As it was typed so far."""
        if "-" in text:
            dated = self._day.dated(text)
            self._take(self.minutes if dated is None else dated)
            return dated is not None
        day, time = parts(text)
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
        """`session` and `at` are what to begin with; `now` is aware; `zone` is of this place, None the machine's."""
        ids = [id_ for id_, _ in sessions]
        self._session = PickRow("Session", sessions, session if session in ids else (ids or [""])[0], id="session")
        self._mode = PickRow("How much", [(mode, words.label) for mode, words in MODES.items()], "full", id="mode")
        self._now, self._zone = now, zone
        self._day = DayRow(at.date(), now.replace(tzinfo=None))
        self._time = TimeRow((at.hour * 60 + at.minute) // QUARTER * QUARTER, self._day)

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
        return next(mode for mode in MODES if mode == self._mode.value)

    @property
    def started(self) -> datetime:
        """When it was begun, with the offset of this place then; one of two moments is the later that is over."""
        found = moments(self._at, self._here)
        return meant(found, self._now) if found else self._here(self._at)

    @property
    def gap(self) -> str:
        """Why there is no such time, "" where there is."""
        return "" if moments(self._at, self._here) else f"{gap_words(self._at, self._here)}."

    @property
    def unread(self) -> str:
        """What was typed as a time and is none; "" where all is understood."""
        return self._time.unread

    @property
    def _at(self) -> datetime:
        """What the clock on the wall showed."""
        return datetime.combine(self._day.day, time(*divmod(self._time.minutes, 60)))

    def _here(self, at: datetime) -> datetime:
        if self._zone is None:
            return at.astimezone()
        return at.replace(tzinfo=self._zone).astimezone(UTC).astimezone(self._zone)

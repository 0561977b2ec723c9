"""Screen to correct a workout of the log. Nothing is written before it is kept."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from glutetimer.core.log.query import LogBook, Opened
from glutetimer.core.record.record import Workout
from glutetimer.core.text.english import count, full_day, long_day
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.log.common.keys import LOG_EDIT
from glutetimer.tui.log.edit.page import AnsweringPage, answer_bindings
from glutetimer.tui.log.edit.rows import AnswerRows


class EditScreen(AnsweringPage):
    """Corrects bouts, who counted, harder side, effort, pain and note of one workout."""

    TABLE = LOG_EDIT
    BINDINGS: ClassVar[list[BindingType]] = answer_bindings(LOG_EDIT)

    def __init__(self, book: LogBook, opened: Opened) -> None:
        super().__init__(book, opened.workout, AnswerRows(opened.workout, counted=True, grounds=book.grounds))
        self._opened = opened

    @property
    def changes(self) -> int:
        """Number of bouts and answers that differ from the file."""
        before, now = self.before, self.workout
        pairs = (
            (before.confirmed, now.confirmed),
            (before.harder_side, now.harder_side),
            (before.effort, now.effort),
            (before.pain, now.pain),
            (before.more_pain, now.more_pain),
            (_after(before), _after(now)),
            (before.morning, now.morning),
            (before.note, now.note),
        )
        return self.corrected + sum(old != new for old, new in pairs)

    @property
    def _told(self) -> str:
        return count(self.changes, "change")

    @property
    def does(self) -> str:
        return f"keep {self._told}" if self.changes else "back, nothing changed"

    @property
    def loss(self) -> str:
        return f"{self._told} not kept" if self.changes else ""

    def redraw(self) -> None:
        super().redraw()
        right = self.loss or "nothing changed"
        self.head(self._who(self.query_one("#head").size.width - len(right) - 2), right)

    def _who(self, room: int) -> str:
        """Name of the workout in this many columns: the time of day goes first, then the end of the name."""
        name, started = self.before.name, self.before.started
        day = full_day(started)
        whole = f"Correct · {name} · {long_day(started)} {started:%H:%M}"
        if len(whole) <= room:
            return whole
        return f"Correct · {shorten(name, max(1, room - len(day) - 13))} · {day}"

    def write(self, workout: Workout) -> str:
        """Amend the file, if anything has changed."""
        if not self.changes:
            return ""
        return self._book.amend(self._opened, workout)

    def keep(self) -> None:
        if self.changes:
            super().keep()
        else:
            self.dismiss(None)


def _after(workout: Workout) -> tuple[object, ...]:
    """Answers about the pain afterwards, compared as one."""
    return (workout.pain_after, workout.place_after, workout.pain_side_after, workout.pain_flag_after)

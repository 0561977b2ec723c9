"""What can be done with the workouts of the history: correct, add, delete, bring back."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core.log.query import Opened
from glutetimer.core.log.rows import WorkoutRow, workout_row
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile
from glutetimer.tui.log.common.memory import ALL
from glutetimer.tui.log.history.filters import shows
from glutetimer.tui.log.history.narrow import FilteringPage
from glutetimer.tui.log.history.pages import Listed
from glutetimer.tui.log.history.text import delete_card, short_name


class ChangingPage(FilteringPage):
    """The marked workout can be changed; the log is read again then, and the mark stays."""

    #: The workout to be marked as soon as the log knows it.
    sought: WorkoutRow | None = None
    #: The workout that was deleted just now.
    _gone: WorkoutRow | None = None

    def _opened(self) -> Opened | None:
        """The record of the marked workout, as its file says now."""
        row = self.marked
        self.say("")
        try:
            return None if row is None else self.book.open(row.path)
        except BadFile as bad:
            self.say(f"{row.path if row else ''} cannot be read now: {bad}. It stays as it is.")
            return None

    def action_correct(self) -> None:
        """Correct the marked workout."""
        from glutetimer.tui.log.edit.correct import EditScreen

        if (opened := self._opened()) is not None:
            self.app.push_screen(EditScreen(self.book, opened), self._corrected)

    def _corrected(self, workout: Workout | None) -> None:
        if workout is not None:
            self.say(f"Corrected: {short_name(workout_row(workout))}.")
            self.read_again()

    def action_add(self) -> None:
        """Write down a workout that was done without the program."""
        from glutetimer.tui.log.edit.add import AddScreen

        row = self.marked
        session = self.wanted.session or (row.session if row else "")
        self.app.push_screen(AddScreen(self.book, session, now=self.clock()), self._added)

    def _added(self, workout: Workout | None) -> None:
        if workout is not None:
            row = self.sought = workout_row(workout)
            self.say(f"Added: {short_name(row)}.")
            self.memory.wanted = self.wanted if shows(self.wanted, row) else ALL
            self.read_again()

    def action_delete(self) -> None:
        """Move the marked workout to the trash, if that is wanted."""
        if (row := self.marked) is not None and (opened := self._opened()) is not None:
            self.ask(delete_card(row), lambda _: self._delete(row, opened))

    def _delete(self, row: WorkoutRow, opened: Opened) -> None:
        if problem := self.book.delete(opened):
            self.say(problem)
            return
        self.memory.deleted.append(opened)
        self.say(f"In the trash: {short_name(row)}. u brings it back.")
        self._gone = None if row.copy else row
        self.read_again()

    def say_after_delete(self) -> None:
        """Once the log knows that a workout is gone: whether a copy of it counts in its place."""
        gone = self._gone
        if gone is None:
            return
        listed = Listed(self.rows, ALL)
        if listed.place_of(gone) is not None:  # not known yet
            return
        self._gone = None
        if listed.place_of(replace(gone, path="")) is not None:
            self.say(f"In the trash: {short_name(gone)}. A copy with other content counts now. u brings it back.")

    def action_restore(self) -> None:
        """Bring back what was deleted last."""
        if not self.memory.deleted:
            self.say("Nothing was moved to the trash since the program was started.")
        elif problem := self.book.restore(opened := self.memory.deleted[-1]):
            self.say(problem)
        else:
            self.memory.deleted.pop()
            row = self.sought = workout_row(opened.workout, opened.path)
            self.say(f"Back again: {short_name(row)}.")
            self.read_again()

"""Actions of the history: narrow it by session, month and mode; correct, add, delete, bring back."""

from __future__ import annotations

from collections.abc import Callable

from glutetimer.core.log.query import Filter, Opened
from glutetimer.core.log.rows import WorkoutRow, workout_row
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.log.common.memory import ALL
from glutetimer.tui.log.common.page import Goto, LogPage
from glutetimer.tui.log.history import filters
from glutetimer.tui.log.history.filters import shows
from glutetimer.tui.log.history.pages import Listed
from glutetimer.tui.log.history.text import delete_card, short_name

NO_CHOICE = "There is nothing to choose from yet: no workout is known."


class ChangingPage(LogPage):
    """Page of the workouts that pass a filter. The marked workout can be changed; the log is read again then."""

    #: Workout to mark as soon as the log knows it.
    sought: WorkoutRow | None = None
    #: Workout that was deleted last.
    _gone: WorkoutRow | None = None

    @property
    def wanted(self) -> Filter:
        """Filter of the list."""
        return self.memory.wanted

    @property
    def marked(self) -> WorkoutRow | None:
        """Workout that the keys are for."""
        return None

    def say(self, words: str) -> None:
        """Show the outcome of an action, or what went wrong; "" for nothing."""

    def narrow(self, wanted: Filter) -> None:
        """Show other workouts; the mark stays where it was, if its workout is among them."""
        self.memory.wanted = wanted
        if not (wanted.week or wanted.exercise):
            self.memory.back = None
        if self.memory.marked is not None and Listed(self.rows, wanted).place_of(self.memory.marked) is None:
            self.memory.marked = None
        self.say("")
        self.show()

    def action_session(self) -> None:
        """Show one session, or all."""
        choices, row = self.rows.choices(), self.marked
        if not choices.sessions:
            self.say(NO_CHOICE)
            return
        marked = self.wanted.session or (row.session if row else "")
        card = filters.session_card(choices, marked)
        self.ask(card, lambda answer: self.narrow(replace(self.wanted, session=answer)))

    def action_month(self) -> None:
        """Show one month, or all; with many years ask for the year first."""
        months, row = self.rows.choices().months, self.marked
        marked = self.wanted.month or (f"{row.started:%Y-%m}" if row else "")
        if not months:
            self.say(NO_CHOICE)
        elif len(months) <= filters.MOST_MONTHS:
            self.ask(filters.month_card(months, marked), self._take_month)
        else:
            self.ask(filters.year_card(months, marked), lambda year: self._month_of(year, marked))

    def _month_of(self, year: str, marked: str) -> None:
        if not year:
            self._take_month("")
            return
        months = [month for month in self.rows.choices().months if month.startswith(f"{year}-")]
        self.ask(filters.month_card(months, marked), self._take_month)

    def _take_month(self, month: str) -> None:
        self.narrow(replace(self.wanted, month=month, week=None, since=None))

    def action_older(self, by: int) -> None:
        """Go to the next older month with workouts, or the next newer one."""
        months = self.rows.choices().months
        if self.wanted.month in months:
            at = months.index(self.wanted.month)
            others = months[at + 1 :] if by > 0 else reversed(months[:at])
            tried = (replace(self.wanted, month=month) for month in others)
            if (found := next((wanted for wanted in tried if self.rows.count(wanted)), None)) is not None:
                self.narrow(found)

    def action_mode(self) -> None:
        """Change between whole sessions, one round, all."""
        self.narrow(filters.next_mode(self.wanted, self.rows.choices()))

    def action_pain(self) -> None:
        """Show only workouts with pain, or all again."""
        self.narrow(replace(self.wanted, pain=not self.wanted.pain))

    def action_clear(self) -> None:
        """Show all workouts again."""
        self.narrow(ALL)

    def action_leave(self) -> None:
        """Go back to the page from which the filter comes; else show all workouts; else leave the log."""
        if self.memory.back is not None:
            self.dismiss(Goto(self.memory.back))
            self.memory.wanted, self.memory.back = ALL, None
        elif self.wanted != ALL:
            self.action_clear()
        else:
            super().action_leave()

    def ask(self, card: Card, take: Callable[[str], None]) -> None:
        """Show a card and act on its answer, unless that leaves all as it is."""

        def took(answer: str | None) -> None:
            if answer is not None and answer != filters.AS_IT_IS:
                take(answer)

        self.app.push_screen(card, took)

    def _opened(self) -> Opened | None:
        """Read the record of the marked workout from its file."""
        row = self.marked
        self.say("")
        try:
            return None if row is None else self.book.open(row.path)
        except BadFile as bad:
            self.say(f"{row.path if row else ''} cannot be read now: {bad}. It stays as it is.")
            return None

    def action_correct(self) -> None:
        """Open the marked workout for correction."""
        from glutetimer.tui.log.edit.correct import EditScreen

        if (opened := self._opened()) is not None:
            self.app.push_screen(EditScreen(self.book, opened), self._corrected)

    def _corrected(self, workout: Workout | None) -> None:
        if workout is not None:
            self.say(f"Corrected: {short_name(workout_row(workout))}.")
            self.read_again()

    def action_add(self) -> None:
        """Open the screen that adds a workout."""
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
        """Move the marked workout to the trash, after a question."""
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
        """Report the delete once the log knows it: whether a copy counts in its place."""
        gone = self._gone
        if gone is None:
            return
        listed = Listed(self.rows, ALL)
        if listed.place_of(gone) is not None:  # the log does not know it yet
            return
        self._gone = None
        if listed.place_of(replace(gone, path="")) is not None:
            self.say(f"In the trash: {short_name(gone)}. A copy with other content counts now. u brings it back.")

    def action_restore(self) -> None:
        """Bring back the workout that was deleted last."""
        if not self.memory.deleted:
            self.say("Nothing was moved to the trash since the program was started.")
        elif problem := self.book.restore(opened := self.memory.deleted[-1]):
            self.say(problem)
        else:
            self.memory.deleted.pop()
            row = self.sought = workout_row(opened.workout, opened.path)
            self.say(f"Back again: {short_name(row)}.")
            self.read_again()

"""How the history is narrowed: by session, month and mode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from glutetimer.core.log.query import Filter
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.tui.card.card import Card
from glutetimer.tui.log.common.memory import ALL
from glutetimer.tui.log.common.page import Goto, LogPage
from glutetimer.tui.log.history import filters
from glutetimer.tui.log.history.pages import Listed

NO_CHOICE = "There is nothing to choose from yet: no workout is known."


class FilteringPage(LogPage):
    """A page of the workouts that pass a filter; one of them may be `marked`."""

    @property
    def wanted(self) -> Filter:
        """The filter."""
        return self.memory.wanted

    @property
    def marked(self) -> WorkoutRow | None:
        """The workout that keys are for."""
        return None

    def say(self, words: str) -> None:
        """What was done, or what stood in the way; "" for nothing."""

    def narrow(self, wanted: Filter) -> None:
        """Show these; the mark stays where it was, if that is among them."""
        self.memory.wanted = wanted
        if not (wanted.week or wanted.exercise):
            self.memory.back = None
        if self.memory.marked is not None and Listed(self.rows, wanted).place_of(self.memory.marked) is None:
            self.memory.marked = None
        self.say("")
        self.show()

    def action_session(self) -> None:
        """One session, or all."""
        choices, row = self.rows.choices(), self.marked
        if not choices.sessions:
            self.say(NO_CHOICE)
            return
        marked = self.wanted.session or (row.session if row else "")
        card = filters.session_card(choices, marked)
        self.ask(card, lambda answer: self.narrow(replace(self.wanted, session=answer)))

    def action_month(self) -> None:
        """One month, or all; of many years the year first."""
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
        """The next older month in which there is something, or the next newer one."""
        months = self.rows.choices().months
        if self.wanted.month in months:
            at = months.index(self.wanted.month)
            others = months[at + 1 :] if by > 0 else reversed(months[:at])
            tried = (replace(self.wanted, month=month) for month in others)
            if (found := next((wanted for wanted in tried if self.rows.count(wanted)), None)) is not None:
                self.narrow(found)

    def action_mode(self) -> None:
        """Whole sessions, one round, all."""
        self.narrow(filters.next_mode(self.wanted, self.rows.choices()))

    def action_pain(self) -> None:
        """Only where something hurt, or all again."""
        self.narrow(replace(self.wanted, pain=not self.wanted.pain))

    def action_clear(self) -> None:
        """All workouts again."""
        self.narrow(ALL)

    def action_leave(self) -> None:
        """Back where the filter is from; else all workouts again; where that is so already, out of the log."""
        if self.memory.back is not None:
            self.dismiss(Goto(self.memory.back))
            self.memory.wanted, self.memory.back = ALL, None
        elif self.wanted != ALL:
            self.action_clear()
        else:
            super().action_leave()

    def ask(self, card: Card, take: Callable[[str], None]) -> None:
        """Do something with the answer to a card; where all is to stay as it is, nothing."""

        def took(answer: str | None) -> None:
            if answer is not None and answer != filters.AS_IT_IS:
                take(answer)

        self.app.push_screen(card, took)

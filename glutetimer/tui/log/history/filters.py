"""Filters of the history: in words, and the cards that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from glutetimer.core.log.query import Choices, Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.text.english import full_day
from glutetimer.core.text.vocabulary import MODES
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card, CardChoice

#: Answer of a card that leaves all as it is.
AS_IT_IS = "as it is"
_BACK = CardChoice(AS_IT_IS, "Leave it as it is")
#: With more months than these a card asks for the year first.
MOST_MONTHS = 14
#: Answers that have a digit.
DIGITS = 9


def in_words(wanted: Filter, rows: LogRows) -> str:
    """Filter in words: "Hip control · November 2026", "" for all workouts."""
    names = dict(rows.choices().sessions) if wanted.session else {}
    known = {exercise.id: exercise.name for exercise in rows.exercises()} if wanted.exercise else {}
    parts = (
        names.get(wanted.session, wanted.session),
        month_in_words(wanted.month) if wanted.month else "",
        MODES[wanted.mode].chosen if wanted.mode else "",
        f"week of {full_day(wanted.week)}" if wanted.week else "",
        f"since {full_day(wanted.since)}" if wanted.since else "",
        f"with {known.get(wanted.exercise, wanted.exercise)}" if wanted.exercise else "",
        "with pain" if wanted.pain else "",
    )
    return " · ".join(filter(None, parts))


def month_in_words(month: str) -> str:
    """Month in words: "2026-11" as "November 2026"."""
    year, _, number = month.partition("-")
    return f"{date(int(year), int(number), 1):%B %Y}"


def session_card(choices: Choices, marked: str) -> Card:
    """Card that asks for the session; that of the marked workout is marked here too."""
    named = [CardChoice(id_, name, _digit(place)) for place, (id_, name) in enumerate(choices.sessions)]
    return _card("Show one session", [CardChoice("", "All sessions", "a"), *named], marked)


def month_card(months: Sequence[str], marked: str) -> Card:
    """Card that asks for the month."""
    named = [CardChoice(month, month_in_words(month)) for month in months]
    return _card("Show one month", [CardChoice("", "All months", "a"), *named], marked)


def year_card(months: Sequence[str], marked: str) -> Card:
    """Card that asks for the year; the next card asks for the month."""
    years = list(dict.fromkeys(month[:4] for month in months))
    named = [CardChoice(year, year, _digit(place)) for place, year in enumerate(years)]
    return _card("Show one month · which year", [CardChoice("", "All months", "a"), *named], marked[:4])


def _card(title: str, answers: list[CardChoice], marked: str) -> Card:
    values = [answer.value for answer in answers]
    chosen = values.index(marked) if marked in values else 0
    return Card(title, [*answers, _BACK], chosen=chosen, blocks=False, harmless=len(answers))


def _digit(place: int) -> str:
    return str(place + 1) if place < DIGITS else ""


def next_mode(wanted: Filter, choices: Choices) -> Filter:
    """Filter with the next of the modes in use; after the last one with all of them."""
    round_ = [None, *(mode for mode in MODES if mode in choices.modes)]
    at = round_.index(wanted.mode) if wanted.mode in round_ else 0
    return replace(wanted, mode=round_[(at + 1) % len(round_)])


def shows(wanted: Filter, row: WorkoutRow) -> bool:
    """Whether a workout certainly passes the filter, as far as session, month, mode and pain decide."""
    narrow = Filter(wanted.session and row.session, wanted.month and f"{row.started:%Y-%m}", wanted.mode and row.mode)
    return wanted == replace(narrow, pain=wanted.pain and row.hurt)

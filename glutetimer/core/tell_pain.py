"""Pain in a run or the morning after, written down by whichever front end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.pain.tellings import PainDay
from glutetimer.core.run.pain_choices import After, after_pain, today_of
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.log.query import LogBook
    from glutetimer.core.pain.body_places import Morning
    from glutetimer.core.pain.morning import MorningQuestion
    from glutetimer.core.ports import LiveRun
    from glutetimer.core.run.commands import TellPain


def tell(live: LiveRun, told: TellPain, now: float) -> After:
    """Write the pain down, and find what follows by earlier pains, of today and the log; `now` is the run's clock."""
    live.run.press(told, now)
    state = live.run.engine.state
    return after_pain(state, told, pain_today(live), live.pains, limit=live.pain_limit)


def pain_today(live: LiveRun) -> PainDay:
    """All pain of this workout up to now."""
    workout = live.run.workout
    return today_of(live.run.engine.state, PainDay(workout.id, workout.started))


def write_morning(book: LogBook, question: MorningQuestion, answer: Morning) -> str:
    """Amend the record that the question is about, as any correction does; return the problem, or ""."""
    try:
        opened = book.open(question.day.path)
    except BadFile as bad:
        return f"Not written: {bad.problems[0].at(question.day.path)}"
    if opened.workout.morning == answer:
        return ""
    return book.amend(opened, replace(opened.workout, morning=answer))

"""How a pain was the morning after, written into the record of its workout."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core.log.book import LogBook
from glutetimer.core.pain.morning import MorningQuestion
from glutetimer.core.pain.places import Morning
from glutetimer.core.problems import BadFile


def write_morning(book: LogBook, question: MorningQuestion, answer: Morning) -> str:
    """Amend the record that the question is about, as any correction does; what stood in the way, or ""."""
    try:
        opened = book.open(question.day.path)
    except BadFile as bad:
        return f"Not written: {bad.problems[0].at(question.day.path)}"
    if opened.workout.morning == answer:
        return ""
    return book.amend(opened, replace(opened.workout, morning=answer))

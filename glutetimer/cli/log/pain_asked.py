"""What is still to be asked about a pain where a person sits at the terminal; elsewhere it stays unknown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import click

from glutetimer.cli.common import Setting
from glutetimer.cli.log.desk_book import FileBook
from glutetimer.cli.log.pain_options import Given
from glutetimer.cli.log.rows import rows_of
from glutetimer.cli.output import say, warn
from glutetimer.core.pain.advice import ASK_FLAGS
from glutetimer.core.pain.morning import answer_for, asked_in_words, morning_question, noted
from glutetimer.core.pain.places import FLAGS, PLACES, Flag, asks_for_flags, flag_words, flags_for, place_numbered
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.pain.told_later import all_told, said_later
from glutetimer.core.record import PainSide, Workout

Answer = TypeVar("Answer")
_SIDES: dict[str, PainSide] = {"l": "left", "left": "left", "r": "right", "right": "right", "m": "both", "both": "both"}


def is_asked() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def filled_in(told: Given, workout: Workout) -> Given:
    """What was said, and what a person at the terminal answers to the rest; Enter leaves a question open."""
    if not is_asked():
        return told
    whole, after = told.whole(told.applied(workout)), told.after(told.applied(workout))
    if told.of_whole and whole is not None:
        whole = _asked(whole)
        told = replace(told, place=whole.place or None, pain_side=whole.side, pain_flag=whole.flag)
    if told.of_after and after.score != 0:
        after = _asked(after)
        told = replace(told, place_after=after.place or None, pain_side_after=after.side, pain_flag_after=after.flag)
    return told


def _asked(told: Telling) -> Telling:
    if not told.place:
        lines = [f"  {number} {place.words}" for number, place in enumerate(PLACES, 1)]
        told = replace(told, place=_ask("Where?", lines, place_numbered) or "")
    if told.side is None:
        told = replace(told, side=_ask("Which side? l left; r right; m both, or the middle", (), _SIDES.get))
    if told.flag is None and asks_for_flags(told.place, told.score):
        flags = flags_for(told.place)
        lines = [f"  {number} {flag_words(flag)}" for number, flag in enumerate(flags, 1)]
        told = replace(told, flag=_ask(ASK_FLAGS, lines, lambda word: _flag(word, flags)))
    return told


def _flag(word: str, flags: Sequence[Flag]) -> Flag | None:
    number = int(word) if word.isdecimal() else 0
    return flags[number - 1] if 0 < number <= len(flags) else None


def _ask(question: str, lines: Iterable[str], meant: Callable[[str], Answer | None]) -> Answer | None:
    """Ask until it is answered, or left open."""
    for line in lines:
        warn(line)
    while True:
        word = str(click.prompt(f"{question} (Enter leaves it open)", default="", show_default=False, err=True))
        if not word.strip():
            return None
        if (answer := meant(word.strip().lower())) is not None:
            return answer


def with_morning(workout: Workout, now: datetime) -> Workout:
    """The workout with how its pain was the morning after, where that has come and is answered here."""
    question = morning_question([pain_day(workout)], now)
    if question is None or not is_asked():
        return workout
    return replace(workout, morning=_ask(asked_in_words(question), (), answer_for))


def say_what_follows(before: Workout | None, workout: Workout, now: datetime, where: Setting) -> None:
    """What is said of a pain that was told now, as a run says it; and what is left to ask."""
    known = all_told(before) if before else ()
    new = [told for told in all_told(workout) if told not in known]
    if new:  # else the log is not read
        for sentence in said_later(new, workout, FileBook(where, rows_of(where)).grounds(workout)):
            say(f"  {sentence}")
    if workout.morning is not None and (before is None or before.morning != workout.morning):
        say(f"  {noted(workout.morning, pain_day(workout))}")
    for line in _left_open(workout, now):
        say(f"  {line}")


def _left_open(workout: Workout, now: datetime) -> Iterable[str]:
    """Unanswered is unknown: who sat at no terminal is told how to answer."""
    told = pain_day(workout).tellings
    if any(one.flag is None and asks_for_flags(one.place, one.score) for one in told):
        yield f"Not asked: {ASK_FLAGS} --pain-flag (or --pain-flag-after) {', '.join(FLAGS)}"
    if question := morning_question([pain_day(workout)], now):
        yield f"{question.text} gone / the same / worse: glutetimer log edit {workout.id} --morning gone|same|worse"

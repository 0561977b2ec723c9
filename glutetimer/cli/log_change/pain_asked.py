"""Ask about pain in a workout of the log, for what the command line leaves open and where a person can answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from glutetimer.adapters.log.change import open_record, replace_record
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.output import say, stop, stop_for, warn
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.log.progress import rows_of
from glutetimer.cli.log_change.pain_options import Given
from glutetimer.cli.wiring.log import FileBook
from glutetimer.core.pain.advice import ASK_FLAGS
from glutetimer.core.pain.body_places import FLAGS, PLACES, Flag, asks_for_flags, flag_words, flags_for, place_numbered
from glutetimer.core.pain.morning import answer_for, asked_in_words, morning_question, noted
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.pain.told_later import all_told, said_later
from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import clean_workout
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile
from glutetimer.core.text.vocabulary import pain_side
from glutetimer.core.values import replace

Answer = TypeVar("Answer")


def is_asked() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def filled_in(told: Given, workout: Workout) -> Given:
    """Pain as given, completed by a person at the terminal; Enter leaves a question open."""
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
        told = replace(told, side=_ask("Which side? l left; r right; m both, or the middle", (), pain_side))
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
    """Ask how the pain was the morning after, where that morning has come and a person can answer."""
    question = morning_question([pain_day(workout)], now)
    if question is None or not is_asked():
        return workout
    return replace(workout, morning=_ask(asked_in_words(question), (), answer_for))


def say_what_follows(before: Workout | None, workout: Workout, now: datetime, where: Settings) -> None:
    """Print what follows from the new pain, as a run prints it, and the open questions."""
    known = all_told(before) if before else ()
    new = [told for told in all_told(workout) if told not in known]
    if new:  # else the log need not be read
        for sentence in said_later(new, workout, FileBook(where, rows_of(where)).grounds(workout)):
            say(f"  {sentence}")
    if workout.morning is not None and (before is None or before.morning != workout.morning):
        say(f"  {noted(workout.morning, pain_day(workout))}")
    for line in _left_open(workout, now):
        say(f"  {line}")


def _left_open(workout: Workout, now: datetime) -> Iterable[str]:
    """Explain how to answer the open questions later: without an answer the value is unknown."""
    told = pain_day(workout).tellings
    if any(one.flag is None and asks_for_flags(one.place, one.score) for one in told):
        yield f"Not asked: {ASK_FLAGS} --pain-flag (or --pain-flag-after) {', '.join(FLAGS)}"
    if question := morning_question([pain_day(workout)], now):
        yield f"{question.text} gone / the same / worse: glutetimer log edit {workout.id} --morning gone|same|worse"


def tell_record(path: Path, told: Given, trash: Path) -> str:
    """Write the pain into the record; return a remark on the change, "" where nothing was changed.

    Ends the program where it cannot be written.
    """
    try:
        text, before, mark = open_record(path)
        after = filled_in(told, before).applied(before)
        if clean_workout(after) == before:
            return ""
        text = amended_text(text, before, after, local_now()[0])
    except BadFile as bad:
        stop_for(path, bad)
    change = replace_record(path, mark, text, trash)
    if not change.done:
        stop(clean(change.said))
    return clean(change.said or f"Changed: {path}")

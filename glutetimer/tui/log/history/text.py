"""Texts around the history's list: nothing to show, unreadable files, the question before a delete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glutetimer.core.log.query import Unreadable
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.text.english import count, long_day, short_day
from glutetimer.core.text.vocabulary import MODES
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.log.history.filters import AS_IT_IS

_EMPTY = """No workouts yet.

What you do is written down here by itself. Esc, then Enter, starts a session.

One that you did without the program: a adds it."""
_READING = """The log is being read.

What is found is shown here; nothing need wait for it."""


def nothing(wanted: str, *, reading: bool) -> str:
    """Text in place of an empty list; `wanted` is the filter in words, "" without one."""
    if reading:
        return _READING
    return f"No workout here: {wanted}.\n\nx shows all of them." if wanted else _EMPTY


def counted(workouts: int, total: int) -> tuple[str, ...]:
    """Counts such as "40 workouts, 2 not counted", the longest first.

    Rehearsals, copies and empty workouts are listed too.
    """
    words = count(workouts, "workout")
    more = (f"{words}, {total - workouts:,} not counted",) if total > workouts else ()
    return (*more, words, f"{workouts:,}")


def others(rows: Iterable[WorkoutRow]) -> str:
    """Number of those that do not count: ", 1 rehearsal", ", 2 not counted", "" where all do."""
    left = [row for row in rows if not row.counts]
    if not left:
        return ""
    if all(row.speed != 1.0 for row in left):
        return f", {count(len(left), 'rehearsal')}"
    return f", {len(left)} not counted"


def unread_line(files: int) -> str:
    """Line that some files cannot be read, "" where all can."""
    if not files:
        return ""
    return f"! {count(files, 'file')} cannot be read: ! shows {'it' if files == 1 else 'them'}"


def unreadable_card(found: Sequence[Unreadable]) -> Card:
    """Card with each unreadable file, its line and the reason."""
    text = ["They stay as they are. Mend them, or move them away, and they are read again.", ""]
    for one in found:
        text += [one.path if one.line is None else f"{one.path}, line {one.line}", f"  {one.problem}"]
    return Card("Files that cannot be read", [CardChoice("", "Back")], text=text, blocks=False)


def delete_card(row: WorkoutRow) -> Card:
    """Card that asks before a workout goes to the trash."""
    text = [f"{row.name}, {long_day(row.started)} {row.started:%H:%M}"]
    answers = [CardChoice(AS_IT_IS, "Leave it in the log", "l"), CardChoice("delete", "Move it to the trash", "t")]
    return Card("Move it to the trash?", answers, text=text, blocks=False)


def short_name(row: WorkoutRow) -> str:
    """Name and day: "Hip control, 20 Nov"."""
    mode = MODES[row.mode].brief
    return f"{row.name}{f' {mode}' if mode else ''}, {short_day(row.started)}"

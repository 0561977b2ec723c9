"""A workout of the history, opened: its bouts, planned beside done, and what the runner said. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from glutetimer.core.afterwards import afterwards_words
from glutetimer.core.correct import EFFORTS, MOST_SCORE
from glutetimer.core.ending import ended
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.pain.places import morning_note
from glutetimer.core.pain.tellings import more_pain_words, pain_words, telling_of
from glutetimer.core.record import BoutRecord, Workout
from glutetimer.core.summary import sentence
from glutetimer.tui.bout_text import which_bout
from glutetimer.tui.log.unfolded_table import INDENT, Line, table
from glutetimer.tui.paint.canvas import Look
from glutetimer.tui.paint.texts import wrap

_HARDER = {"left": "the left was harder", "right": "the right was harder", "same": "both sides the same"}
#: A note takes at most so many lines, anything else so many.
NOTE_LINES, LINES = 6, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A workout as its file says now; without one, `problem` tells why."""

    row: WorkoutRow
    workout: Workout | None
    problem: str = ""


def lines(shown: Shown, width: int) -> tuple[Line, ...]:
    """What stands below the workout's own line, in so many columns."""
    if shown.workout is None:
        said = f"{shown.row.path} cannot be read now: {shown.problem}. It stays as it is."
        return tuple(_wrapped(said, Look("alarm"), width, LINES))
    workout, out = shown.workout, list(table(shown.workout, width))
    for text, look in _told(shown.row, workout):
        out += _wrapped(text, look, width, LINES)
    if workout.note:
        out += _wrapped(f"Note: {workout.note}", Look("text"), width, NOTE_LINES)
    for text in _beside(shown.row, workout):
        out += _wrapped(text, Look("muted"), width, LINES)
    return tuple(out)


def _wrapped(text: str, look: Look, width: int, most: int) -> list[Line]:
    """Broken into lines; those that go on are indented."""
    room = max(1, width - INDENT - 2)
    first, *rest = wrap(text, room, most) or [""]
    return [((INDENT, first, look),), *(((INDENT + 2, line, look),) for line in rest)]


def _told(row: WorkoutRow, workout: Workout) -> Iterator[tuple[str, Look]]:
    """How it went in a sentence, each bout that was stopped, and the answers."""
    if workout.bouts:
        yield sentence(workout), Look("muted")
    for bout in workout.bouts:
        if bout.result is not None and bout.result.outcome in ("form-broke", "pain"):
            yield _stopped(bout), Look("alarm" if bout.result.outcome == "pain" else "text")
        elif (told := telling_of(bout.exercise, bout.result)) is not None:
            yield f"{_which(bout)}: pain {pain_words(told)}", Look("alarm")
    for more in workout.more_pain:
        yield f"Pain, too: {more_pain_words(more)}", Look("alarm")
    if answers := _answers(workout):
        yield answers, Look("text")


def _stopped(bout: BoutRecord) -> str:
    """ "Single-leg bridge, set 2, right: stopped for form: Keep both thighs level"."""
    return f"{_which(bout)}: {ended(bout)}"


def _which(bout: BoutRecord) -> str:
    return ", ".join(filter(None, (bout.name, *which_bout(bout))))


def _answers(workout: Workout) -> str:
    effort, pain, after = workout.effort, workout.pain, afterwards_words(workout)
    return _sentence(
        [
            "" if effort is None else f"effort {effort}, {EFFORTS[min(effort, MOST_SCORE)]}",
            "" if workout.harder_side is None else _HARDER[workout.harder_side],
            "" if pain is None else f"pain {pain} of {MOST_SCORE}" if pain else "no pain",
            f"pain afterwards: {after}" if after else "",
            morning_note(workout.morning),
        ]
    )


def _sentence(parts: Sequence[str]) -> str:
    """What is said of them, with dots between."""
    said = " · ".join(filter(None, parts))
    return said[:1].upper() + said[1:]


def _beside(row: WorkoutRow, workout: Workout) -> Iterator[str]:
    """Who counted, with what kit; when it was written down or corrected; why it does not count."""
    kit = [f"band: {row.strength}" if row.strength else ""]
    kit.append(f"without {', '.join(workout.without)}" if workout.without else "")
    if about := _sentence([_counted(workout), *kit]):
        yield about
    times = [f"added {_moment(workout.added)}" if workout.added else ""]
    times.append(f"amended {', '.join(map(_moment, workout.amended))}" if workout.amended else "")
    if any(times):
        yield _sentence(times)
    if workout.speed != 1.0:
        yield f"A rehearsal at {workout.speed:g} times the speed: it is not counted."
    if row.copy:
        yield f"A copy that says otherwise, in {row.path}: it is not counted."


def _counted(workout: Workout) -> str:
    """Only what the program counted wants a yes."""
    if workout.confirmed:
        return "" if workout.added else "all as counted"
    program = any(bout.result is not None and bout.result.counted_by == "program" for bout in workout.bouts)
    return "counted by the program, not confirmed" if program else ""


def _moment(at: datetime) -> str:
    return f"{at.day} {at:%b %Y %H:%M}"

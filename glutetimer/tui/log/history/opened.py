"""Opened workout of the history: its bouts beside the plan, and the runner's answers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from rich.cells import cell_len

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.pain.body_places import morning_note
from glutetimer.core.pain.tellings import more_pain_words, pain_words, telling_of
from glutetimer.core.record.answers import EFFORTS, MOST_SCORE
from glutetimer.core.record.ending import ended
from glutetimer.core.record.pain_keys import afterwards_words
from glutetimer.core.record.record import BoutRecord, Workout
from glutetimer.core.record.summary import Count, Done, SummaryRow, rows, sentence
from glutetimer.core.text.english import full_day
from glutetimer.core.text.vocabulary import HARDER, lettered
from glutetimer.tui.drawing.canvas import Look
from glutetimer.tui.drawing.text import shorten, wrap
from glutetimer.tui.finish.bout_text import which_bout

#: Most lines of a note, and of anything else.
NOTE_LINES, LINES = 6, 3


class OpenedWorkout(Struct, frozen=True):
    """Workout as its file is now; without one, `problem` is the reason."""

    row: WorkoutRow
    workout: Workout | None
    problem: str = ""


def lines(shown: OpenedWorkout, width: int) -> tuple[Line, ...]:
    """Lines below the workout's own line, in this many columns."""
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
    """Text broken into lines; further lines are indented."""
    room = max(1, width - INDENT - 2)
    first, *rest = wrap(text, room, most) or [""]
    return [((INDENT, first, look),), *(((INDENT + 2, line, look),) for line in rest)]


def _told(row: WorkoutRow, workout: Workout) -> Iterator[tuple[str, Look]]:
    """Describe how it went in a sentence, each bout that was stopped, and the answers."""
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
    """Stopped bout: "Single-leg bridge, set 2, right: stopped for form: Keep both thighs level"."""
    return f"{_which(bout)}: {ended(bout)}"


def _which(bout: BoutRecord) -> str:
    return ", ".join(filter(None, (bout.name, *which_bout(bout))))


def _answers(workout: Workout) -> str:
    effort, pain, after = workout.effort, workout.pain, afterwards_words(workout)
    return _sentence(
        [
            "" if effort is None else f"effort {effort}, {EFFORTS[min(effort, MOST_SCORE)]}",
            "" if workout.harder_side is None else HARDER[workout.harder_side].told,
            "" if pain is None else f"pain {pain} of {MOST_SCORE}" if pain else "no pain",
            f"pain afterwards: {after}" if after else "",
            morning_note(workout.morning),
        ]
    )


def _sentence(parts: Sequence[str]) -> str:
    """Parts in a sentence, with dots between."""
    said = " · ".join(filter(None, parts))
    return said[:1].upper() + said[1:]


def _beside(row: WorkoutRow, workout: Workout) -> Iterator[str]:
    """Remarks: who counted, with what kit; when it was written down or corrected; why it does not count."""
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
    """Whether the counts are confirmed: only those of the program need it."""
    if workout.confirmed:
        return "" if workout.added else "all as counted"
    program = any(bout.result is not None and bout.result.counted_by == "program" for bout in workout.bouts)
    return "counted by the program, not confirmed" if program else ""


def _moment(at: datetime) -> str:
    return f"{full_day(at)} {at:%H:%M}"


#: A line in parts: the column where each starts, its text, its look.
Line = tuple[tuple[int, str, Look], ...]
#: Results of a side, in parts.
Cell = list[tuple[str, Look]]

#: Column of the texts below a workout, after the line that holds it together.
INDENT = 6
#: Columns between two columns; least columns of a name.
GAP, LEAST_NAME = 3, 8
_PLAIN, _QUIET, _OFF = Look("text"), Look("muted"), Look("work")


def table(workout: Workout, width: int) -> tuple[Line, ...]:
    """Table set by set where that fits; else all sets of a side in one count; then without the plan."""
    found = rows(workout)
    room = width - INDENT
    for planned, by_set in ((True, True), (True, False)):
        cells = [_cells(row, by_set=by_set) for row in found]
        wide = _wide(found, cells, planned=planned)
        if sum(wide) + GAP * (len(wide) - 1) <= room:
            return _laid(found, cells, wide, planned=planned)
    cells = [_cells(row, by_set=False) for row in found]
    wide = _wide(found, cells, planned=False)
    rest = sum(wide[1:]) + GAP * (len(wide) - 1)
    return _laid(found, cells, [max(LEAST_NAME, min(wide[0], room - rest)), *wide[1:]], planned=False)


def _cells(row: SummaryRow, *, by_set: bool) -> list[Cell]:
    """Results of each side: "L 15 13▼", "R 28 of 30▼", "5 5 a side"."""
    return [_cell(done, done.counts if by_set else (done.total,)) for done in row.done]


def _cell(done: Done, counts: Sequence[Count]) -> Cell:
    parts: Cell = [(lettered(done.side), _QUIET)] if lettered(done.side) else []
    for place, count in enumerate(counts):
        parts.append((f"{' ' if place else ''}{count.text}", _OFF if count.off else _PLAIN))
    return [*parts, (" a side", _QUIET)] if done.side == "alternate" else parts


def _long(cell: Cell) -> int:
    return sum(cell_len(text) for text, _ in cell)


def _wide(found: Sequence[SummaryRow], cells: Sequence[Sequence[Cell]], *, planned: bool) -> list[int]:
    """Widths of the name, the plan, and each side; an exercise without sides may go on under the second."""
    wide = [max((cell_len(row.name) for row in found), default=0)]
    if planned:
        wide.append(max((cell_len(row.planned) for row in found), default=0))
    most = max((len(row) for row in cells), default=0)
    for place in range(most):
        wide.append(max(_long(row[place]) for row in cells if len(row) == most))
    return wide


def _laid(
    found: Sequence[SummaryRow], cells: Sequence[Sequence[Cell]], wide: Sequence[int], *, planned: bool
) -> tuple[Line, ...]:
    """Lines with each part in its column."""
    at = [INDENT]
    for columns in wide:
        at.append(at[-1] + columns + GAP)
    out: list[Line] = []
    for row, done in zip(found, cells, strict=True):
        parts = [(at[0], shorten(row.name, wide[0]), _QUIET)]
        if planned:
            parts.append((at[1], row.planned, _QUIET))
        for start, cell in zip(at[1 + planned :], done, strict=False):
            x = start
            for text, look in cell:
                parts.append((x, text, look))
                x += cell_len(text)
        out.append(tuple(parts))
    return tuple(out)

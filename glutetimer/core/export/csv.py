"""Log as a table, one line a bout: its columns, as CSV cells and as JSON objects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from glutetimer.core.log.rows import workout_row
from glutetimer.core.pain.tellings import pain_words, telling_beside
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.text.clean import clean


class BoutLine(Struct, frozen=True):
    """One bout of a workout: `number` from 1 in the order of the plan; `path` is the record's file.

    `counts` as in `WorkoutRow.counts`.
    """

    workout: Workout
    counts: bool
    bout: BoutRecord
    number: int
    path: str


class CsvColumn(Struct, frozen=True):
    """A column: its name, its content, in which unit ("" for none), and the cell of a line."""

    name: str
    unit: str
    meaning: str
    cell: Callable[[BoutLine], Cell]


def lines_of(workout: Workout, path: str) -> Iterator[BoutLine]:
    """Make a line for every planned bout, done or not."""
    counts = workout_row(workout).counts
    for number, bout in enumerate(workout.bouts, 1):
        yield BoutLine(workout, counts, bout, number, path)


def csv_row(line: BoutLine) -> list[str]:
    """Turn the line's cells into text; what does not apply is empty."""
    return [csv_cell(column.cell(line)) for column in COLUMNS]


def json_row(line: BoutLine) -> dict[str, Any]:
    """Turn the line into a JSON object with the columns as keys; what does not apply is absent."""
    cells = ((column.name, column.cell(line)) for column in COLUMNS)
    return {name: json_cell(cell) for name, cell in cells if cell is not None}


def _head(name: str, meaning: str, of: Callable[[Workout], Cell], unit: str = "") -> CsvColumn:
    return CsvColumn(name, unit, meaning, lambda line: of(line.workout))


def _planned(name: str, meaning: str, of: Callable[[BoutRecord], Cell], unit: str = "") -> CsvColumn:
    return CsvColumn(name, unit, meaning, lambda line: of(line.bout))


def _done(name: str, meaning: str, of: Callable[[Result], Cell], unit: str = "") -> CsvColumn:
    return CsvColumn(name, unit, meaning, lambda line: of(line.bout.result) if line.bout.result else None)


def _more(workout: Workout, bout: int | None) -> str | None:
    """ "3 of 10, knee, left; 2 of 10, calf": the pains that the bout has no room for."""
    told = (telling_beside(one, ()) for one in workout.more_pain if one.bout == bout)
    return "; ".join(map(pain_words, told)) or None


COLUMNS: tuple[CsvColumn, ...] = (
    _head("workout", "the workout's id", lambda one: one.id),
    _head("session", "the session's id", lambda one: one.session),
    _head("session_name", "its name then", lambda one: one.name),
    _head("mode", "full, post-run or pre-run", lambda one: one.mode),
    _head("state", "finished, or early where it was ended before", lambda one: one.state),
    CsvColumn(
        "counts", "", "true where it is in sums and trends: no rehearsal, something done", lambda line: line.counts
    ),
    _head("started", "when it was started", lambda one: one.started, "ISO 8601 with offset"),
    _head("ended", "when it ended", lambda one: one.ended, "ISO 8601 with offset"),
    _head("active", "its run time, without pauses", lambda one: one.active, "s"),
    _head("zone", "the time zone", lambda one: one.zone or None),
    _head("speed", "1.0; anything else is a rehearsal, that many times faster", lambda one: one.speed),
    _head("rounds", "rounds, or sets of each exercise", lambda one: one.rounds),
    _head("without", "kit that was missing, with commas between (JSON: a list)", lambda one: one.without or None),
    _head("confirmed", "whether the counts were said to be right", lambda one: one.confirmed),
    _head("harder_side", "the side said to be harder: left, right or same", lambda one: one.harder_side),
    _head("effort", "how hard it was", lambda one: one.effort, "0-10"),
    _head("workout_pain", "pain in the workout", lambda one: one.pain, "0-10"),
    _head("pain_after", "pain entered at the finish", lambda one: one.pain_after, "0-10"),
    _head("place_after", "where that was", lambda one: one.place_after or None),
    _head("pain_side_after", "on which side: left, right or both", lambda one: one.pain_side_after),
    _head("pain_flag_after", "the warning sign answered there, or none", lambda one: one.pain_flag_after),
    _head("morning", "how the pain was the morning after: gone, same or worse", lambda one: one.morning),
    _head("more_workout_pain", "pains said of no one set, with semicolons between", lambda one: _more(one, None)),
    _head("note", "the note", lambda one: one.note or None),
    _head(
        "amended", "when it was corrected, with commas between (JSON: a list)", lambda w: w.amended or None, "ISO 8601"
    ),
    _head("added", "when it was written down, where no program watched it", lambda w: w.added, "ISO 8601 with offset"),
    CsvColumn("bout", "", "number in the workout, from 1; each side of a set has its own", lambda line: line.number),
    _planned("exercise", "the exercise's id", lambda bout: bout.exercise),
    _planned("name", "its name then", lambda bout: bout.name),
    _planned("form", "the id of its easier or harder form, where the record says so", lambda bout: bout.form or None),
    _planned("kind", "reps or hold", lambda bout: bout.kind),
    _planned("round", "which round", lambda bout: bout.round),
    _planned("set", "which set of the exercise", lambda bout: bout.set),
    _planned("side", "left, right, both, or alternate (sides take turns)", lambda bout: bout.side),
    _planned("direction", "the direction, where it has one", lambda bout: bout.direction),
    _planned("band", "where the band was, or none", lambda bout: bout.band),
    _planned("strength", "which band it was", lambda bout: bout.strength or None),
    _planned("target", "what was planned", lambda bout: bout.target, "see unit"),
    _done("done", "what was done; empty where nobody counted", lambda result: result.done, "see unit"),
    _planned("unit", "of target and done: reps (per side) or s", lambda bout: "s" if bout.kind == "hold" else "reps"),
    _done("outcome", "done, short, form-broke, pain, skipped or not-reached", lambda result: result.outcome),
    _done("counted_by", "who counted: program, tap or hand", lambda result: result.counted_by),
    _done("seconds", "how long the work took", lambda result: result.seconds, "s"),
    _done("rest", "the rest taken after it", lambda result: result.rest, "s"),
    _done("reason", "the cue that went first, where form broke", lambda result: result.reason or None),
    _done("pain", "pain in it", lambda result: result.pain, "0-10"),
    _done("place", "where it hurt", lambda result: result.place or None),
    _done("pain_side", "on which side: left, right or both", lambda result: result.pain_side),
    _done("pain_flag", "the warning sign answered, or none", lambda result: result.pain_flag),
    CsvColumn(
        "more_pain",
        "",
        "other pains in it, with semicolons between",
        lambda line: _more(line.workout, line.number),
    ),
    CsvColumn("path", "", "the record's file", lambda line: line.path),
)
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)


#: A cell's value; None where it does not apply.
Cell = str | int | float | bool | datetime | tuple[str, ...] | tuple[datetime, ...] | None

#: Signs that make a spreadsheet take a text for a formula (full-width forms are folded), and those it may skip first.
_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
_BREAKS = frozenset("\t\r\n")
_QUOTES = frozenset("\"'`´‘’‚“”„«»‹›′″")
#: Places after which some readers begin another cell: a spreadsheet in a language that writes 1,5 splits at semicolons.
_PARTS = re.compile(r"(?<=[;\t|])")


def harmless(text: str) -> str:
    """Put an apostrophe before each part of the text that a spreadsheet would take for a formula.

    Parts are the whole text, and what follows a semicolon, a tab or a bar. To get the text back, drop the apostrophe
    from each such part that begins with an apostrophe and would be a formula without it. After the advice of OWASP on
    CSV injection.
    """
    return "".join(f"'{part}" if _is_formula(part) else part for part in _PARTS.split(text))


def _is_formula(text: str) -> bool:
    for char in text:
        if char in _BREAKS:
            return True
        if not (char.isspace() or char in _QUOTES or unicodedata.category(char) in ("Cc", "Cf")):
            return unicodedata.normalize("NFKC", char)[:1] in _FORMULA
    return False


def csv_cell(cell: Cell) -> str:
    """Turn the cell into text: numbers as numbers, moments as ISO 8601, true and false; empty where it does not apply.

    A terminal may show it, which is why characters that are unsafe there are removed (from names of files; the
    reader of records removes them from the rest).
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.isoformat()
        case tuple():
            return harmless(", ".join(item if isinstance(item, str) else item.isoformat() for item in cell))
        case str():
            return harmless(clean(cell))
    return str(cell)


def json_cell(cell: Cell) -> Any:
    """Turn the cell into a value of JSON."""
    if isinstance(cell, tuple):
        return [json_cell(item) for item in cell]
    return cell.isoformat() if isinstance(cell, datetime) else cell

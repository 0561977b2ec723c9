"""A changed session saved under a name of its own: text -> text, comments included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.substitute import AS_WRITTEN
from glutetimer.core.session import edit
from glutetimer.core.session.file_format import SAID
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise, Session, Span
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.edit import in_document, put, rewritten, take_out

#: As in the shape of a session file.
MOST_NAME = 60
#: Names that Windows keeps for devices, whatever their ending.
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in "123456789"}
)
_MOST_ID = 40

#: A new key goes below these, if they are there.
_ABOVE_DOSE = ("id", "name", "how", "reps", "hold")
_ABOVE_SETS = (*_ABOVE_DOSE, "right_dose")
_ABOVE_PACE = (*_ABOVE_SETS, "sets", "sides", "left", "right", *SAID, "directions", "tempo")
_ABOVE_WHOLE = ("format", "name", "summary", "source", "order", "rounds")


def own_session(text: str, options: Options, name: str) -> str:
    """Write the session of a file's text under another name, with rounds, rest, pace and own doses.

    Options that are only for today (mode, minutes, missing kit, first side, band) are left to the day. Raises
    BadFile where the text is no session, EmptyPlan where every exercise is left out.
    """
    session = parse_session(text, "session")
    wishes = {own.exercise: own for own in options.own}
    gone = [i for i, exercise in enumerate(session.exercises) if wishes.get(exercise.id, AS_WRITTEN).skip]
    if len(gone) == len(session.exercises):
        raise EmptyPlan("nothing is left to save: every exercise is left out (take one in again)")
    try:
        out = _rewritten(text, session, options, gone, clean(name)[:MOST_NAME].strip() or session.name)
    except Exception:  # the library fails on odd files in many ways
        what = "it is written in a way that can be read, but not changed here"
        raise BadFile([Problem(None, what, "copy the file, and change the copy")]) from None
    parse_session(out, "session")
    return out


def _rewritten(text: str, session: Session, options: Options, gone: list[int], name: str) -> str:
    kept = [exercise for index, exercise in enumerate(session.exercises) if index not in gone]
    wishes = {own.exercise: own for own in options.own}

    def write(document: Any) -> None:
        if len(document["exercise"]) == len(session.exercises):
            edit.take_items(document, gone)
        for table, exercise in zip(edit.exercises_in(document), kept, strict=True):
            _write(table, exercise, wishes.get(exercise.id, AS_WRITTEN), options, straight=session.order == "straight")
        _write_whole(document, session, options, name)

    def change(text: str) -> str:
        text = text.replace("\r\n", "\n")
        return in_document(edit.without_exercises(text if text.endswith("\n") else f"{text}\n", gone), write)

    return rewritten(text.removeprefix("\ufeff"), change)


def _write_whole(document: Any, session: Session, options: Options, name: str) -> None:
    """Write the part of the file above its exercises."""
    put(document, "name", name, ())
    if options.rounds not in (None, session.rounds.start):
        put(document, "rounds", _grown(session.rounds, options.rounds, "most"), _ABOVE_WHOLE)
    if options.rest not in (None, session.rest):
        put(document, "rest", options.rest, _ABOVE_WHOLE)


def _write(table: Any, exercise: Exercise, wish: Own, options: Options, *, straight: bool) -> None:
    """Write one exercise and its substitutes, which have doses of their own."""
    substitutes = [made for _, made in exercise.without]
    for inner, made in zip(edit.substitutes_in(table), substitutes, strict=True):
        _write_common(inner, made, AS_WRITTEN, options)
    _write_common(table, exercise, wish, options)
    _write_dose(table, exercise, wish)
    if straight and wish.sets is not None and (exercise.sets is None or exercise.sets.start != wish.sets):
        sets = wish.sets if exercise.sets is None else _grown(exercise.sets, wish.sets, "most")
        put(table, "sets", sets, _ABOVE_SETS)


def _write_common(table: Any, exercise: Exercise, wish: Own, options: Options) -> None:
    """Write pace and rest, which today's options set for substitutes too."""
    pace = wish.pace or options.pace
    if pace not in (None, exercise.pace):
        put(table, "pace", pace, _ABOVE_PACE)
    if options.rest is not None and exercise.rest not in (None, options.rest):
        take_out(table, "rest")


def _write_dose(table: Any, exercise: Exercise, wish: Own) -> None:
    left = exercise.dose.start if wish.left is None else wish.left
    if left != exercise.dose.start:
        put(table, exercise.kind, _grown(exercise.dose, left, "to"), _ABOVE_DOSE)
    right = exercise.dose_of("right") if wish.right is None else wish.right
    if exercise.sides != "each" or right == left:
        take_out(table, "right_dose")
    elif right != exercise.right_dose:
        put(table, "right_dose", right, _ABOVE_DOSE)


def _grown(span: Span, start: int | None, most: str) -> int | Mapping[str, int]:
    """Give a range another start, as long as it is still a range."""
    assert start is not None
    return {"start": start, most: span.most} if span.start < span.most and start < span.most else start


def own_id(name: str, taken: Collection[str]) -> str:
    """Make a file's stem for a session's name: a-z, 0-9 and dashes, and not taken in any spelling."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST_ID].strip("-") or "session"
    known = {other.casefold() for other in taken} | RESERVED
    ids = (stem, *(f"{stem}-{number}" for number in range(2, len(known) + 3)))
    return next(id_ for id_ in ids if id_ not in known)

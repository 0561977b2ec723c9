"""Session file: text -> `Session`, or every problem with its line."""

from __future__ import annotations

from msgspec import UnsetType

from glutetimer.core.session.file_format import (
    ExerciseTable,
    HoldRange,
    RepRange,
    SessionTable,
    SubstituteTable,
    TimesRange,
    VariantTable,
)
from glutetimer.core.session.forms import default_id
from glutetimer.core.session.rules import disagreements
from glutetimer.core.session.session import Exercise, Phase, Session, Span, Variant, in_words
from glutetimer.core.text.clean import clean, clean_all
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.lines import find_lines, line_of
from glutetimer.core.toml.parse import load_toml
from glutetimer.core.toml.tables import Fault, read_table

#: One rep where the file names no tempo.
PLAIN_TEMPO = ("rep 4",)


def parse_session(text: str, session_id: str) -> Session:
    """Read the session from a file's text; `session_id` is the file's stem.

    Raises BadFile with all problems that can be found, in order of their lines.
    """
    data = clean_all(load_toml(text))
    faults: list[Fault] = []
    file = read_table(SessionTable, data, (), faults)
    faults += list(disagreements(file, faults))
    if faults:
        raise BadFile(_problems(text, faults))
    return _session(file, clean(session_id))


def _problems(text: str, faults: list[Fault]) -> list[Problem]:
    lines = find_lines(text.removeprefix("\ufeff"))
    placed = [Problem(line_of(lines, fault.path), fault.what, fault.instead) for fault in faults]
    return sorted(dict.fromkeys(placed), key=lambda problem: problem.line or 0)


def _session(file: SessionTable, session_id: str) -> Session:
    return Session(
        id=session_id,
        name=file.name,
        summary=file.summary or "",
        source=file.source or "",
        order=file.order,
        rounds=_span(file.rounds),
        rest=file.rest,
        exercises=tuple(_with_substitutes(table) for table in file.exercise),
    )


def _with_substitutes(table: ExerciseTable) -> Exercise:
    without = tuple((word, _exercise(substitute)) for word, substitute in table.without.items())
    return _exercise(table, without)


def _exercise(table: SubstituteTable, without: tuple[tuple[str, Exercise], ...] = ()) -> Exercise:
    dose = table.reps or table.hold
    assert dose, "rules.py has seen to it"
    return Exercise(
        id=table.id,
        name=table.name or in_words(table.id),
        how=table.how or "",
        kind="reps" if table.reps else "hold",
        dose=_span(dose),
        sets=_span(table.sets) if table.sets else None,
        sides=table.sides,
        left=table.left or "",
        right=table.right or "",
        say_left=table.say_left or "",
        say_right=table.say_right or "",
        spoken=table.spoken or "",
        starts=table.starts,
        directions=table.directions,
        tempo=_tempo(table.tempo or PLAIN_TEMPO) if table.reps else (),
        pace=table.pace,
        posture=table.posture,
        band=table.band,
        unbanded=table.unbanded,
        impact=table.impact,
        key=table.key,
        needs=_needs(table.needs),
        cues=table.cues,
        set_cues=table.set_cues,
        rest=None if isinstance(table.rest, UnsetType) else table.rest,
        switch=None if isinstance(table.switch, UnsetType) else table.switch,
        harder=tuple(_variant(form, table.id) for form in table.harder),
        easier=tuple(_variant(form, table.id) for form in table.easier),
        without=without,
        right_dose=table.right_dose or None,
        fit=table.fit or None,
    )


def _variant(table: VariantTable, exercise_id: str) -> Variant:
    return Variant(
        id=table.id or default_id(exercise_id, table.name),
        name=table.name,
        cue=table.cue,
        band=table.band or None,
        needs=None if isinstance(table.needs, UnsetType) else _needs(table.needs),
        fit=table.fit or None,
    )


def _span(span: int | RepRange | HoldRange | TimesRange) -> Span:
    if isinstance(span, int):
        return Span(span, span)
    return Span(span.start, span.most if isinstance(span, TimesRange) else span.to)


def _tempo(phases: tuple[str, ...]) -> tuple[Phase, ...]:
    pairs = (phase.split() for phase in phases)
    return tuple(Phase(label, float(seconds)) for label, seconds in pairs)


def _needs(needs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(need.split(" or ")) for need in needs)

"""Format of a session file: its tables, keys, types and ranges, each stated once.

`toml/tables.py` checks files against these tables, and the JSON Schema for editors is made from them. `rules.py`
holds the rules between keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from glutetimer.core.session.kit import KIT_WORD, OTHER_SCRIPT
from glutetimer.core.session.session import (
    MOST_HOLD,
    MOST_REPS,
    MOST_SETS,
    Band,
    Direction,
    Order,
    Pace,
    Posture,
    Sides,
    Starts,
)

MOST_EXERCISES = 60

# `extra["say"]` is what a problem asks for where the type alone would not tell a person enough.
_WORD = Meta(pattern="^[a-z0-9-]+$", max_length=40, extra={"say": "a-z, 0-9 and - only, like step-up"})
_KIT = Meta(pattern=f"^{KIT_WORD}$", max_length=40, extra={"say": "one word in small letters, like chair"})
_NEED = Meta(
    pattern=f"^{KIT_WORD}( or {KIT_WORD})*$",
    max_length=60,
    extra={"say": 'one word in small letters, like "step", or "chair or sofa"'},
)
# Letters of any script; what follows them is cut where there is no room.
_PHASE = Meta(
    pattern=rf"^([A-Za-z-]|{OTHER_SCRIPT}){{1,20}} [0-9]{{1,2}}(\.[0-9]{{1,3}})?$",
    extra={"say": 'one word of letters and 0.2 to 30 seconds, like "up 2"'},
)

Word = Annotated[str, _WORD]
KitWord = Annotated[str, _KIT]
Need = Annotated[str, _NEED]
PhaseText = Annotated[str, _PHASE]
Name = Annotated[str, Meta(min_length=1, max_length=60)]
Line = Annotated[str, Meta(min_length=1, max_length=80)]
Said = Annotated[str, Meta(min_length=1, max_length=24)]
Lines = Annotated[tuple[Line, ...], Meta(max_length=20)]
Needs = Annotated[tuple[Need, ...], Meta(max_length=12)]
Summary = Annotated[str, Meta(min_length=1, max_length=160)]
How = Annotated[str, Meta(min_length=1, max_length=240)]
_SENTENCE = r"[^ .!?]+( [^ .!?]+){0,8}[.!?]?"
_SPOKEN = Meta(pattern=f"^{_SENTENCE}( {_SENTENCE})?$", extra={"say": "at most two sentences of nine words each"})
Spoken = Annotated[str, _SPOKEN, Meta(max_length=140)]
Reps = Annotated[int, Meta(ge=1, le=MOST_REPS)]
Seconds = Annotated[int, Meta(ge=1, le=MOST_HOLD)]
Times = Annotated[int, Meta(ge=1, le=MOST_SETS)]
Rest = Annotated[int, Meta(ge=0, le=600)]
# In the FIT profile 65534 is the category of what is not known, and 65535 the name of it; category 65535 is none.
FitCategory = Annotated[int, Meta(ge=0, le=65534)]
FitName = Annotated[int, Meta(ge=0, le=65535)]
Fit = Annotated[
    tuple[FitCategory, FitName],
    Meta(extra={"say": "[category, name], two whole numbers of the FIT profile, like [11, 7]"}),
]


def _about(description: str) -> Meta:
    return Meta(description=description)


#: Keys for a voice.
SAID = ("say_left", "say_right")
_TWO_SIDED = {"properties": {"sides": {"enum": ["each", "alternate"]}}, "required": ["sides"]}
#: For editors: what `rules.py` checks of an exercise, as far as JSON Schema can say it.
_AGREE = Meta(
    extra_json_schema={
        "oneOf": [{"required": ["reps"]}, {"required": ["hold"]}],
        "if": _TWO_SIDED,
        "then": {"required": ["left", "right"]},
        "else": {"properties": {"left": False, "right": False}},
        "dependentSchemas": {
            "hold": {"properties": {"tempo": False, "sides": {"enum": ["both", "each"]}}},
            "reps": {"properties": {"right_dose": {"maximum": MOST_REPS}}},
            "right_dose": {"properties": {"sides": {"const": "each"}}, "required": ["sides"]},
            **{key: {"properties": {"sides": {"const": "alternate"}}, "required": ["sides"]} for key in SAID},
        },
    }
)


class TableSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A TOML table. `hints` tells what to do about keys that people write here by mistake."""

    hints: ClassVar[Mapping[str, str]] = {}


class RepRange(TableSpec, frozen=True, kw_only=True):
    """Reps to start with and to build up to."""

    start: Reps
    to: Reps


class HoldRange(TableSpec, frozen=True, kw_only=True):
    """Seconds to start with and to build up to."""

    start: Seconds
    to: Seconds


class TimesRange(TableSpec, frozen=True, kw_only=True):
    """Rounds or sets to start with and the most they grow to."""

    start: Times
    most: Times


class VariantTable(TableSpec, frozen=True, kw_only=True):
    """An easier or harder way to do the exercise."""

    id: Annotated[
        Word | UnsetType,
        _about("Ties this form's own history together; without it, the exercise's id, a dash, and the name in words."),
    ] = UNSET
    name: Annotated[Name, _about("What this way is called.")]
    cue: Annotated[Line, _about("One short line: what to do differently.")]
    band: Annotated[Band | UnsetType, _about("Where the band goes, if elsewhere than usual.")] = UNSET
    needs: Annotated[Needs | UnsetType, _about("The kit for this way, instead of the usual.")] = UNSET
    fit: Annotated[Fit | UnsetType, _about("Category and name in the FIT profile, if others than usual.")] = UNSET


class SubstituteTable(TableSpec, frozen=True, kw_only=True):
    """An exercise to do instead, when kit is missing."""

    hints: ClassVar[Mapping[str, str]] = {"without": "a substitute has no substitute of its own"}

    id: Annotated[Word, _about("Ties the exercise's history together; used once in a file.")]
    name: Annotated[Name | UnsetType, _about("The name on the screen; without it, the id in words.")] = UNSET
    how: Annotated[How | UnsetType, _about("One or two sentences: how it is done.")] = UNSET
    reps: Annotated[
        Reps | RepRange | UnsetType, _about("Reps, per side where there are sides; or from start to to.")
    ] = UNSET
    hold: Annotated[
        Seconds | HoldRange | UnsetType, _about("Seconds to hold, instead of reps; or from start to to.")
    ] = UNSET
    right_dose: Annotated[
        Seconds | UnsetType, _about("Reps or seconds of the right side, where they differ from the left; for each.")
    ] = UNSET
    sets: Annotated[
        Times | TimesRange | UnsetType, _about("Sets, in straight order only; without it, the rounds decide.")
    ] = UNSET
    sides: Annotated[Sides, _about("both at once, each after the other, or taking turns.")] = "both"
    left: Annotated[Line | UnsetType, _about('What "left" looks like; for each and alternate.')] = UNSET
    right: Annotated[Line | UnsetType, _about('What "right" looks like; for each and alternate.')] = UNSET
    say_left: Annotated[Said | UnsetType, _about("What a voice says at each turn of the left; for alternate.")] = UNSET
    say_right: Annotated[Said | UnsetType, _about("The same for the right.")] = UNSET
    spoken: Annotated[Spoken | UnsetType, _about("Said by a voice the first time: two short sentences.")] = UNSET
    starts: Annotated[Starts, _about("up: it begins at the top, and the count-in says when to lift.")] = "down"
    directions: Annotated[
        tuple[Direction, ...],
        Meta(description="Each is counted by itself.", max_length=6, extra_json_schema={"uniqueItems": True}),
    ] = ()
    tempo: Annotated[
        Annotated[tuple[PhaseText, ...], Meta(min_length=1, max_length=8)] | UnsetType,
        Meta(
            description="The parts of one rep in order: a word and 0.2 to 30 seconds each.",
            extra_json_schema={"examples": [["up 1", "hold 2", "down 2"]]},
        ),
    ] = UNSET
    pace: Annotated[Pace, _about("Who counts: the program, a key for each rep, or you.")] = "counted"
    posture: Annotated[
        Posture,
        _about("How it begins: standing, seated, lying on back, side or front; seat: shoulders on one."),
    ] = "standing"
    band: Annotated[Band, _about("Where the band goes.")] = "none"
    impact: Annotated[bool, _about("It jumps or lands: one round before or after a run takes its easier form.")] = False
    key: Annotated[bool, _about("Where time is short, the other moves are left out before this one.")] = False
    unbanded: Annotated[bool, _about("It may be done without the band.")] = False
    needs: Annotated[Needs, _about('Kit, one word each; "chair or sofa" if either will do.')] = ()
    cues: Annotated[Lines, _about("Short lines on how to move, the first one largest.")] = ()
    set_cues: Annotated[Lines, _about("A cue for the first set, the second, and so on.")] = ()
    rest: Annotated[Rest | UnsetType, _about("Seconds of rest after a set, if not the session's.")] = UNSET
    switch: Annotated[
        Rest | UnsetType, _about("Least seconds to change sides; without it, 5, or 10 lying down; for each.")
    ] = UNSET
    harder: Annotated[tuple[VariantTable, ...], _about("Harder ways, in order.")] = ()
    easier: Annotated[tuple[VariantTable, ...], _about("Easier ways, in order.")] = ()
    fit: Annotated[
        Fit | UnsetType, _about("What FIT files call it: category and name in the FIT profile, as numbers.")
    ] = UNSET


class ExerciseTable(SubstituteTable, frozen=True, kw_only=True):
    """A movement with its dose."""

    hints: ClassVar[Mapping[str, str]] = {}

    without: Annotated[
        dict[KitWord, Annotated[SubstituteTable, _AGREE]],
        _about('What to do instead when a kit word ("band", "chair") is missing.'),
    ] = {}


class SessionTable(TableSpec, frozen=True, kw_only=True):
    """A whole session file."""

    format: Annotated[Literal[1], _about("The version of this file's form.")]
    name: Annotated[Name, _about("The name on the screen.")]
    summary: Annotated[Summary | UnsetType, _about("One line about the session.")] = UNSET
    source: Annotated[Summary | UnsetType, _about("Where the session comes from.")] = UNSET
    order: Annotated[
        Order, _about("straight: all sets of an exercise, then the next; circuit: one set of each, in rounds.")
    ] = "straight"
    rounds: Annotated[
        Times | TimesRange,
        _about("circuit: rounds; straight: sets of each exercise that has no sets of its own."),
    ] = 1
    rest: Annotated[Rest, _about("Seconds of rest after each set; before another exercise at least 5.")] = 30
    exercise: Annotated[
        tuple[Annotated[ExerciseTable, _AGREE], ...],
        Meta(description="The movements, in order.", min_length=1, max_length=MOST_EXERCISES),
    ]


def _widen(schema: Any) -> None:
    """Say in a list of two numbers what editors of TOML understand: how many, and what each may be at most."""
    if isinstance(schema, dict) and (both := schema.pop("prefixItems", None)):
        schema["items"] = both[0] | {"maximum": max(one["maximum"] for one in both)}
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _widen(inner)


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of a session file, for editors."""
    schema = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(SessionTable)))
    tables = schema["$defs"]
    _widen(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **tables.pop("SessionTable"),
        "title": "glutetimer session",
        "$defs": tables,
    }

"""Whatever a file may say reaches the runner: another value of a key gives another picture, line, sentence or sound.

A key that no front end shows yet stands in a list with the reason; the list may only shrink.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import msgspec
import pytest
import tomli_w

from glutetimer.cli.show import _plan_head, _plan_rows
from glutetimer.core.audio.all_sentences import plan_sentences
from glutetimer.core.audio.manner import Manner
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import view
from glutetimer.core.session.file_format import ExerciseTable, SessionTable, SubstituteTable, TableSpec, VariantTable
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Session
from glutetimer.tui.home.preview import preview
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.paint.stage import paint
from tests.helpers.printed import live, said_by

BASE: dict[str, Any] = {
    "format": 1,
    "name": "Evening",
    "summary": "Short and calm.",
    "source": "A friend.",
    "order": "straight",
    "rounds": 2,
    "rest": 20,
    "exercise": [
        {
            "id": "kick",
            "name": "Kick",
            "how": "Kick it.",
            "reps": 6,
            "right_dose": 5,
            "spoken": "Kick slowly.",
            "starts": "down",
            "sets": 2,
            "sides": "each",
            "left": "Left kicks",
            "right": "Right kicks",
            "directions": ["forward"],
            "tempo": ["up 1", "down 1"],
            "pace": "counted",
            "posture": "standing",
            "band": "ankles",
            "unbanded": False,
            "needs": ["wall"],
            "cues": ["Slowly", "Breathe"],
            "set_cues": ["Softly"],
            "rest": 25,
            "harder": [{"id": "kick-h", "name": "High kick", "cue": "Higher", "band": "laces", "needs": ["step"]}],
            "easier": [{"id": "kick-e", "name": "Low kick", "cue": "Lower", "band": "none", "needs": ["chair"]}],
            "fit": [11, 7],
            "without": {
                "wall": {
                    "id": "wave",
                    "name": "Wave",
                    "how": "Wave it.",
                    "reps": 4,
                    "right_dose": 3,
                    "spoken": "Wave slowly.",
                    "starts": "down",
                    "sets": 2,
                    "sides": "each",
                    "left": "Left waves",
                    "right": "Right waves",
                    "directions": ["forward"],
                    "tempo": ["up 1", "down 1"],
                    "pace": "counted",
                    "posture": "standing",
                    "band": "ankles",
                    "unbanded": False,
                    "needs": ["chair"],
                    "cues": ["Gently"],
                    "set_cues": ["Loosely"],
                    "rest": 25,
                    "harder": [{"name": "Big wave", "cue": "Bigger"}],
                    "easier": [{"name": "Small wave", "cue": "Smaller"}],
                    "fit": [11, 7],
                }
            },
        },
        {"id": "turns", "name": "Turns", "reps": 4, "sides": "alternate", "left": "Left", "right": "Right"}
        | {"say_left": "left off", "say_right": "right off", "tempo": ["swap 3"]},
    ],
}
#: Another value of each key of an exercise; `...` takes the key away.
EXERCISE: dict[str, Any] = {
    "id": "kicked",
    "name": "Marker",
    "how": "Marker how.",
    "reps": 7,
    "hold": 9,
    "right_dose": 4,
    "sets": 3,
    "sides": "both",
    "left": "Marker left",
    "right": "Marker right",
    "spoken": "Marker.",
    "starts": "up",
    "say_left": "marker one",
    "say_right": "marker two",
    "directions": ["backward"],
    "tempo": ["marker 2"],
    "pace": "tap",
    "posture": "side",
    "band": "above-knees",
    "unbanded": True,
    "impact": True,
    "needs": ["marker"],
    "cues": ["Marker cue", "Breathe"],
    "set_cues": ["Marker set cue"],
    "rest": 31,
    "switch": 21,
    "harder": [],
    "easier": [],
    "fit": [11, 9],
    "without": {},
}
VARIANT: dict[str, Any] = {
    "id": "marker-id",
    "name": "Marker form",
    "cue": "Marker cue",
    "band": "above-knees",
    "needs": ["marker"],
    "fit": [11, 9],
}
SESSION: dict[str, Any] = {
    "name": "Marker",
    "summary": "Marker summary.",
    "source": "Marker source.",
    "order": "circuit",
    "rounds": 3,
    "rest": 33,
    "exercise": [BASE["exercise"][1]],
}
#: Keys that no front end shows, with the reason.
NOT_SHOWN: Mapping[str, str] = {
    "session.format": "a version, for programs",
    "exercise.id": "ties histories together; people read the name",
    "substitute.id": "ties histories together; people read the name",
    "easier.id": "ties histories together; people read the name",
    "harder.id": "ties histories together; people read the name",
    "exercise.fit": "only for FIT files",
    "substitute.fit": "only for FIT files",
    "easier.fit": "only for FIT files",
    "harder.fit": "only for FIT files",
    "harder.cue": "not yet: offered on no screen",
    "exercise.harder": "not yet: offered on no screen",
    "substitute.harder": "not yet: offered on no screen",
    "harder.name": "not yet: offered on no screen",
    "harder.band": "not yet: offered on no screen",
    "harder.needs": "not yet: offered on no screen",
    "exercise.key": "shown where time is short (`test_in_time.py`)",
    "substitute.key": "a substitute is as much of a key move as what it replaces",
    "exercise.unbanded": "shown once the band is missing (`test_kit.py`)",
    "substitute.unbanded": "shown once the band is missing (`test_kit.py`)",
}


def fields(table: type[TableSpec], name: str) -> list[str]:
    """The keys of a table, with its name before them."""
    return [f"{name}.{field.encode_name}" for field in msgspec.structs.fields(table)]


KEYS = [
    *fields(SessionTable, "session"),
    *fields(ExerciseTable, "exercise"),
    *fields(SubstituteTable, "substitute"),
    *fields(VariantTable, "easier"),
    *fields(VariantTable, "harder"),
]


def changed(key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The session, and the same with another value of one key."""
    table, _, name = key.partition(".")
    before, after = deepcopy(BASE), deepcopy(BASE)
    where: dict[str, dict[str, Any]] = {
        "session": after,
        "exercise": after["exercise"][1 if name.startswith("say_") else 0],
        "substitute": after["exercise"][0]["without"]["wall"],
        "easier": after["exercise"][0]["easier"][0],
        "harder": after["exercise"][0]["harder"][0],
    }
    there = where[table]
    if key in ("substitute.say_left", "substitute.say_right"):
        turns = {"sides": "alternate", "tempo": ["swap 3"], "say_left": "left off", "say_right": "right off"}
        for one in (before, after):
            substitute = one["exercise"][0]["without"]["wall"]
            substitute.pop("right_dose")
            substitute |= turns
    if key == "session.order":
        for one in (before, after):
            del one["exercise"][0]["sets"], one["exercise"][0]["without"]["wall"]["sets"]
    if key == "exercise.needs":
        for one in (before, after):
            del one["exercise"][0]["without"]
    there[name] = {"session": SESSION, "easier": VARIANT, "harder": VARIANT}.get(table, EXERCISE)[name]
    if name == "hold":
        for gone in ("reps", "tempo"):
            del there[gone]
    if name == "sides":
        for gone in ("left", "right", "right_dose"):
            del there[gone]
    return before, after


def everything(told: dict[str, Any]) -> list[str]:
    """Whatever the front ends show, print or say of a session: as it is, with kit missing, and in its forms."""
    session = parse_session(tomli_w.dumps(told), "evening")
    round_, replaced = Options(mode="post-run"), Options(without=("wall",))
    round_replaced = Options(mode="post-run", without=("wall",))
    return [
        line
        for options in (Options(), round_, replaced, round_replaced)
        for line in _shown(session, compile_plan(session, options))
    ]


def _shown(session: Session, plan: Plan) -> Iterator[str]:
    yield from _plan_head(session, plan)
    yield from map(str, _plan_rows(plan))
    yield from plan_sentences(plan, Manner(new=frozenset(plan.exercise_ids)))
    yield from (line.plain for line in preview(session, plan, Options(), (100, 60), {}))
    if all(bout.pace == "counted" for bout in plan.bouts):  # else the printed run waits for somebody
        said = said_by(live(plan), {})
        yield from said
        yield from said_by(live(plan), {said[0]: "e\n"})
    yield from _painted(plan)


def _painted(plan: Plan) -> Iterator[str]:
    """The run's picture a moment into each step, with and without how it is done."""
    new = frozenset(bout.exercise.id for bout in plan.bouts)
    for step in plan.steps:
        engine = Engine(plan)
        engine.start(0.0)
        engine.advance(step.start + 1.5)
        for notes in (Notes(), Notes(first_time=new), Notes(how=True)):
            yield paint(view(engine, step.start + 1.5), 120, 40, notes).text()


@pytest.mark.parametrize("key", [key for key in KEYS if key not in NOT_SHOWN])
def test_another_value_of_a_session_key_is_noticed(key: str) -> None:
    before, after = changed(key)
    assert set(everything(before)) != set(everything(after))


def test_only_keys_that_exist_are_left_out() -> None:
    assert set(NOT_SHOWN) <= set(KEYS)
    assert len(NOT_SHOWN) <= 19

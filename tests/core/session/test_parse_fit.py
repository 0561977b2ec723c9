"""`fit` in a session file: two numbers of the FIT profile, of an exercise, a way to do it, or a substitute."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.core.export.fit import codes_of
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.save_as import own_session
from glutetimer.core.session.file_format import json_schema
from glutetimer.core.session.parse import parse_session
from tests.helpers.core import FIRST, exercise, exercise_text, lines

NUMBER = "a whole number from 0"
SAY = "[category, name], two whole numbers of the FIT profile, like [11, 7]"
VALUES = ["[11, 7]", "[65534, 65535]", "11", "[11]", "[11, 7, 1]", "[65535, 0]", "[0, 65536]", "[-1, 0]", '["a", 1]']
FILES: list[Path] = sorted(built_in_dir().glob("*.toml"))

#: What the built-in sessions hold, as it was looked up exercise by exercise (not made from the files).
CODES = {
    "high-knees": (31, 26),
    "squat-side-lift": (28, 88),
    "reverse-leg-raise": (16, 13),
    "sumo-squat-tuck-jump": (20, 3),
    "step-up": (28, 66),
    "single-leg-floor-bridge": (10, 30),
    "sideways-band-walk": (37, 24),
    "side-press": (11, 28),
    "hip-lift": (10, 1),
    "floor-bridge": (10, 11),
    "lunge": (17, 32),
    "squat": (28, 100),
    "single-leg-bridge-band": (10, 30),
    "lateral-shuffle": (37, 24),
    "monster-walk": (37, 24),
    "lying-kickback": (37, 20),
    "hip-circles": (11, 7),
    "standing-hip-abduction": (37, 27),
    "single-leg-bridge": (10, 30),
    "alternating-squeeze-bridge": (19, 130),
    "hip-thrust": (10, 30),
    "bridge": (10, 11),
    "lateral-raise": (11, 21),
    "clam-shell": (10, 44),
    "lateral-steps": (37, 24),
}
WAYS = {
    ("bridge", "Feet on a ball"): (10, 13),
    ("lateral-raise", "Banded lateral raise"): (11, 0),
    ("clam-shell", "Banded clam shell"): (37, 6),
}


def test_an_exercise_a_way_and_a_substitute_may_have_it() -> None:
    made = exercise(
        'reps = 1\nband = "knees"\nfit = [11, 7]\n[[exercise.harder]]\nname = "H"\ncue = "c"\nfit = [0, 65535]\n'
        '[exercise.without.band]\nid = "b"\nreps = 1\nfit = [65534, 0]'
    )
    assert (made.fit, made.harder[0].fit, made.without[0][1].fit) == ((11, 7), (0, 65535), (65534, 0))
    assert exercise("reps = 1").fit is None


@pytest.mark.parametrize(
    ("value", "problems"),
    [
        ("11", [f"fit cannot be 11 ({SAY})"]),
        ("[]", [f"fit cannot be a list ({SAY})"]),
        ("[11]", [f"fit cannot be a list ({SAY})"]),
        ("[11, 7, 1]", [f"fit cannot be a list ({SAY})"]),
        ("[65535, 65535]", [f"fit cannot be 65535 ({NUMBER} to 65534)"]),
        ("[65534, 65536]", [f"fit cannot be 65536 ({NUMBER} to 65535)"]),
        ("[-1, 7]", [f"fit cannot be -1 ({NUMBER} to 65534)"]),
        ("[11.0, true]", [f"fit cannot be 11.0 ({NUMBER} to 65534)", f"fit cannot be true ({NUMBER} to 65535)"]),
        ('["hip_circles", 7]', [f'fit cannot be "hip_circles" ({NUMBER} to 65534)']),
    ],
)
def test_what_it_cannot_be(value: str, problems: list[str]) -> None:
    assert lines(exercise_text(f"reps = 1\nfit = {value}")) == [f"{FIRST + 1}: {problem}" for problem in problems]


def test_editors_are_told_the_same() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = jsonschema.Draft202012Validator(json_schema())
    fits = [value for value in VALUES if schema.is_valid(tomllib.loads(exercise_text(f"reps = 1\nfit = {value}")))]
    # One rule for both numbers is all that every editor knows: the last one is refused by `check` only.
    assert fits == ["[11, 7]", "[65534, 65535]", "[65535, 0]"]


def test_the_built_in_values() -> None:
    codes = codes_of(parse_session(path.read_text("utf-8"), path.stem) for path in FILES)
    by_id = {(id_, f"{id_}-{name.lower().replace(' ', '-')}"): code for (id_, name), code in WAYS.items()}
    assert codes == {(exercise_id, ""): code for exercise_id, code in CODES.items()} | WAYS | by_id


def comments() -> Iterator[tuple[tuple[int, int], str]]:
    """The numbers in the built-in files, and the words behind them, but for what is said of the match."""
    for path in FILES:
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("fit = "):
                numbers, _, words = line.removeprefix("fit = ").partition(" # ")
                category, name = tomllib.loads(f"x = {numbers}")["x"]
                yield (category, name), words.partition(":")[0]


def test_the_comments_say_what_garmins_profile_calls_these_numbers() -> None:
    from tests.helpers.fit import named

    assert [(code, words) for code, words in comments() if named(*code) != words] == []
    assert len([*comments()]) == len(CODES) + len(WAYS)


def test_a_session_of_ones_own_keeps_it_with_its_comment() -> None:
    path = built_in_dir() / "get-hip.toml"
    options = Options(rounds=2, own=(Own("bridge", left=12), Own("hip-thrust", skip=True)))
    text = own_session(path.read_text("utf-8"), options, "Mine")
    assert "fit = [10, 11] # hip_raise / hip_raise\n" in text
    (found,) = (one for one in parse_session(text, "mine").exercises if one.id == "bridge")
    assert (found.fit, found.harder[0].fit) == ((10, 11), (10, 13))

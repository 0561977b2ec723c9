"""The JSON Schema for editors: good by itself, in step with the code, and true of the files."""

from __future__ import annotations

import json
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from glutetimer.core.session.file_format import json_schema
from tests.core.session.test_parse import CONTRACT
from tests.helpers.core import HEAD, exercise_text
from tests.helpers.paths import TOP

SESSIONS = sorted((TOP / "sessions").glob("*.toml"))


def says(text: str) -> bool:
    """Whether the schema takes this file."""
    jsonschema = pytest.importorskip("jsonschema")
    return bool(jsonschema.Draft202012Validator(json_schema()).is_valid(tomllib.loads(text)))


def test_it_is_a_schema_of_2020_12() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_file_beside_the_sessions_is_current() -> None:
    made: Any = runpy.run_path(str(TOP / "sessions" / "make_schema.py"))["schema_text"]()
    there = (TOP / "sessions" / "session.schema.json").read_text(encoding="utf-8")
    assert there == made, "run: python sessions/make_schema.py"
    assert json.loads(made) == json_schema()


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_the_built_in_sessions_name_it_and_fit_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#:schema ./session.schema.json\n")
    assert says(text)


def test_the_contract_example_fits() -> None:
    assert says(CONTRACT)


@pytest.mark.parametrize(
    "keys",
    [
        "",
        "reps = 1\nhold = 1",
        "reps = 0",
        "reps = 201",
        'reps = "10"',
        "reps = { start = 1 }",
        "reps = 1\nzzz = 1",
        'reps = 1\nname = ""',
        'reps = 1\nsides = "each"\nleft = "l"',
        'reps = 1\nleft = "l"',
        'hold = 1\ntempo = ["up 1"]',
        'hold = 1\nsides = "alternate"\nleft = "l"\nright = "r"',
        'reps = 1\ntempo = ["up1"]',
        "reps = 1\nright_dose = 1",
        'reps = 1\nsides = "each"\nleft = "l"\nright = "r"\nright_dose = 201',
        'reps = 1\nsay_left = "Left"',
        'reps = 1\nsides = "each"\nleft = "l"\nright = "r"\nsay_right = "Right"',
        'reps = 1\nband = "head"',
        'reps = 1\ndirections = ["left", "left"]',
        'reps = 1\n[exercise.without."A B"]\nid = "b"\nreps = 1',
        'reps = 1\n[exercise.without.mat]\nid = "b"',
        'reps = 1\n[[exercise.harder]]\nname = "H"',
    ],
)
def test_it_refuses_what_the_program_refuses(keys: str) -> None:
    assert not says(exercise_text(keys))
    assert says(exercise_text("reps = 1", HEAD))


def test_every_key_is_described() -> None:
    tables = json_schema()["$defs"]
    keys = {
        **json_schema()["properties"],
        **tables["ExerciseTable"]["properties"],
        **tables["VariantTable"]["properties"],
    }
    assert [key for key, about in keys.items() if not about.get("description")] == []

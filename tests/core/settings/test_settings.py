"""The table of settings, and what is made from it: the schema for editors agrees with the checks."""

from __future__ import annotations

import json
import runpy
import tomllib
from datetime import date
from functools import cache
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from glutetimer.core.settings.config import USUAL, Config, Volume, read_config, value_of
from glutetimer.core.settings.documents import config_schema, example_text, schema_text
from glutetimer.core.settings.settings import LISTS, SETTINGS
from glutetimer.core.settings.spec import SettingSpec
from glutetimer.core.toml.kinds import DayKind, ListOf, OneOf, Tables, Text, ValueKind, Whole
from tests.helpers.paths import TOP

PAGE = (TOP / "docs" / "settings.md").read_text(encoding="utf-8")

#: JSON Schema can say no more of `clean` than this; and a last line end is nothing to Python's `$`, unlike an editor's.
_LETTERS = st.characters(categories=("L", "N", "P", "Sm", "Zs", "Cc"), exclude_characters="\n")
_TEXTS = st.text(_LETTERS, max_size=22) | st.text("ab-1A \t", max_size=3)
#: Whole floats are left out: JSON Schema takes 30.0 for a whole number, TOML and this program do not.
_PLAIN = _TEXTS | st.integers(-5, 700) | st.just(0.5) | st.booleans() | st.dates()
_ANY = _PLAIN | st.lists(_PLAIN, max_size=9) | st.dictionaries(_TEXTS, _PLAIN, max_size=2)


def near(kind: ValueKind) -> st.SearchStrategy[Any]:
    """Values that a setting of this kind may have, and ones that it just may not."""
    match kind:
        case Whole(least, most):
            return st.sampled_from((least - 1, least, most, most + 1)) | st.integers(least, most)
        case OneOf(words):
            return st.sampled_from((*words, words[0].upper(), f"{words[0]} "))
        case Text(most):
            return _TEXTS | st.sampled_from(("a" * most, "a" * (most + 1)))
        case ListOf(item, most):
            many = st.integers(most - 1, most + 1).map(lambda size: [f"w{at}" for at in range(size)])
            return many | st.lists(near(item), max_size=3) | st.lists(st.sampled_from("abc"), max_size=3)
        case DayKind():
            return st.dates()
        case Tables(keys):
            table = st.fixed_dictionaries({name: near(key.kind) for name, key in keys.items()})
            # Editors cannot tell a day from a text: days alone are days here.
            odd = st.dictionaries(st.sampled_from(("until", "goal", "since", "")), st.integers(0, 15), max_size=3)
            return st.lists(table | odd | st.integers(), max_size=3)
    return st.booleans()


def as_editors_see(name: str, value: Any) -> Any:
    """In a list of tables days are texts to them."""
    if isinstance(value, list):
        return [as_editors_see(name, one) for one in value]
    if isinstance(value, dict):
        return {key: as_editors_see(name, one) for key, one in value.items()}
    return value.isoformat() if name in LISTS and type(value) is date else value


@cache
def validator() -> Any:
    """The schema as other programs use it."""
    return pytest.importorskip("jsonschema").Draft202012Validator(config_schema())


def test_it_is_a_schema_of_2020_12() -> None:
    validator().check_schema(config_schema())
    assert config_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_file_in_the_package_is_current() -> None:
    there = (TOP / "glutetimer" / "config.schema.json").read_text(encoding="utf-8")
    assert there == schema_text(), "run: make schema"
    assert json.loads(there) == config_schema()


def test_the_readme_has_the_settings_of_now() -> None:
    made = runpy.run_path(str(TOP / "sessions" / "make_schema.py"))["settings_text"](PAGE)
    assert example_text() in PAGE, "run: make schema"
    assert made == PAGE


def test_the_block_in_the_readme_has_every_setting_and_reads_without_a_problem() -> None:
    block = PAGE.partition("# Settings")[2].partition("```toml\n")[2].partition("```")[0]
    config, problems = read_config(block)
    assert problems == ()
    data = tomllib.loads(block)
    volume = data.pop("volume")
    assert {*data, *(f"volume.{name}" for name in volume)} == {row.name for row in SETTINGS}
    assert config.kit is not None
    assert validator().is_valid(as_editors_see("goal_was", tomllib.loads(block)))


def test_the_table_has_every_field_of_the_settings() -> None:
    top = {field.name for field in fields(Config)} - {"volume"}
    assert {row.name for row in SETTINGS} == top | {f"volume.{field.name}" for field in fields(Volume)}


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_usual_values_and_examples_fit(row: SettingSpec) -> None:
    usual = value_of(USUAL, row.name)
    assert row.kind.fits(row.example)
    assert row.kind.fits(usual) if usual is not None else row.unset


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_each_setting_is_described_in_the_schema(row: SettingSpec) -> None:
    about: Any = config_schema()
    for part in row.path:
        about = about["properties"][part]
    assert about["description"]
    assert ("default" in about) == (value_of(USUAL, row.name) is not None)


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_the_schema_agrees_with_the_checks(row: SettingSpec) -> None:
    @given(near(row.kind) | _ANY)
    def agrees(value: object) -> None:
        data: Any = value
        for part in reversed(row.path):
            data = {part: data}
        good = read_config(tomli_w.dumps(data))[1] == ()
        assert validator().is_valid(as_editors_see(row.path[0], data)) == good == row.kind.fits(value)

    agrees()


_FILES = st.dictionaries(st.sampled_from(["volume", "goal", "gaol", "ticks"]), _ANY | st.integers(1, 14), max_size=2)
_VOLUMES = st.dictionaries(st.sampled_from(["ticks", "tocks", "voice", "rest"]), st.integers(99, 101), max_size=2)


@given(_FILES | st.fixed_dictionaries({"volume": _VOLUMES}))
def test_the_schema_agrees_about_whole_files(data: dict[str, Any]) -> None:
    assert validator().is_valid(data) == (read_config(tomli_w.dumps(data))[1] == ())


@given(st.text())
def test_no_text_at_all_makes_it_raise(text: str) -> None:
    config, problems = read_config(text)
    assert problems or config == USUAL or "=" in text

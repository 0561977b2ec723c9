"""The table of failures in ARCHITECTURE.md names tests that are there; the README is short."""

from __future__ import annotations

import re

import pytest

from tests.helpers.paths import TESTS, TOP

TABLE = (TOP / "ARCHITECTURE.md").read_text("utf-8").partition("## What fails")[2].partition("\n## ")[0]
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith("| what |")]
NAME = re.compile(r"`([\w/]+\.py)::(test_\w+)` \|$")


def test_each_line_of_the_table_names_its_test() -> None:
    assert len(ROWS) > 20
    assert [row for row in ROWS if not NAME.search(row)] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split(" | ")[0].strip("| "))
def test_the_test_is_there(row: str) -> None:
    assert missing(row) == ""


def test_one_that_is_not_there_is_found_out() -> None:
    assert missing("| a | b | `test_architecture.py::test_never` |") == "test_architecture.py::test_never"
    assert missing("| a | b | `test_nowhere.py::test_each` |") == "test_nowhere.py::test_each"


def missing(row: str) -> str:
    """The test that a row names and nobody has; "" where it is there."""
    found = NAME.search(row)
    assert found
    path = TESTS / found[1]
    there = path.is_file() and re.search(rf"def {found[2]}\(", path.read_text("utf-8"))
    return "" if there else f"{found[1]}::{found[2]}"


def test_the_readme_is_read_in_one_go() -> None:
    """What is looked up (keys, settings, sounds, session files) has pages of its own, which it names."""
    readme = (TOP / "README.md").read_text("utf-8")
    assert readme.count("\n") < 150
    assert {page.name for page in (TOP / "docs").iterdir()} == set(re.findall(r"\(docs/([\w.]+)\)", readme))

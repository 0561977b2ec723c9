"""LOG.md says what is: what programs make of it is current, and every key, column and command is in it."""

from __future__ import annotations

import re

import click
import pytest

from glutetimer.cli.base.lazy import LazyGroup
from glutetimer.cli.log.group import COMMANDS, EXPORTS
from glutetimer.core.export.csv import NAMES
from glutetimer.core.record.file_format import BOUT, RESULT, WORKOUT
from tests.make.log_document import DOCUMENT, columns, renewed

THERE = DOCUMENT.read_text("utf-8")


def test_the_document_says_what_the_commands_say() -> None:
    assert renewed(THERE) == THERE, "run: make readme"


def test_prose_has_no_long_lines() -> None:
    """What is an example is as the program says it."""
    prose = re.sub(r"^```.*?^```$", "", THERE, flags=re.MULTILINE | re.DOTALL)
    assert [line for line in prose.split("\n") if len(line) > 120 and not line.startswith("|")] == []


def test_the_commands_without_json_are_those_it_names() -> None:
    """The exports that are a table or JSON themselves."""
    named = re.search(r"All but `log\s+export ([a-z|]+)`\s+have `--json`", THERE)
    assert named is not None
    every = [*((COMMANDS, name) for name in COMMANDS), *((EXPORTS, name) for name in EXPORTS)]
    without = [name for of, name in every if not _has_json(of, name)]
    assert [name for name in without if name != "export"] == named[1].split("|")


def _has_json(of: dict[str, str], name: str) -> bool:
    command = LazyGroup("all", lazy=of).get_command(click.Context(click.Command("all")), name)
    assert command is not None
    return any("--json" in option.opts for option in command.params)


def test_every_column_of_the_export_is_there_in_order() -> None:
    assert columns() in THERE
    assert tuple(re.findall(r"^\| `(\w+)` ", columns(), re.MULTILINE)) == NAMES


@pytest.mark.parametrize(
    ("heading", "keys"),
    [("### The workout", {*WORKOUT}), ("### A bout: one side of one set", {*BOUT, *RESULT})],
    ids=["workout", "bout"],
)
def test_every_key_of_a_record_is_there_and_no_other(heading: str, keys: set[str]) -> None:
    section = THERE.split(f"\n{heading}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == keys


def test_every_command_has_its_heading() -> None:
    headings = " ".join(line for line in THERE.splitlines() if line.startswith("### "))
    for name in COMMANDS:
        assert f"log {name}" in headings
    for name in EXPORTS:
        assert re.search(rf"log export [a-z|]*\b{name}\b", headings)

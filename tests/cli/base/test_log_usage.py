"""Words on the command line that cannot be meant: told in the program's own words, with exit code 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from glutetimer.cli.commands import glutetimer


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("run --rounds x", '--rounds takes a whole number from 1 to 20, not "x".'),
        ("log -n 0", '-n takes a whole number from 1 on, not "0".'),
        ("run hip-control --speed 0", '--speed takes a number from 0.01 to 10000, not "0.0".'),
        ("log --mode fll", '--mode takes full, post-run or pre-run, not "fll".'),
        ("log exercise", "ID is missing."),
        ("plan", "SESSION is missing."),
        ("log show a b c", '"b c" is too much here.'),
        ("log stats --week 3", 'There is no option "--week" (did you mean "--weeks").'),
        ("log path --xyz", 'There is no option "--xyz" (`glutetimer log path --help` shows them).'),
        ("run --rounds", "--rounds wants a value."),
        ("log --json=3", "--json takes no value."),
        ("nonsense", 'There is no command "nonsense" (`glutetimer --help` shows them).'),
        ("log shwo", 'There is no command "shwo" (did you mean "show").'),
        ("log --since x", '--since takes a day like 2026-11-20, not "x".'),
    ],
)
def test_what_is_so_and_what_could_be(words: str, said: str) -> None:
    done = CliRunner().invoke(glutetimer, words.split(), prog_name="glutetimer")
    assert (done.exit_code, done.stdout, done.stderr.splitlines()[-1]) == (2, "", said)
    assert not {"Error", "Invalid", "valid"} & {*done.stderr.replace(":", " ").split()}


def test_how_it_is_used_stands_above() -> None:
    done = CliRunner().invoke(glutetimer, ["log", "stats", "--weeks", "x"], prog_name="glutetimer")
    first, second = done.stderr.splitlines()
    assert first == "Usage: glutetimer log stats [OPTIONS]"
    assert second == '--weeks takes a whole number from 1 to 1040, not "x".'


def test_a_group_that_needs_a_command_shows_its_help() -> None:
    done = CliRunner().invoke(glutetimer, ["log", "export"])
    assert "Write a table for spreadsheets." in done.output


def test_nothing_of_the_command_line_reaches_the_terminal_as_it_is() -> None:
    done = CliRunner().invoke(glutetimer, ["log", "--month", "\x1b[2J"])
    assert (done.exit_code, "\x1b" in done.output) == (2, False)

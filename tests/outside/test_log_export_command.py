"""`log export`, asked from outside."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.core.export.csv import NAMES
from tests.helpers.homes import add_trouble, log_home
from tests.helpers.terminal import PATIENCE, Home

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Sixty workouts; the index is made by whoever asks first."""
    return log_home(tmp_path_factory.mktemp("years"), 60)


@pytest.fixture
def troubled(tmp_path: Path) -> tuple[Home, Path, Path]:
    """A few workouts, a copy that differs, and a file that cannot be read."""
    home = log_home(tmp_path, 5)
    return home, *add_trouble(home)


def test_the_export_has_every_bout_of_every_workout(years: Home) -> None:
    """The table, the object and the lines say the same."""
    bouts = [(one["id"], at) for one in years.json("log")["workouts"] for at in range(1, len(one["bout"]) + 1)]
    table = [*csv.DictReader(io.StringIO(years.ask("log", "export", "csv"), newline=""), strict=True)]
    objects = json.loads(years.ask("log", "export", "json"))
    lines = [json.loads(line) for line in years.ask("log", "export", "jsonl").splitlines()]
    assert [(row["workout"], int(row["bout"])) for row in table] == bouts
    assert (objects["format"], objects["bouts"]) == (1, lines)
    assert [(row["workout"], row["bout"]) for row in lines] == bouts
    assert tuple(table[0]) == NAMES
    assert [float(row["seconds"]) for row in table] == [row["seconds"] for row in lines]


def test_the_export_leaves_copies_and_what_cannot_be_read_out_and_says_so(troubled: tuple[Home, Path, Path]) -> None:
    home, copy, broken = troubled
    done = home.run("log", "export", "jsonl")
    ids = {json.loads(line)["workout"] for line in done.stdout.splitlines()}
    assert (done.returncode, len(ids)) == (0, 5)
    assert "Other words" not in done.stdout
    first, second = done.stderr.splitlines()
    assert first.startswith(f"{copy}: left out, a copy of ")
    assert second.startswith(f"{broken}:1: ")


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl"])
def test_a_session_nobody_knows_is_told_before_a_word_is_written(years: Home, kind: str) -> None:
    done = years.run("log", "export", kind, "--session", "hip-contrl")
    assert (done.returncode, done.stdout) == (1, "")
    assert 'did you mean "hip-control"' in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_of_a_file_does_nothing_to_a_terminal(troubled: tuple[Home, Path, Path]) -> None:
    """In the table and on stderr; JSON has it escaped."""
    home, copy, _ = troubled
    newest = max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)
    copy.rename(home.log / "copy\x1b[2J\u202e.toml")
    newest.rename(home.log / "a\x1b[2J\u202e.toml")
    done = home.run("log", "export", "csv")
    assert "a[2J.toml" in done.stdout
    assert "copy[2J.toml: left out" in done.stderr
    assert not {"\x1b", "\u202e"} & {*done.stdout, *done.stderr}
    paths = {json.loads(line)["path"] for line in home.ask("log", "export", "jsonl").splitlines()}
    assert str(home.log / "a\x1b[2J\u202e.toml") in paths


def test_the_export_is_utf8_with_plain_line_ends_whatever_the_terminal(troubled: tuple[Home, Path, Path]) -> None:
    home, copy, _ = troubled
    copy.write_text(copy.read_text("utf-8").replace("Other words", "Ü – 膝"), "utf-8")
    copy.replace(max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name))
    env = home.env | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "glutetimer", "log", "export", "csv"], env=env, capture_output=True, timeout=PATIENCE
    )
    assert "Ü – 膝" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout

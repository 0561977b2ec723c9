"""`log` on a terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.cli.base.output import cells
from tests.helpers.homes import evening, log_home
from tests.helpers.terminal import PATIENCE, Home, Terminal

pytestmark = pytest.mark.outside

READING = ("show", "week", "stats", "balance", "path")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Sixty workouts; the index is made by whoever asks first."""
    return log_home(tmp_path_factory.mktemp("years"), 60)


def test_what_the_encoding_lacks_is_replaced(years: Home) -> None:
    env = years.env | {"PYTHONIOENCODING": "ascii"}
    for args in ((), *((name,) for name in READING), ("exercise", "clam-shell")):
        argv = [sys.executable, "-m", "glutetimer", "log", *args]
        done = subprocess.run(argv, env=env, capture_output=True, timeout=PATIENCE)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()


def test_without_shapes_days_with_and_without_a_workout_differ(tmp_path: Path) -> None:
    """One was done today, a moment ago."""
    home = log_home(tmp_path, 1)
    home.env["PYTHONIOENCODING"] = "ascii"
    lines = home.ask("log", "week").splitlines()
    today = evening()[1].strftime("%a")
    days = dict(part.split(" ", 1) for part in re.split(r"  (?=[A-Z])", lines[1]) if " " in part)
    assert days[today].strip() in ("#", "+")
    assert {sign.strip() for day, sign in days.items() if day != today} <= {".", ""}
    assert "?" not in lines[0] + lines[1]
    assert re.search("[#+] [.] [.]$", lines[0])


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("name", ["show", "stats", "balance"])
def test_what_is_too_wide_is_folded(years: Home, name: str, width: int) -> None:
    """No line goes on at the edge, where the terminal would break it: only paths may."""
    with Terminal(years, "log", name, size=(width, 90)) as terminal:
        assert terminal.end() == 0
        lines = terminal.raw.decode("utf-8").replace("\r", "").splitlines()
    assert lines
    assert [line for line in lines if cells(line) > width and not line.startswith("File")] == []


@pytest.mark.parametrize(("width", "there", "gone"), [(120, "EFFORT", ""), (60, "DONE", "EFFORT"), (60, "ID", "TIME")])
def test_on_a_terminal_it_is_a_table_that_fits(years: Home, width: int, there: str, gone: str) -> None:
    """The newest twenty, and how many more there are."""
    with Terminal(years, "log", size=(width, 40)) as terminal:
        assert terminal.end() == 0
        lines = [line.rstrip() for line in terminal.screen.display if line.strip()]
    assert lines[-1] == "40 more: --all shows them, -n N the newest N."
    assert (len(lines), there in lines[0], bool(gone) and gone in lines[0]) == (22, True, False)


def test_the_ids_on_a_terminal_name_their_workouts(years: Home) -> None:
    with Terminal(years, "log", size=(120, 40)) as terminal:
        assert terminal.end() == 0
        ids = [line.split()[-1] for line in terminal.screen.display if re.search(r" \d{8}[^ ]*$", line.rstrip())]
    every = years.json("log", "-n", "20")["workouts"]
    assert [years.json("log", "show", id_)["workout"]["id"] for id_ in ids[:3]] == [one["id"] for one in every[:3]]
    assert len(ids) == 20


def test_without_colour_there_is_none(years: Home) -> None:
    """NO_COLOR; and a dumb terminal gets plain lines."""
    years.env["NO_COLOR"] = "1"
    with Terminal(years, "log", size=(120, 40)) as terminal:
        assert terminal.end() == 0
        assert not re.search(rb"\x1b\[[0-9;]*[34]\dm", terminal.raw)
    del years.env["NO_COLOR"]
    years.env["TERM"] = "dumb"
    with Terminal(years, "log", "-n", "3", size=(200, 40)) as terminal:
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw
        assert b"as planned" in terminal.raw
    years.env["TERM"] = "xterm-256color"


def test_a_log_that_is_read_at_once_shows_no_bar(tmp_path: Path) -> None:
    with Terminal(log_home(tmp_path, 3), "log") as terminal:
        assert terminal.end() == 0
        assert "Reading" not in terminal.text


def test_a_log_that_takes_long_to_read_shows_a_bar(tmp_path: Path) -> None:
    """On stderr, so that the answer is the answer; and not again once it was read."""
    home = log_home(tmp_path, 260)
    for there in (True, False):
        with Terminal(home, "log", "-n", "1") as terminal:
            assert terminal.end() == 0
            assert ("Reading the log" in terminal.text) is there
    assert "Reading" not in home.run("log", "-n", "1").stderr

"""Clocks that jump: the hour that comes twice or never, 29 February, the end of a year, another zone half-way.

faketime (Debian: faketime) tells the real program another time; its own clock, which times the run, goes on.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.terminal import PATIENCE, Home, command

SESSION = 'format = 1\nname = "Two"\nrest = 0\n[[exercise]]\nid = "a"\nhold = 5\n[[exercise]]\nid = "b"\nhold = 5\n'
#: What the wall clock shows at the start, and the zone.
STARTS = {
    "clocks go forward": ("2026-03-29 01:59:59", "Europe/Berlin"),
    "clocks go back": ("2026-10-25 02:59:59", "Europe/Berlin"),
    "29 February": ("2028-02-29 23:59:59", "Europe/Berlin"),
    "the end of a year": ("2026-12-31 23:59:59", "America/New_York"),
    "a zone of quarters": ("2026-06-01 12:00:00", "Asia/Kathmandu"),
    "half an hour of summer": ("2026-10-04 01:59:59", "Australia/Lord_Howe"),
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    if shutil.which("faketime") is None:
        pytest.skip("faketime is not here")
    (tmp_path / "two.toml").write_text(SESSION, "utf-8")
    made = Home(tmp_path)
    made.env |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
    return made


def told(home: Home, time: str, zone: str, *words: str, code: int = 0) -> str:
    """The program, given this time."""
    home.env["TZ"] = zone
    line = ["faketime", "-f", f"@{time}", *command(*words, "--log-dir", str(home.log))]
    done = subprocess.run(
        line, env=home.env, cwd=home.folder, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    return done.stdout


def only(home: Home) -> dict[str, Any]:
    (record,) = home.records()
    return record


@pytest.mark.parametrize("when", STARTS)
def test_a_run_over_such_a_moment_is_as_long_as_it_was(home: Home, when: str) -> None:
    start, zone = STARTS[when]
    told(home, start, zone, "run", "two.toml", "--plain", "--speed", "10")
    record = only(home)
    lived = record["ended"] - record["started"]
    assert timedelta(0) <= lived < timedelta(minutes=2)
    assert record["zone"] == zone
    month = record["started"].astimezone(UTC)
    (path,) = home.log.rglob("2*.toml")
    assert path.parent == home.log / f"{month:%Y}" / f"{month:%m}"
    for words in (("log",), ("log", "week"), ("log", "stats"), ("log", "show", "last"), ("log", "export", "csv")):
        told(home, start, zone, *words)


def break_off(home: Home) -> None:
    """The first part of a run, killed once something of it is saved."""
    words = ("run", "two.toml", "--plain", "--speed", "10", "--log-dir", str(home.log), "--trace", str(home.trace))
    first = subprocess.Popen(command(*words), env=home.env, cwd=home.folder, stdout=subprocess.DEVNULL)
    while not home.traced("Saved"):
        assert first.poll() is None
    first.kill()
    first.wait()


def test_the_other_part_in_another_zone(home: Home) -> None:
    home.env["TZ"] = "Europe/Berlin"
    break_off(home)
    now = datetime.now(UTC) + timedelta(minutes=3)
    told(home, f"{now.astimezone():%Y-%m-%d %H:%M:%S}", "Asia/Tokyo", "run", "--resume", "--plain", "--speed", "50")
    record = only(home)
    assert record["ended"] >= record["started"]
    assert record["zone"] == "Europe/Berlin"
    assert [bout["outcome"] for bout in record["bout"]] == ["done", "done"]


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(hours=-1), timedelta(hours=1), timedelta(days=400)])
def test_a_wall_clock_that_jumps_between_two_parts(home: Home, jump: timedelta) -> None:
    break_off(home)
    told(home, f"{datetime.now() + jump:%Y-%m-%d %H:%M:%S}", "UTC", "run", "--resume", "--plain", "--speed", "50")
    record = only(home)
    assert record["ended"] >= record["started"]
    assert 0 < record["active"] < 600

"""`glutetimer log export fit` as a process of its own: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import sure_record
from glutetimer.core.values import replace
from tests.helpers.fit import ID, MIXED, STARTED, bout, by_fitdecode, by_garmin, workout
from tests.helpers.terminal import PATIENCE, Home, command

pytest.importorskip("fit_tool")
pytestmark = pytest.mark.outside

NEXT_DAY = "20261121T140005Z-00000002"
#: Midnight has passed on the wall, not in UTC: it was done on the 22nd.
LATE = "20261121T183005Z-00000003"


def put(home: Home, made: Workout, name: str = "") -> Path:
    """A record in the log of this home."""
    path = record_path(home.log, made)
    path = path.with_name(name) if name else path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sure_record(made, seal=True), "utf-8")
    return path


def later(id_: str, days: float, **changes: Any) -> Workout:
    started = STARTED + timedelta(days=days)
    return workout(bout(), id=id_, started=started, ended=started + timedelta(minutes=5), **changes)


def fit(home: Home, *args: str) -> subprocess.CompletedProcess[str]:
    return home.run("log", "export", "fit", "--log-dir", str(home.log), *args)


def files(home: Home, folder: str = ".") -> list[str]:
    return sorted(path.name for path in (home.folder / folder).glob("*.fit"))


def test_a_workout_of_the_log_is_a_file_that_two_decoders_read(home: Home) -> None:
    """The numbers of a built-in exercise come from its session file."""
    put(home, workout(bout("clam-shell", side="left", name="Clam shell"), bout("squat", name="Squat")))
    done = fit(home, ID)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{ID}.fit: 2 bouts\n", "")
    data = (home.folder / f"{ID}.fit").read_bytes()
    for decoded in (by_fitdecode(data), by_garmin(data)):
        sets = [row for kind, row in decoded if kind == "set"]
        assert [(row["category"], row["category_subtype"], row["repetitions"]) for row in sets] == [
            (10, 44, 8),
            (28, 100, 8),
        ]
        titles = [row["wkt_step_name"] for kind, row in decoded if kind == "exercise_title"]
        assert titles == ["Clam shell, left", "Squat"]


def test_the_runners_own_numbers_come_first_and_a_session_that_is_hidden_still_has_its_own(home: Home) -> None:
    """The own get-hip stands in for the built-in one, in which the clam shell has its numbers."""
    own = home.folder / "data" / "glutetimer" / "sessions"
    own.mkdir(parents=True)
    exercises = '[[exercise]]\nid = "squat"\nreps = 8\nfit = [28, 61]\n[[exercise]]\nid = "mine"\nreps = 8\n'
    (own / "get-hip.toml").write_text(f'format = 1\nname = "Mine"\n{exercises}')
    (own / "broken.toml").write_text("format = 1\n")
    put(home, workout(bout("squat"), bout("clam-shell"), bout("mine")))
    done = fit(home, ID)
    assert done.returncode == 0
    assert done.stderr == "FIT has no number for mine (fit = [category, name] in its session file is one).\n"
    sets = [row for kind, row in by_fitdecode((home.folder / f"{ID}.fit").read_bytes()) if kind == "set"]
    assert [(row["category"], row["category_subtype"]) for row in sets] == [(28, 61), (10, 44), (65534, None)]


def test_where_it_goes(home: Home) -> None:
    put(home, MIXED)
    (home.folder / "here").mkdir()
    assert fit(home, ID[:8], "-o", "mine.bin").stdout == "mine.bin: 5 bouts\n"
    assert fit(home, "last", "-o", "here").stdout.replace("\\", "/") == f"here/{ID}.fit: 5 bouts\n"
    args = command("log", "export", "fit", ID, "-o", "-", "--log-dir", str(home.log))
    out = subprocess.run(args, env=home.env, capture_output=True, timeout=PATIENCE, cwd=home.folder)
    assert out.stdout == (home.folder / "mine.bin").read_bytes() == (home.folder / "here" / f"{ID}.fit").read_bytes()
    assert by_garmin(out.stdout)[0][0] == "file_id"


def test_another_file_is_not_written_over_unless_asked_for(home: Home) -> None:
    put(home, MIXED)
    there = home.folder / f"{ID}.fit"
    there.write_text("mine")
    done = fit(home, ID)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{ID}.fit: another file is there (-f writes over it)\n"
    assert there.read_text() == "mine"
    assert fit(home, ID, "-f").returncode == 0
    assert by_garmin(there.read_bytes())
    assert fit(home, ID).returncode == 0  # it is there already, just so


def test_all_since_a_day_of_the_clock_on_the_wall(home: Home) -> None:
    put(home, MIXED)
    put(home, later(NEXT_DAY, 1))
    put(home, later(LATE, 1.1875))
    assert fit(home, "--since", "2026-11-22", "-o", "a/b").returncode == 0
    assert files(home, "a/b") == [f"{LATE}.fit"]
    done = fit(home, "--since", "2026-11-21", "--json")
    assert [(row["id"], row["path"], row["bouts"]) for row in json.loads(done.stdout)["written"]] == [
        (LATE, str(home.folder / f"{LATE}.fit"), 1),
        (NEXT_DAY, str(home.folder / f"{NEXT_DAY}.fit"), 1),
    ]
    assert fit(home, "--since", "2026-11-23").stdout == f"No workout since 2026-11-23 in {home.log}.\n"


@pytest.mark.parametrize("args", [(ID,), ("--since", "2026-11-20")], ids=["one", "many"])
def test_a_path_that_ends_like_a_folder_is_one(home: Home, args: tuple[str, ...]) -> None:
    """It is made where it is not there."""
    put(home, MIXED)
    assert fit(home, *args, "-o", "new/deep/").returncode == 0
    assert files(home, "new/deep") == [f"{ID}.fit"]


def test_one_that_cannot_be_written_keeps_no_other_from_it(home: Home) -> None:
    """A rehearsal, one with nothing in it, one that is there otherwise, a copy of a sync tool, and a broken file."""
    put(home, MIXED)
    put(home, replace(MIXED, note="other"), f"{ID}.sync-conflict-1.toml")
    put(home, later(NEXT_DAY, 1, speed=10.0))
    put(home, later(LATE, 2, bouts=(replace(bout(), result=None),)))
    put(home, later("20261123T140005Z-00000004", 3))
    (home.log / "broken.toml").write_text("format = 1\n")
    (home.folder / "20261123T140005Z-00000004.fit").write_text("mine")
    done = fit(home, "--since", "2026-11-20", "--json")
    answer = json.loads(done.stdout)
    assert done.returncode == 1
    assert [row["id"] for row in answer["written"]] == [ID]
    assert answer["written"][0]["unnamed"] == ["circles", "press", "mine"]
    assert [(row["id"], row.get("path")) for row in answer["left_out"]] == [
        ("20261123T140005Z-00000004", str(home.folder / "20261123T140005Z-00000004.fit")),
        (LATE, None),
        (NEXT_DAY, None),
        (ID, None),
    ]
    assert {row["path"] for row in answer["unreadable"]} == {str(home.log / "broken.toml")}
    lines = fit(home, "--since", "2026-11-20").stderr.splitlines()
    assert f"{NEXT_DAY}: this is a rehearsal (export a workout that was done)" in lines
    assert f"{LATE}: nothing was started in it (export another one)" in lines
    assert any("a copy with other content" in line for line in lines)


def test_a_rehearsal_alone_is_refused(home: Home) -> None:
    path = put(home, replace(MIXED, speed=60.0))
    done = fit(home, ID)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{path}: this is a rehearsal (export a workout that was done)\n"
    assert files(home) == []


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((), 2, "Say which: one ID, or --since DATE."),
        ((ID, "--since", "2026-11-20"), 2, "Say which: one ID, or --since DATE."),
        (("--since", "2026-11-20", "-o", "-"), 2, "Only one file fits into stdout"),
        ((ID, "-o", "-", "--json"), 2, "Only one file fits into stdout"),
        (("--since", "yesterday"), 2, "yesterday"),
        (("nothing",), 1, 'No workout "nothing"'),
        ((ID, "-o", "no/such/folder.fit"), 1, "folder.fit: cannot be written"),
        (("--since", "2026-11-20", "-o", "in-the-way/x"), 1, "cannot be the folder"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(home: Home, args: tuple[str, ...], code: int, said: str) -> None:
    put(home, MIXED)
    (home.folder / "in-the-way").write_text("")
    done = fit(home, *args)
    assert (done.returncode, done.stdout, files(home)) == (code, "", [])
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def without_extra(home: Home) -> Home:
    """A home in which fit-tool cannot be imported, as if it were not installed."""
    blocked = home.folder / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text('import sys\nsys.modules["fit_tool"] = None\n')
    home.env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(blocked), home.env.get("PYTHONPATH"))))
    return home


@pytest.mark.parametrize("args", [(ID,), ("--since", "2026-11-20"), (ID, "--json")])
def test_without_the_extra_it_says_how_to_get_it(without_extra: Home, args: tuple[str, ...]) -> None:
    put(without_extra, MIXED)
    done = fit(without_extra, *args)
    assert (done.returncode, done.stdout, files(without_extra)) == (1, "", [])
    assert done.stderr.count("\n") == 1
    assert "pipx install --force '.[fit]'" in done.stderr


def test_help_and_the_list_need_no_extra(without_extra: Home) -> None:
    assert "FIT activity" in fit(without_extra, "--help").stdout
    assert without_extra.run("log", "--log-dir", str(without_extra.log)).returncode == 0

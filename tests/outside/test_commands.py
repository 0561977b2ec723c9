"""Commands without a screen: what they print, and their exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.paths import TOP
from tests.helpers.terminal import PATIENCE, Home, Terminal, command

pytestmark = pytest.mark.outside

#: Nothing in it is done without a band, nor in a minute.
BANDED = 'format = 1\nname = "Walks"\n[[exercise]]\nid = "walk"\nreps = 60\nband = "ankles"\n'


def test_list_json(home: Home) -> None:
    """The five sessions, as the contract says."""
    answer = home.json("list")
    assert answer["format"] == 1
    assert answer["unreadable"] == []
    rows = {row["id"]: row for row in answer["sessions"]}
    assert set(rows) == {"band-hips", "get-hip", "glute-strength", "hip-control", "mini-band"}
    assert (rows["band-hips"]["order"], rows["band-hips"]["rounds"], rows["band-hips"]["most"]) == ("circuit", 2, 3)
    assert rows["hip-control"]["built_in"] is True
    assert "last_done" not in rows["hip-control"]
    assert rows["glute-strength"]["needs"][0] == "band"


def test_plan_of_hip_control(home: Home) -> None:
    """Three sets and twelve bouts of hip circles, every rest 30 s."""
    plan = home.json("plan", "hip-control")
    circles = [step for step in plan["steps"] if step["kind"] == "reps" and step["exercise"] == "hip-circles"]
    assert (len(circles), {step["set"] for step in circles}) == (12, {1, 2, 3})
    assert {step["seconds"] for step in plan["steps"] if step["kind"] == "rest"} == {30.0}
    assert plan["steps"][0] == {
        "kind": "setup",
        "start": 0.0,
        "seconds": 20.0,
        "exercise": "hip-circles",
        "changes": ["posture"],
    }
    assert "direction" in circles[0]
    assert plan["seconds"] == plan["steps"][-1]["start"] + plan["steps"][-1]["seconds"]


def test_plan_says_what_is_left_out(home: Home) -> None:
    """Kit and minutes."""
    plan = home.json("plan", "glute-strength", "--without", "step,band", "--minutes", "12")
    assert plan["replaced"] == [
        {"exercise": "step-up", "by": "single-leg-floor-bridge"},
        {"exercise": "sideways-band-walk", "by": "side-press"},
    ]
    assert any("minutes" in row for row in plan["left_out"])
    assert plan["seconds"] <= 12 * 60
    assert "Single-leg floor bridge instead of Step-up." in home.ask("plan", "glute-strength", "--without", "step")
    walks = home.json("plan", "mini-band", "--without", "band")
    assert walks["left_out"] == [{"exercise": name, "needs": ["band"]} for name in ("lateral-shuffle", "monster-walk")]
    assert [row["by"] for row in walks["replaced"]] == ["single-leg-bridge-band", "lying-kickback"]


def test_the_list_takes_as_long_as_home_says(home: Home) -> None:
    """With the settings, and without the kit that is not at home; what cannot be done has no time."""
    own = home.folder / "data" / "glutetimer" / "sessions"
    own.mkdir(parents=True)
    (own / "walks.toml").write_text(BANDED)
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    before = {row["id"]: row.get("seconds") for row in home.json("list")["sessions"]}
    config.write_text('kit = ["chair"]\nrest = 10\n')
    after = {row["id"]: row.get("seconds") for row in home.json("list")["sessions"]}
    assert after["glute-strength"] == home.json("plan", "glute-strength")["seconds"] < before["glute-strength"]
    assert (before["walks"] > 0, after["walks"]) == (True, None)
    assert "walks           -       band" in home.ask("list")


def test_rounds_that_change_nothing_say_so(home: Home) -> None:
    done = home.run("plan", "hip-control", "--rounds", "1")
    assert done.stdout == home.ask("plan", "hip-control")
    said = "--rounds 1 leaves exercises with sets of their own as they are: Side-lying hip circles (3 sets), "
    assert done.stderr.startswith(said)


def test_one_is_not_many(home: Home, tmp_path: Path) -> None:
    """An exercise of one rep."""
    path = tmp_path / "one.toml"
    path.write_text('format = 1\nname = "One"\n[[exercise]]\nid = "squat"\nname = "Squat"\nreps = 1\n')
    assert home.ask("check", str(path)) == f"{path}: 1 exercise, all good\n"
    assert "1 rep, set 1 of 1" in home.ask("plan", str(path))


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--without", "band", "every exercise needs band"), ("--minutes", "1", "nothing fits into 1 min")],
)
def test_a_plan_with_nothing_in_it_is_refused(home: Home, tmp_path: Path, option: str, value: str, said: str) -> None:
    path = tmp_path / "walks.toml"
    path.write_text(BANDED)
    done = home.run("plan", str(path), option, value)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("plan", "hip-contrl"), 1, 'did you mean "hip-control"'),
        (("plan", "./nowhere.toml"), 1, "nowhere.toml"),
        (("plan", "hip-control", "--post-run", "--rounds", "2"), 2, "leave --rounds out"),
        (("plan", "hip-control", "--post-run", "--pre-run"), 2, "Choose one"),
        (("plan", "hip-control", "--pace", "fast"), 2, "fast"),
        (("plan", "hip-control", "--without", "ba!nd"), 2, "words like band,chair"),
        (("plan", "hip-control", "--rest", "601"), 2, "601"),
        (("run",), 2, "Which session"),
        (("run", "--resume"), 1, "Nothing to resume"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_exit_codes(home: Home, args: tuple[str, ...], code: int, said: str) -> None:
    """One clear sentence on stderr, nothing on stdout."""
    done = home.run(*args)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_check_names_every_problem(home: Home) -> None:
    """FILE:LINE: problem (instead), exit 1; a good file beside it is said to be good."""
    bad = home.folder / "bad.toml"
    bad.write_text('format = 1\nname = "x"\n[[exercise]]\nid = "a b"\nreps = true\ntemp = ["up 1"]\n')
    good = home.folder / "good.toml"
    good.write_text('format = 1\nname = "x"\n[[exercise]]\nid = "squat"\nreps = 8\n')
    done = home.run("check", str(bad), str(good))
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.split(":")[1] for line in lines] == ["4", "5", "6"]
    assert 'did you mean "tempo"' in lines[2]
    assert str(good) in done.stdout
    answer = json.loads(home.run("check", str(bad), "--json").stdout)
    assert [row["line"] for row in answer["unreadable"]] == [4, 5, 6]


def test_own_session_shadows_the_built_in(home: Home) -> None:
    """A file of the same name in the data folder takes its place."""
    own = home.folder / "data" / "glutetimer" / "sessions" / "get-hip.toml"
    own.parent.mkdir(parents=True)
    own.write_text('format = 1\nname = "Mine [b]"\n[[exercise]]\nid = "squat"\nreps = 8\n')
    rows = {row["id"]: row for row in home.json("list")["sessions"]}
    assert (rows["get-hip"]["name"], rows["get-hip"]["built_in"], rows["get-hip"]["path"]) == (
        "Mine [b]",
        False,
        str(own),
    )
    assert home.json("plan", "get-hip")["name"] == "Mine [b]"


def test_log_lists_workouts_and_names_what_it_cannot_read(home: Home) -> None:
    """Newest first, without the seal; a broken file is named and left alone."""
    home.ask("run", "get-hip", "--speed", "2000", "--log-dir", str(home.log))
    home.ask("run", "mini-band", "--pre-run", "--speed", "2000", "--log-dir", str(home.log))
    broken = home.log / "2026" / "01" / "broken.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("format = 1\n")
    answer = home.json("log", "--log-dir", str(home.log))
    assert sorted(row["session"] for row in answer["workouts"]) == ["get-hip", "mini-band"]
    assert all("seal" not in row and row["bout"] and row["path"] for row in answer["workouts"])
    assert answer["unreadable"][0]["path"] == str(broken)
    assert broken.read_text() == "format = 1\n"
    assert "rehearsal" in home.ask("--log-dir", str(home.log), "log")


def test_without_a_terminal_the_list_is_printed(home: Home) -> None:
    """`glutetimer` alone, into a pipe: sessions, and how to run one."""
    out = home.ask()
    assert "hip-control" in out
    assert "glutetimer run SESSION" in out


def test_dumb_terminal_gets_lines(home: Home) -> None:
    """TERM=dumb: printed lines instead of a screen."""
    home.env["TERM"] = "dumb"
    with Terminal(home, "run", "mini-band", "--speed", "2000") as terminal:
        assert terminal.end() == 0
        assert "Well done." in terminal.text


def test_a_bad_config_value_is_a_warning(home: Home) -> None:
    """The line is named, the usual value used, exit 0."""
    config = home.folder / "my.toml"
    config.write_text('first_side = "up"\nrest = 45\nrset = 1\n')
    done = home.run("plan", "get-hip", "--config", str(config), "--json")
    assert done.returncode == 0
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == ["1", "3"]
    assert json.loads(done.stdout)["rest"] == 45


def test_settings_that_cannot_be_looked_for_are_a_warning(home: Home) -> None:
    """A name that no disk can hold stands for every folder that may not be looked into."""
    home.env["XDG_CONFIG_HOME"] = str(home.folder / ("long" * 100))
    for name in ("list", "config"):
        done = home.run(name)
        assert (done.returncode, done.stderr.count("\n")) == (0, 1)
        assert "config.toml: cannot be read: " in done.stderr


def test_trace_that_cannot_be_written(home: Home) -> None:
    """A usage problem, before anything begins."""
    assert home.run("run", "get-hip", "--speed", "900", "--trace", str(home.folder)).returncode == 2


def test_the_only_band_is_named_in_the_log(home: Home) -> None:
    """Nobody need say so at each start."""
    config = home.folder / "one-band.toml"
    config.write_text('bands = ["light"]\n')
    home.ask("run", "band-hips", "--plain", "--speed", "10000", "--config", str(config), "--log-dir", str(home.log))
    (record,) = home.records()
    assert {bout.get("strength") for bout in record["bout"] if bout["band"] != "none"} == {"light"}


def test_record_not_saved_is_exit_1_and_the_run_goes_on(home: Home) -> None:
    """A file stands where the log folder should be: said at once, kept in the state folder, exit 1."""
    home.log.write_text("in the way")
    done = home.run("run", "mini-band", "--speed", "2000", "--log-dir", str(home.log))
    assert done.returncode == 1
    assert "Well done." in done.stdout
    assert "Not in the log" in done.stderr
    (kept,) = home.running()
    assert kept["state"] == "finished"
    assert {bout["outcome"] for bout in kept["bout"]} == {"done"}


@pytest.mark.parametrize("name", ["help", "version"])
def test_quick_answers_import_no_screen(home: Home, name: str) -> None:
    """--help, --version, list and log never import Textual."""
    for args in ((f"--{name}",), ("list",), ("log",)):
        code = "import sys; from glutetimer.cli import main\ntry: main()\nfinally: print('textual' in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code, *args], env=home.env, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.stdout.splitlines()[-1] == "False", done.stderr


def test_a_closed_pipe_is_no_traceback(home: Home) -> None:
    """`glutetimer plan ... | head -1`."""
    child = subprocess.Popen(
        command("plan", "glute-strength", "--json"), env=home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.close()
    assert b"Traceback" not in child.communicate(timeout=PATIENCE)[1]


def test_installed_wheel_carries_sounds_and_sessions(tmp_path: Path) -> None:
    """A wheel built from here holds both folders inside the package."""
    import zipfile

    root = TOP
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(tmp_path), str(root)]
    subprocess.run([*build, "--disable-pip-version-check"], check=True, timeout=300, env=dict(os.environ))
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "glutetimer/sessions/hip-control.toml" in names
    assert "glutetimer/sounds/go.wav" in names
    assert "glutetimer/tui/app.tcss" in names

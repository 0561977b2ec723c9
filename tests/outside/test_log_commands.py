"""`log` and its commands, asked from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from glutetimer.adapters.log.read import read_log
from glutetimer.core.record.write import workout_json
from tests.helpers.homes import add_trouble, log_home
from tests.helpers.terminal import PATIENCE, Home, Terminal

pytestmark = pytest.mark.outside

#: What nobody waits for who only wants help.
HEAVY = ("rich", "sqlite3", "tomlkit", "textual")
READING = ("show", "week", "stats", "balance", "path")
JSON = (*((name,) for name in READING), ("exercise", "clam-shell"))


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Sixty workouts; the index is made by whoever asks first."""
    return log_home(tmp_path_factory.mktemp("years"), 60)


@pytest.fixture
def troubled(tmp_path: Path) -> tuple[Home, Path, Path]:
    """A few workouts, a copy that differs, and a file that cannot be read."""
    home = log_home(tmp_path, 5)
    return home, *add_trouble(home)


def test_json_is_what_it_was_before_there_was_an_index(troubled: tuple[Home, Path, Path]) -> None:
    """The contract: records without the seal, newest first, each with its path; every problem of what is no record."""
    home, copy, _ = troubled
    read, unreadable = read_log(home.log)
    records = [workout_json(workout, str(path)) for path, workout in read if path != copy]
    problems = [
        {"path": str(path), "line": problem.line, "problem": str(problem)}
        for path, bad in unreadable
        for problem in bad.problems
    ]
    answer = home.json("log")
    assert list(answer) == ["format", "workouts", "copies", "unreadable"]
    assert (answer["format"], answer["workouts"]) == (1, records)
    assert answer["unreadable"] == problems
    assert answer["copies"] == [{"id": max(record["id"] for record in records), "path": str(copy)}]


def test_json_has_no_copies_where_there_are_none(years: Home) -> None:
    assert list(years.json("log", "-n", "1")) == ["format", "workouts", "unreadable"]


def test_paths_are_whole_wherever_the_program_was_started(years: Home) -> None:
    """A log named as seen from here."""
    answer = years.json("log", "-n", "1", "--log-dir", "log")
    path = Path(answer["workouts"][0]["path"])
    assert (path.is_absolute(), path.is_file()) == (True, True)


def test_workouts_can_be_chosen(years: Home) -> None:
    """By number, session, mode, day and month: what the whole answer has of those."""
    every = years.json("log")["workouts"]
    day = every[20]["started"][:10]
    wanted: dict[tuple[str, ...], list[dict[str, Any]]] = {
        ("-n", "7"): every[:7],
        ("--session", "hip-control"): [one for one in every if one["session"] == "hip-control"],
        ("--mode", "post-run"): [one for one in every if one["mode"] == "post-run"],
        ("--since", day): [one for one in every if one["started"][:10] >= day],
        ("--month", day[:7]): [one for one in every if one["started"][:7] == day[:7]],
    }
    for args, those in wanted.items():
        assert those, args
        assert years.json("log", *args)["workouts"] == those


def test_a_number_is_of_workouts_and_not_of_copies(troubled: tuple[Home, Path, Path]) -> None:
    """The newest has a copy beside it."""
    answer = troubled[0].json("log", "-n", "1")
    assert (len(answer["workouts"]), len(answer["copies"])) == (1, 1)


def test_only_the_wanted_files_are_read(years: Home) -> None:
    """Parsing is what takes long: the index says which."""
    years.ask("log", "-n", "1")
    code = "import tomllib; loads, n = tomllib.loads, []\n"
    code += "def count(text, **kw): n.append(1); return loads(text, **kw)\n"
    code += "tomllib.loads = count\nfrom glutetimer.cli import main\n"
    code += "try: main()\nfinally: import sys; print(len(n), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "log", "--json", "-n", "3"],
        env=years.env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert int(done.stderr.splitlines()[-1]) <= 5  # and the settings


def test_elsewhere_than_on_a_terminal_every_workout_has_a_line_in_full(years: Home) -> None:
    """No header, no colour, nothing cut, the whole id at the end."""
    lines = years.ask("log").splitlines()
    every = years.json("log")["workouts"]
    assert [line.split()[-1] for line in lines] == [one["id"] for one in every]
    for line, one in zip(lines, every, strict=True):
        assert line.startswith(one["started"][:16].replace("T", " "))
        assert one["name"] in line
    assert "\x1b" not in "".join(lines)


def test_what_is_odd_is_named_and_the_rest_is_shown(troubled: tuple[Home, Path, Path]) -> None:
    home, _, broken = troubled
    done = home.run("log")
    assert (done.returncode, done.stdout.count("copy"), len(done.stdout.splitlines())) == (0, 1, 6)
    assert done.stderr.splitlines() == [line for line in done.stderr.splitlines() if line.startswith(f"{broken}:1: ")]
    for name in ("week", "stats", "balance"):
        done = home.run("log", name)
        assert (done.returncode, "1 file of the log cannot be read" in done.stderr) == (0, True)


def test_a_change_shows_at_once(troubled: tuple[Home, Path, Path]) -> None:
    """A command answers with the truth, whatever it knew a moment ago."""
    home, copy, broken = troubled
    assert "copies" in home.json("log")
    copy.unlink()
    broken.unlink()
    answer = home.json("log")
    assert ("copies" in answer, answer["unreadable"]) == (False, [])


@pytest.mark.parametrize("args", JSON, ids=" ".join)
def test_every_command_has_json(years: Home, args: tuple[str, ...]) -> None:
    """One object, format 1, no null anywhere."""
    said = years.ask("log", *args, "--json")
    assert json.loads(said)["format"] == 1
    assert "null" not in said


@pytest.mark.parametrize(
    "args", [(), *((name,) for name in READING), ("export", "csv"), ("export", "json")], ids=" ".join
)
def test_an_empty_log_is_no_trouble(home: Home, args: tuple[str, ...]) -> None:
    """There may not even be a folder: a sentence, exit code 0, and nothing is made."""
    done = home.run("log", *args)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert not (home.folder / "data").exists()


def test_nobody_begins_with_a_session_that_is_a_riddle(home: Home) -> None:
    """Without a habit the gentlest is next, with the command that starts it."""
    assert "glutetimer run get-hip" in home.ask("log", "week")


@pytest.mark.parametrize("name", ["week", "stats", "balance", "show"])
def test_what_is_shown_fits_a_terminal(years: Home, name: str) -> None:
    """80 columns; the week is one screen."""
    lines = years.ask("log", name).splitlines()
    fit = [line for line in lines if not line.startswith(("File ", " " * 2)) and "cue" not in line]
    if name in ("week", "stats"):
        assert max(map(len, fit)) <= 80
    if name == "week":
        assert len(lines) <= 23


def test_show_names_a_workout_by_the_beginning_of_its_id(years: Home) -> None:
    wanted = years.json("log", "-n", "9")["workouts"][8]
    assert years.json("log", "show", wanted["id"][:13])["workout"] == wanted
    said = years.ask("log", "show", wanted["id"])
    assert all(bout["name"] in said for bout in wanted["bout"])
    assert wanted["path"] in said


def test_show_without_an_id_is_the_newest(troubled: tuple[Home, Path, Path]) -> None:
    """And not its copy."""
    home, copy, _ = troubled
    assert home.json("log", "show")["workout"] == home.json("log", "-n", "1")["workouts"][0]
    assert str(copy) not in home.ask("log", "show")


def test_path_is_the_folder_and_nothing_else(years: Home) -> None:
    assert years.ask("log", "path") == f"{years.log}\n"
    assert years.json("log", "path") == {"format": 1, "path": str(years.log)}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--since", "20.11.2026"), 2, "--since takes a day like 2026-11-20"),
        (("--since", "2026-02-30"), 2, "--since takes a day"),
        (("--since", "20261120"), 2, "--since takes a day"),
        (("--month", "2026-13"), 2, "--month takes a month like 2026-11"),
        (("--month", "2026-1"), 2, "--month takes a month"),
        (("-n", "0"), 2, "-n"),
        (("-n", "3", "--all"), 2, "Choose one of -n and --all"),
        (("--json", "week"), 2, "Put the options of week after it"),
        (("--session", "hip-control", "stats"), 2, "Put the options of stats after it"),
        (("export", "csv", "--since", "yesterday"), 2, "--since takes a day"),
        (("stats", "--weeks", "0"), 2, "--weeks"),
        (("--session", "hip-contrl"), 1, 'did you mean "hip-control"'),
        (("export", "jsonl", "--session", "hip-contrl"), 1, 'did you mean "hip-control"'),
        (("exercise", "clam-shel"), 1, 'did you mean "clam-shell"'),
        (("show", "19990101"), 1, 'No workout "19990101"'),
        (("show", "./nowhere.toml"), 1, "nowhere.toml"),
    ],
)
def test_exit_codes(years: Home, args: tuple[str, ...], code: int, said: str) -> None:
    """A sentence on stderr, nothing on stdout."""
    done = years.run("log", *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_session_that_was_never_done_is_known(years: Home) -> None:
    """Of a log in which only other ones were: a sentence and exit code 0."""
    own = years.folder / "data" / "glutetimer" / "sessions" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text('format = 1\nname = "Mine"\n[[exercise]]\nid = "squat"\nreps = 8\n')
    assert years.ask("log", "--session", "mine") == "No such workout in the log.\n"


def test_help_imports_nothing_heavy(years: Home) -> None:
    """Of the group and each of its commands: help is looked up, and typed at by mistake."""
    code = "import sys; from glutetimer.cli import main\n"
    code += f"try: main()\nfinally: print(*(name for name in {HEAVY!r} if name in sys.modules))"
    for args in ((), *((name,) for name in (*READING, "exercise", "export")), ("export", "csv")):
        argv = [sys.executable, "-c", code, "log", *args, "--help"]
        done = subprocess.run(argv, env=years.env, capture_output=True, text=True, timeout=PATIENCE)
        assert "Usage:" in done.stdout
        assert done.stdout.splitlines()[-1] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_of_a_file_does_nothing_to_a_terminal(troubled: tuple[Home, Path, Path]) -> None:
    """Whoever syncs a file into the log names it."""
    home, _, broken = troubled
    broken.rename(home.log / "b\x1b]0;owned\x07\u202e.toml")
    newest = max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)
    newest.rename(home.log / "a\x1b[2J.toml")
    for args in ((), ("show",), ("show", str(home.log / "a\x1b[2J.toml")), ("week",), ("check",)):
        done = home.run("log", *args)
        assert not {"\x1b", "\x07", "\u202e"} & {*done.stdout, *done.stderr}, args
    assert "b]0;owned.toml:1: " in home.run("log").stderr
    for words in ("report", "log show \x1b[2J", "log --session \x1b[2J"):
        assert "\x1b" not in home.run(*words.split(" ")).stderr, words


def test_a_file_that_is_no_record_has_few_lines(troubled: tuple[Home, Path, Path]) -> None:
    """`log check` has them all."""
    home, _, broken = troubled
    done = home.run("log", "show", str(broken))
    lines = done.stderr.splitlines()
    assert (done.returncode, len(lines)) == (1, 6)
    every = [line for line in home.run("log", "check").stderr.splitlines() if line.startswith(str(broken))]
    assert lines == [*every[:5], f"and {len(every) - 5} more; `glutetimer log check` names them all"]


@pytest.mark.parametrize("args", [(), ("--mode", "full"), ("--pain",), ("--month", "2026-11"), ("show",)])
def test_an_empty_log_is_said_to_be_empty(home: Home, args: tuple[str, ...]) -> None:
    """Whatever was looked for; and a folder that is not there is one that may have been meant otherwise."""
    lgo, log = home.folder / "lgo", home.folder / "log"
    assert home.ask("log", *args, "--log-dir", "lgo") == f"No workout yet in {lgo} (there is no such folder yet).\n"
    log.mkdir()
    assert home.ask("log", *args, "--log-dir", "log") == f"No workout yet in {log}.\n"


def test_every_id_that_is_shown_names_its_workout_beside_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A cut file of the same day has a name that begins so, too."""
    home = log_home(tmp_path, 3)
    newest = max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)
    other = newest.with_name(f"{newest.name[:9]}{(int(newest.name[9:11]) + 1) % 24:02}0000Z-00000001.toml")
    other.write_text("format = 1\n", "utf-8")
    with Terminal(home, "log", size=(120, 40)) as terminal:
        assert terminal.end() == 0
        ids = [line.split()[-1] for line in terminal.screen.display if re.search(r" \d{8}[^ )]*$", line.rstrip())]
    assert len(ids) == 3
    for id_ in ids:
        assert home.json("log", "show", id_)["workout"]["id"].startswith(id_)


def test_only_what_hurt_can_be_chosen(years: Home) -> None:
    every = years.json("log")["workouts"]
    sore = [one["id"] for one in every if one.get("pain") or any(bout.get("pain") for bout in one["bout"])]
    found = [one["id"] for one in years.json("log", "--pain")["workouts"]]
    assert {*sore} <= {*found}
    assert 0 < len(found) < len(every)


def test_the_list_of_sessions_waits_for_no_log(years: Home) -> None:
    """Only JSON says when each was done last."""
    code = "import sys; from glutetimer.cli import main\n"
    code += "try: main()\nfinally: print('glutetimer.adapters.log.index' in sys.modules, file=sys.stderr)"
    for args, read in (((), "False"), (("--json",), "True")):
        argv = [sys.executable, "-c", code, "list", *args]
        done = subprocess.run(argv, env=years.env, capture_output=True, text=True, timeout=PATIENCE)
        assert done.stderr.split() == [read]


def test_the_help_of_a_command_compiles_no_plan(years: Home) -> None:
    """--json is an option, and no reason to import the sessions."""
    code = "import sys; from glutetimer.cli import main\n"
    code += "try: main()\nfinally: print('glutetimer.core.plan.compile' in sys.modules, file=sys.stderr)"
    argv = [sys.executable, "-c", code, "log", "path"]
    done = subprocess.run(argv, env=years.env, capture_output=True, text=True, timeout=PATIENCE)
    assert done.stderr.split() == ["False"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are otherwise there")
def test_a_cache_that_cannot_be_written_changes_no_answer(years: Home) -> None:
    """A file stands where the folder should be."""
    env = years.env | {"XDG_CACHE_HOME": os.devnull}
    argv = [sys.executable, "-m", "glutetimer", "log"]
    done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=PATIENCE)
    assert (done.returncode, done.stdout) == (0, years.ask("log"))

"""Folders that nobody has: commands say so in one sentence, and go on where they can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.terminal import PATIENCE, Home

pytestmark = pytest.mark.outside

COMMANDS = (("list",), ("log",), ("run", "get-hip", "--speed", "5000"))
#: A system that has no entry for this user.
NOBODY = """
import pwd, sys
def unknown(_):
    raise KeyError
pwd.getpwuid = unknown
sys.argv[0] = "glutetimer"
from glutetimer.cli import main
main()
"""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_log_folder_of_nobody(home: Home, words: tuple[str, ...]) -> None:
    config = home.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('log_dir = "~nosuchuser/x"\n', "utf-8")
    done = home.run(*words)
    assert (done.returncode, done.stderr) == (
        0,
        f'{config}:1: log_dir: nobody here is called "nosuchuser": the usual folder is used (write it in full)\n',
    )


def nobody(home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in home.env.items() if name != "HOME" and not name.startswith("XDG_")}
    env["TMPDIR"] = str(home.folder)
    run = [sys.executable, "-c", NOBODY, *words]
    return subprocess.run(run, env=env, cwd=home.folder, capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_home(home: Home, words: tuple[str, ...]) -> None:
    own = home.folder / f"glutetimer-{os.getuid()}"
    done = nobody(home, *words)
    said = f"No home folder is known: everything is kept in {own}. Set HOME to keep it elsewhere.\n"
    assert (done.returncode, done.stderr) == (0, said)
    assert not own.exists() or own.stat().st_mode & 0o777 == 0o700


def test_no_home_and_somebody_was_there_before(home: Home) -> None:
    own = home.folder / f"glutetimer-{os.getuid()}"
    own.mkdir()
    own.chmod(0o777)
    done = nobody(home, "list")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"No home folder is known, and {own} cannot stand in for it. Set HOME.\n"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("log", ["", "log"])
def test_the_current_folder_is_gone(home: Home, words: tuple[str, ...], log: str) -> None:
    gone = home.folder / "gone"
    gone.mkdir()
    told = ("--log-dir", log) if log else ()
    line = ["sh", "-c", 'rmdir ../gone && exec "$@"', "sh", str(Path(sys.executable).parent / "glutetimer")]
    run = [*line, *words, *told]
    done = subprocess.run(run, env=home.env, cwd=gone, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if log:
        assert done.returncode == 1
        assert done.stderr.startswith("log cannot be found: the current folder is no longer there.")
    else:
        assert (done.returncode, done.stderr) == (0, "")


def test_a_trace_is_never_written_over_something_else(home: Home) -> None:
    note, pipe = home.folder / "session.toml", home.folder / "pipe"
    note.write_text("format = 1\n", "utf-8")
    os.mkfifo(pipe)
    for path, said in ((note, "is no trace, and stays as it is"), (pipe, "nobody reads from")):
        done = home.run("run", "get-hip", "--speed", "5000", "--trace", str(path))
        assert done.returncode == 2
        assert said in done.stderr
    assert note.read_text("utf-8") == "format = 1\n"


@pytest.mark.parametrize("speed", ["nan", "NaN", "inf", "-inf"])
def test_a_speed_that_is_no_number(home: Home, speed: str) -> None:
    done = home.run("run", "get-hip", "--plain", "--speed", speed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == f'--speed takes a number from 0.01 to 10000, not "{speed}".'


def test_what_killed_writers_have_left_is_swept_by_the_next_run(home: Home) -> None:
    """In the state folder, beside the settings and in the log; what others have left there stays."""
    month = home.log / "2026" / "11"
    folders = [home.state, home.folder / "config" / "glutetimer", month]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / ".a.toml.12ab34cd.tmp").write_text("half")
        (folder / ".syncthing.a.toml.tmp").write_text("theirs")
    home.ask("run", "get-hip", "--plain", "--speed", "500", "--log-dir", str(home.log))
    assert [path.name for folder in folders for path in folder.glob(".*.tmp")] == [".syncthing.a.toml.tmp"] * 3

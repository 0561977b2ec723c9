"""Neither log nor state folder takes the record, and the program ends: it is somewhere else, and that is said."""

from __future__ import annotations

import resource
import signal
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.terminal import PATIENCE, Home, Terminal, command

pytestmark = pytest.mark.outside

SESSION = """
format = 1
name = "Two"
rest = 0
[[exercise]]
id = "first"
hold = 5
[[exercise]]
id = "second"
hold = 600
"""


@pytest.fixture
def shut(home: Home) -> Iterator[Path]:
    """Nothing can be written below the log and state folders: a file has their name."""
    for folder in (home.state.parent, home.log):
        if folder.exists():
            folder.rename(folder.with_name("before"))
        folder.touch()
    (home.folder / "two.toml").write_text(SESSION, "utf-8")
    yield home.folder / "config" / "glutetimer" / "unsaved" / "running"
    (home.folder / "two.toml").unlink()


def open_again(home: Home) -> None:
    """There is room for log and state."""
    for folder in (home.state.parent, home.log):
        folder.unlink()
    (home.state.parent.with_name("before")).rename(home.state.parent)


ARGS = ("run", "two.toml", "--log-dir", "log", "--speed", "100", "--trace", "trace.jsonl")


def test_a_signal_on_the_screen(home: Home, shut: Path) -> None:
    with Terminal(home, *ARGS) as terminal:
        terminal.wait_for_event("BoutStarted", 2)
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 1
        said = "".join(terminal.raw.decode().split("\x1b[?1049l")[-1].split())
    (path,) = shut.glob("*.toml")
    assert f"Yourworkoutwaitsin{path};thenextstartoffersit." in said
    open_again(home)
    with Terminal(home, "--log-dir", "log") as terminal:
        terminal.wait_for("Unfinished workout")
        terminal.press_until("s", lambda: len(home.records()) == 1)
        terminal.press_until("q", lambda: not terminal.child.isalive())
    (record,) = home.records()
    assert [bout["outcome"] for bout in record["bout"]] == ["done", "not-reached"]
    assert not shut.parent.exists()


def test_a_closed_terminal(home: Home, shut: Path) -> None:
    with Terminal(home, *ARGS) as terminal:
        terminal.wait_for_event("BoutStarted", 2)
        terminal.child.close(force=False)
        terminal.child.wait()
    (path,) = shut.glob("*.toml")
    assert "outcome" in tomllib.loads(path.read_text("utf-8"))["bout"][0]


def test_a_signal_in_a_printed_run(home: Home, shut: Path) -> None:
    run = subprocess.Popen(
        command(*ARGS, "--plain"), env=home.env, cwd=home.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    while len(home.traced("BoutStarted")) < 2:
        assert run.poll() is None
    run.send_signal(signal.SIGTERM)
    _, said = run.communicate(timeout=PATIENCE)
    (path,) = shut.glob("*.toml")
    assert run.returncode == 1
    assert f"Your workout waits in {path}; the next start offers it." in said.decode()
    assert "Stopped: `glutetimer run --resume` goes on with it." in said.decode()


def test_the_end_of_a_printed_run(home: Home, shut: Path) -> None:
    """Config folder and home refuse it, too: it lies in the temporary folder; the next start saves it from there."""
    (home.folder / "config").write_text("")
    (home.folder / "glutetimer-unsaved").write_text("")
    done = home.run(*ARGS[:-3], "3000", "--plain")
    (path,) = (home.folder / "tmp").rglob("*.toml")
    assert done.returncode == 1
    assert f"Your workout waits in {path}; the next start offers it." in done.stderr
    (home.folder / "config").unlink()
    open_again(home)
    with Terminal(home, "--log-dir", "log") as terminal:
        terminal.wait_for("Not saved last time")
        terminal.press_until("s", lambda: len(home.records()) == 1)
    assert not path.exists()


def test_where_no_folder_takes_it_stderr_has_the_record(home: Home, shut: Path) -> None:
    """No file may hold a byte."""
    done = subprocess.run(
        command(*ARGS[:-3], "3000", "--plain"),
        env=home.env,
        cwd=home.folder,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        timeout=PATIENCE,
        check=False,
    )
    said, _, record = done.stderr.partition("keep it as a file of the log:\n")
    assert done.returncode == 1
    assert said.startswith("Not saved: ")
    assert [bout["outcome"] for bout in tomllib.loads(record)["bout"]] == ["done", "done"]


def test_the_question_comes_where_the_current_folder_is_gone(home: Home, shut: Path) -> None:
    home.first = ["sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', "sh"]
    two, trace = str(home.folder / "two.toml"), str(home.trace)
    with Terminal(home, "run", two, "--log-dir", str(home.log), "--mute", "--trace", trace) as terminal:
        terminal.start()
        terminal.press_until("q", "Finish here")
        terminal.press_until("s", "Save in")
        terminal.press_until("1", lambda: any(home.folder.joinpath("glutetimer-log").rglob("*.toml")))

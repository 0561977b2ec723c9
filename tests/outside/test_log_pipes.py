"""`| head -1`: whoever reads an answer may stop at any time."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.homes import log_home
from tests.helpers.terminal import PATIENCE, Home, command

pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(
        sys.platform == "win32", reason="its shell has no head; a closed pipe is tested beside commands"
    ),
]

COMMANDS = (
    "log", "log --json", "log show", "log show --json", "log week", "log week --json", "log stats", "log stats --json",
    "log balance", "log balance --json", "log exercise clam-shell", "log exercise clam-shell --json", "log path",
    "log export csv", "log export json", "log export jsonl", "log --help", "list", "list --json",
)  # fmt: skip


@pytest.fixture(scope="module")
def long_log(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Three hundred workouts, read already."""
    home = log_home(tmp_path_factory.mktemp("long"), 300)
    home.env.pop("PYTHONUNBUFFERED", None)
    home.ask("log", "-n", "1")
    return home


def piped(home: Home, asked: str, reader: str) -> tuple[int, str, str]:
    """The program's own exit code, what was read of it, and what it said on stderr, in a real shell."""
    code = home.folder / "code"
    ours = shlex.join(command(*asked.split()))
    line = f"{{ {ours}; echo $? > {shlex.quote(str(code))}; }} | {reader}"
    done = subprocess.run(["/bin/sh", "-c", line], env=home.env, capture_output=True, text=True, timeout=PATIENCE)
    return int(code.read_text()), done.stdout, done.stderr


@pytest.mark.parametrize("asked", COMMANDS)
def test_head_is_enough(long_log: Home, asked: str) -> None:
    """One line is read, and nothing complains."""
    code, read, said = piped(long_log, asked, "head -1")
    assert (code in (0, 141), read.count("\n"), said) == (True, 1, "")


@pytest.mark.parametrize(
    "asked", ["log", "log --json", "log stats", "log export csv", "log export jsonl", "log --help"]
)
def test_nobody_reads_at_all(long_log: Home, asked: str) -> None:
    """The pipe is closed before the first word."""
    code, _, said = piped(long_log, asked, "exec <&-")
    assert (code in (0, 141), said) == (True, "")


@pytest.mark.parametrize("asked", ["log --json", "log export csv", "log export jsonl"])
def test_more_than_a_pipe_holds_ends_with_its_code(long_log: Home, asked: str) -> None:
    """Who reads one line of so much is gone before the last one is written."""
    code, read, said = piped(long_log, asked, "head -1")
    assert (code, read.count("\n"), said) == (141, 1, "")


def test_what_is_read_whole_ends_well(long_log: Home) -> None:
    code, read, said = piped(long_log, "log", "cat")
    assert (code, read.count("\n"), said) == (0, 300, "")


ANSWERS = (
    "log", "log --json", "log show", "log week", "log stats --json", "log path", "log export csv", "report", "list",
    "config", "log --help", "--version",
)  # fmt: skip
NO_ROOM = "Not all of it could be written: no space is left.\n"


@pytest.fixture(scope="module")
def short_log(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Three workouts: what they say may wait in a buffer until the end."""
    home = log_home(tmp_path_factory.mktemp("short"), 3)
    home.env.pop("PYTHONUNBUFFERED", None)
    return home


def shell(home: Home, asked: str, after: str) -> subprocess.CompletedProcess[str]:
    """The command with its streams as a real shell gives them."""
    line = f"{shlex.join(command(*asked.split()))} {after}"
    return subprocess.run(["/bin/sh", "-c", line], env=home.env, capture_output=True, text=True, timeout=PATIENCE)


@pytest.mark.parametrize("asked", ANSWERS)
def test_a_full_disk_is_no_closed_pipe(short_log: Home, asked: str) -> None:
    """An answer that is cut off is said to be."""
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    done = shell(short_log, asked, "> /dev/full")
    assert (done.returncode, done.stderr) == (1, NO_ROOM)


@pytest.mark.parametrize("asked", ["log", "log export csv"])
def test_a_full_disk_is_seen_without_a_buffer_and_with_much_to_write(long_log: Home, asked: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    long_log.env["PYTHONUNBUFFERED"] = "1"
    done = shell(long_log, asked, "> /dev/full")
    del long_log.env["PYTHONUNBUFFERED"]
    assert (done.returncode, done.stderr) == (1, NO_ROOM)


@pytest.mark.parametrize("asked", ["log", "log show", "log --help"])
def test_without_a_stream_nothing_complains(short_log: Home, asked: str) -> None:
    """Closed before the start, each alone and all together."""
    for closed in (">&-", "2>&-", "<&- >&- 2>&-"):
        done = shell(short_log, asked, closed)
        assert (done.returncode, done.stderr) == (0, ""), closed
        assert bool(done.stdout) is (">&-" not in closed.split())


@pytest.mark.parametrize("asked", ["log export csv", "log export jsonl", "log --json", "report"])
@pytest.mark.parametrize("closed", [">&-", "<&- >&-"])
def test_what_is_of_no_use_unread_does_not_end_well_without_a_stdout(short_log: Home, asked: str, closed: str) -> None:
    done = shell(short_log, asked, closed)
    assert (done.returncode, done.stderr) == (1, "Not all of it could be written: Bad file descriptor.\n")


@pytest.mark.parametrize("after", ["2>&-", "2> /dev/full"])
@pytest.mark.parametrize(("asked", "code"), [("log", 0), ("log show 1999", 1), ("log --nonsense", 2)])
def test_who_cannot_be_warned_gets_the_answer_all_the_same(tmp_path: Path, asked: str, code: int, after: str) -> None:
    """The exit code, too."""
    if "full" in after and not Path("/dev/full").exists():
        pytest.skip("no such device here")
    home = log_home(tmp_path, 3)
    (home.log / "broken.toml").write_text("format = 1\n", "utf-8")
    done = shell(home, asked, after)
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (code, 3 if code == 0 else 0, "")

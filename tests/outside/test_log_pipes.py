"""`| head -1`: whoever reads an answer may stop at any time."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from log_home import log_home
from terminal import Home, command

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
    home.ask("log", "-n", "1")
    return home


def piped(home: Home, asked: str, reader: str) -> tuple[int, str, str]:
    """The program's own exit code, what was read of it, and what it said on stderr, in a real shell."""
    code = home.folder / "code"
    ours = shlex.join(command(*asked.split()))
    line = f"{{ {ours}; echo $? > {shlex.quote(str(code))}; }} | {reader}"
    done = subprocess.run(["/bin/sh", "-c", line], env=home.env, capture_output=True, text=True, timeout=60)
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


def test_what_is_read_whole_ends_well(long_log: Home) -> None:
    code, read, said = piped(long_log, "log", "cat")
    assert (code, read.count("\n"), said) == (0, 300, "")


def test_a_full_disk_is_no_closed_pipe(long_log: Home) -> None:
    """An export that is cut off is said to be."""
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    line = f"{shlex.join(command('log', 'export', 'csv'))} > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", line], env=long_log.env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "Not all of it could be written: No space left on device.\n")

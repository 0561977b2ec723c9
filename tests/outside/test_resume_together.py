"""Several programs want to go on with one workout: one does, the others say that it runs elsewhere."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.terminal import PATIENCE, Home, Terminal, command

pytestmark = pytest.mark.outside

ELSEWHERE = "Nothing to resume here: Hip control of "


@pytest.fixture
def left(home: Home) -> Home:
    """A home with a workout that broke off after its first bout."""
    args = ("run", "hip-control", "--speed", "60", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *args) as terminal:
        terminal.wait_for_event("Saved")
        terminal.kill()
    home.trace.unlink()
    return home


def resuming(home: Home, *args: str) -> subprocess.Popen[str]:
    """One of them, as lines."""
    argv = command("run", "--resume", "--plain", "--mute", "--log-dir", str(home.log), *args)
    return subprocess.Popen(
        argv, env=home.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_of_three_at_once_one_goes_on(left: Home) -> None:
    together = [resuming(left) for _ in range(3)]
    try:
        ended = [one for one in together if _ends(one)]
        said = [(one.returncode, *one.communicate()) for one in ended]
        assert [(code, out) for code, out, _ in said] == [(1, ""), (1, "")]
        for _, _, err in said:
            assert err.startswith(ELSEWHERE)
            assert err.endswith(" runs elsewhere. Go on there.\n")
            assert err.count("\n") == 1
    finally:
        for one in together:
            one.kill()
            one.communicate()
    assert len(left.running()) == 1
    assert left.records() == []


def _ends(one: subprocess.Popen[str]) -> bool:
    """Within a few seconds: the one that goes on is in its set-up by then."""
    try:
        one.wait(8 if one.stdout else 1)
    except subprocess.TimeoutExpired:
        return False
    return True


def test_on_the_screen_too(left: Home) -> None:
    first = resuming(left)
    try:
        _wait_for_line(first)
        with Terminal(left, "run", "--resume") as terminal:
            assert terminal.end() == 1
            assert ELSEWHERE in terminal.text.replace("\n", " ")
    finally:
        first.kill()
        first.communicate()


def test_another_session_has_nothing_to_resume(left: Home) -> None:
    done = left.run("run", "get-hip", "--resume")
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing to resume of get-hip; Hip control of ")
    assert done.stderr.endswith(" waits: `glutetimer run --resume` goes on with it.\n")


def test_what_was_begun_comes_before_what_was_only_started(left: Home) -> None:
    """A run that was left in its set-up is newer, and nothing of it is done."""
    newer = subprocess.Popen(
        command("run", "get-hip", "--plain", "--mute", "--log-dir", str(left.log)),
        env=left.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert newer.stdout is not None
    newer.stdout.readline()
    newer.kill()
    _, said = newer.communicate()
    assert said.startswith("Hip control of ")
    assert said.endswith(" was not ended: `glutetimer run --resume` goes on with it.\n")
    third = resuming(left)
    try:
        _wait_for_line(third)
    finally:
        third.kill()
        third.communicate()


def test_what_is_cleared_away_is_not_announced(home: Home) -> None:
    """Left in its set-up: nothing waits there, and a rehearsal takes nothing away."""
    with Terminal(home, "run", "hip-control", "--log-dir", str(home.log), "--trace", str(home.trace)) as terminal:
        terminal.wait_for_event("SetupStarted")
        _wait_until(lambda: len(home.running()) == 1)
        terminal.kill()
    done = home.run("run", "get-hip", "--plain", "--speed", "5000")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("A rehearsal, 5000 times as fast: no keys, no sound and nothing is saved.\n")
    assert len(home.running()) == 1


def test_once_that_program_is_gone_it_can_be_gone_on_with(left: Home, tmp_path: Path) -> None:
    first = resuming(left)
    _wait_for_line(first)
    first.kill()
    first.communicate()
    trace = tmp_path / "second.jsonl"
    second = resuming(left, "--trace", str(trace))
    try:
        _wait_until(lambda: trace.exists() and "SetupStarted" in trace.read_text("utf-8"))
    finally:
        second.kill()
        second.communicate()


def _wait_until(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)


def _wait_for_line(one: subprocess.Popen[str]) -> None:
    assert one.stdout is not None
    assert "Hip control" in one.stdout.readline()

"""The real program stopped by a signal: nobody did a rep meanwhile, and nothing goes on until somebody says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.terminal import Home, Terminal, command

pytestmark = [pytest.mark.outside, pytest.mark.live]

SESSION = """
format = 1
name = "Taps"
summary = "Quick reps."
source = "here"
order = "straight"
rounds = 1
[[exercise]]
id = "tap"
name = "Tap"
how = "Tap."
reps = 100
sides = "both"
tempo = ["up 0.5", "down 0.5"]
"""
#: Seconds.
STOPPED = 3.0


@pytest.fixture
def taps(home: Home) -> Path:
    path, config = home.folder / "taps.toml", home.folder / "config" / "glutetimer" / "config.toml"
    path.write_text(SESSION, "utf-8")
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("setup = 5\n", "utf-8")
    return path


def stop(pid: int, seconds: float, *, group: bool = False) -> None:
    """Stop it for so long, alone or with all its children, as Ctrl+Z does."""
    kill = os.killpg if group else os.kill
    kill(pid, signal.SIGSTOP)
    time.sleep(seconds)
    kill(pid, signal.SIGCONT)


def is_as_of_the_last_tick(home: Home, before: int) -> bool:
    """Whether no rep was counted that was not, and the run stands where it stood."""
    events = home.traced()
    (paused,) = [event for event in events if event["event"] == "Paused"]
    last = [event for event in events if event["event"] == "RepDone"][-1]
    assert (last["count"], paused["reason"]) == (before, "gap")
    return bool(0 <= paused["at"] - last["at"] <= 1.0)


@pytest.mark.parametrize(("seconds", "group"), [(0.3, False), (STOPPED, True)])
def test_on_the_screen_it_pauses_as_of_the_last_tick(home: Home, taps: Path, seconds: float, group: bool) -> None:
    with Terminal(home, "run", str(taps), "--log-dir", str(home.log), "--trace", str(home.trace)) as terminal:
        terminal.start()
        terminal.wait_for_event("RepDone", 2)
        assert terminal.child.pid is not None
        stop(terminal.child.pid, seconds, group=group)
        terminal.wait_for_event("Paused")
        assert is_as_of_the_last_tick(home, 2)
        terminal.wait_for("Paused:")
        terminal.press_until("g", lambda: bool(home.traced("Resumed")))
        terminal.wait_for_event("RepDone", 3)
        (_, _, third) = home.traced("RepDone")
        assert third["count"] == 3


def test_printed_it_pauses_and_goes_on_by_itself(home: Home, taps: Path) -> None:
    """Nobody can type there."""
    argv = command("run", str(taps), "--plain", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace))
    with subprocess.Popen(argv, env=home.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        try:
            until(lambda: len(home.traced("RepDone")) >= 2)
            stop(run.pid, STOPPED)
            until(lambda: len(home.traced("RepDone")) >= 3)
        finally:
            run.kill()
    kinds = [event["event"] for event in home.traced() if event["event"] in ("RepDone", "Paused", "Resumed")]
    assert kinds == ["RepDone", "RepDone", "Paused", "Resumed", "RepDone"]
    last, third = home.traced("RepDone")[-2:]
    # A count-in of three seconds lies between: no rep of the stop.
    assert third["at"] - last["at"] >= 3.0


def test_printed_in_a_terminal_it_waits_for_the_runner(home: Home, taps: Path) -> None:
    """What was typed meanwhile only wakes it."""
    args = ("run", str(taps), "--plain", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *args) as terminal:
        terminal.wait_for("Get ready")
        terminal.press("\r")
        terminal.wait_for_event("RepDone", 2)
        assert terminal.child.pid is not None
        os.kill(terminal.child.pid, signal.SIGSTOP)
        terminal.press("n\r")
        time.sleep(STOPPED)
        os.kill(terminal.child.pid, signal.SIGCONT)
        terminal.wait_for_event("Paused")
        assert is_as_of_the_last_tick(home, 2)
        time.sleep(1.2)
        terminal.press("p\r")
        terminal.wait_for_event("Resumed")


def until(ready: object) -> None:
    """Wait, a minute at most."""
    end = time.monotonic() + 60
    assert callable(ready)
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


if sys.platform == "win32":
    pytest.skip("no process is ever stopped there", allow_module_level=True)

"""Signals and Ctrl+Z on every full screen: the terminal is given back as it was, whatever comes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside

SESSION = """
format = 1
name = "Taps"
[[exercise]]
id = "tap"
reps = 100
tempo = ["up 0.5", "down 0.5"]
"""


def on_home(home: Home) -> Terminal:
    terminal = Terminal(home, "--log-dir", str(home.log))
    terminal.wait_for("Get hip")
    return terminal


def on_log(home: Home) -> Terminal:
    terminal = on_home(home)
    terminal.press_until("l", "History")
    return terminal


def on_run(home: Home) -> Terminal:
    (home.folder / "taps.toml").write_text(SESSION, "utf-8")
    terminal = Terminal(home, "run", "taps.toml", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace))
    terminal.start()
    terminal.wait_for_event("RepDone", 2)
    return terminal


def on_finish(home: Home) -> Terminal:
    terminal = on_run(home)
    terminal.press_until("q", "Finish here")
    terminal.press_until("s", "All as counted?")
    return terminal


SCREENS: dict[str, Callable[[Home], Terminal]] = {"home": on_home, "run": on_run, "finish": on_finish, "log": on_log}
#: What a terminal is told when the program takes it, and when it gives it back.
TAKEN, GIVEN = (b"\x1b[?1049h", b"\x1b[>25u", b"\x1b[?2004h"), (b"\x1b[?1049l", b"\x1b[<u", b"\x1b[?2004l")


def balanced(terminal: Terminal) -> list[int]:
    """How often each was taken, once each was given back as often."""
    taken = [terminal.raw.count(word) for word in TAKEN]
    assert [terminal.raw.count(word) for word in GIVEN] == taken
    return taken


def is_stopped(terminal: Terminal) -> bool:
    stat = Path(f"/proc/{terminal.child.pid}/stat").read_text()
    return stat.rpartition(")")[2].split()[0] == "T"


def stop_with(terminal: Terminal, act: Callable[[], object]) -> None:
    act()
    terminal.wait(lambda: is_stopped(terminal), "stopped")


def turn_away(terminal: Terminal, turn: int) -> None:
    """Ctrl+Z, and on again."""
    stop_with(terminal, lambda: terminal.press("\x1a"))
    terminal._read(0.2)
    assert balanced(terminal) == [turn] * 3
    terminal.child.kill(signal.SIGCONT)
    terminal.wait(lambda: terminal.raw.count(TAKEN[0]) > turn, "the screen again")


@pytest.mark.parametrize("screen", SCREENS)
def test_ctrl_z_three_times_and_a_quit_signal(home: Home, screen: str) -> None:
    """Given back each time, and taken again; a run stands paused at the same rep."""
    with SCREENS[screen](home) as terminal:
        for turn in range(1, 4):
            reps = len(home.traced("RepDone"))
            turn_away(terminal, turn)
            if screen == "run":
                terminal.wait_for("Paused")
                assert len(home.traced("RepDone")) <= reps + 1
                assert len(home.traced("Paused")) == turn
                terminal.press_until("g", lambda: home.traced()[-1]["event"] != "Paused")
                terminal.wait_for_event("RepDone", reps + 2)
        terminal.child.kill(signal.SIGQUIT)
        assert terminal.end() == 128 + signal.SIGQUIT
        assert balanced(terminal) == [4, 4, 4]


def test_a_stop_that_cannot_be_answered_takes_the_terminal_no_second_time(home: Home) -> None:
    with on_home(home) as terminal:
        assert terminal.child.pid is not None
        stop_with(terminal, lambda: os.kill(terminal.child.pid or 0, signal.SIGSTOP))
        terminal.child.kill(signal.SIGCONT)
        terminal.wait(lambda: terminal.raw.count(b"\x1b[>25u") == 2, "the screen again")
        terminal.press_until("q", lambda: not terminal.child.isalive())
        assert terminal.end() == 0
        assert balanced(terminal) == [2, 2, 2]

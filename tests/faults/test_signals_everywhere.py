"""Signals that end or stop, and a closed terminal, on every screen: the terminal is as it was, nothing is lost."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping

import pytest

from tests.helpers.terminal import Home, Terminal
from tests.outside.test_every_screen import GIVEN, SCREENS, balanced, is_stopped, on_home, on_run


def after(screen: Callable[[Home], Terminal], keys: str, wanted: str) -> Callable[[Home], Terminal]:
    """The screen that these keys lead to."""

    def on(home: Home) -> Terminal:
        terminal = screen(home)
        terminal.press_until(keys, wanted)
        return terminal

    return on


def on_first(home: Home) -> Terminal:
    """The first start."""
    (home.state.parent / "welcomed").unlink()
    terminal = Terminal(home, "--log-dir", str(home.log))
    terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") == 1 and terminal.text.strip() != "", "the first start")
    return terminal


EVERY: Mapping[str, Callable[[Home], Terminal]] = {
    **SCREENS,
    "options": after(on_home, "o", "Pace"),
    "keys": after(on_home, "?", "these keys"),
    "paused": after(on_run, " ", "Paused"),
    "finishing": after(on_run, "q", "Finish here"),
    "first start": on_first,
}
ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
@pytest.mark.parametrize("screen", EVERY)
def test_it_ends_in_order(home: Home, screen: str, number: signal.Signals) -> None:
    with EVERY[screen](home) as terminal:
        terminal.child.kill(number)
        assert terminal.end() == 128 + number
        assert balanced(terminal) == [1, 1, 1]
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("screen", EVERY)
def test_it_stops_and_goes_on(home: Home, screen: str) -> None:
    with EVERY[screen](home) as terminal:
        terminal.child.kill(signal.SIGTSTP)
        terminal.wait(lambda: is_stopped(terminal), "stopped")
        terminal._read(0.2)
        assert all(word in terminal.raw for word in GIVEN)
        terminal.child.kill(signal.SIGCONT)
        terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") == 2, "the screen again")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert balanced(terminal) == [2, 2, 2]


@pytest.mark.parametrize("screen", EVERY)
def test_a_closed_terminal_ends_it_and_loses_nothing(home: Home, screen: str) -> None:
    with EVERY[screen](home) as terminal:
        bouts = {event["bout"] for event in home.traced("Saved")}
        terminal.hang_up()
    kept = [bout for record in (*home.running(), *home.records()) for bout in record["bout"] if "outcome" in bout]
    assert len(kept) >= len(bouts)

"""The real screen: signals, a lost terminal, odd sizes, and a session by hand."""

from __future__ import annotations

import signal

import pytest

from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was(home: Home, number: signal.Signals) -> None:
    """Exit 128 + n, the alternate screen and the mouse given back, what was done kept."""
    args = ("run", "hip-control", "--speed", "60", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *args) as terminal:
        terminal.wait_for_event("Saved")
        terminal.child.kill(number)
        assert terminal.end() == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?1000l" in terminal.raw
    (running,) = home.running()
    assert running["bout"][0]["outcome"] == "done"


def test_a_lost_terminal_loses_nothing(home: Home) -> None:
    """The window is closed in the middle: the running file stays, the next start offers it."""
    args = ("run", "hip-control", "--speed", "60", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *args) as terminal:
        terminal.wait_for_event("Saved")
        terminal.child.close(force=False)
    assert "1 of" in home.run("run", "get-hip", "--speed", "2000").stderr or home.running()
    with Terminal(home) as terminal:
        terminal.wait_for("Unfinished workout")


@pytest.mark.parametrize("size", [(60, 16), (120, 40), (200, 60), (20, 5)])
def test_sizes(home: Home, size: tuple[int, int]) -> None:
    """A whole session at odd sizes ends well."""
    with Terminal(home, "run", "get-hip", "--speed", "300", size=size) as terminal:
        assert terminal.end() == 0


def test_a_short_session_by_hand(home: Home) -> None:
    """Start now, end a side early, pause, finish, confirm; the record says exactly that."""
    with Terminal(home, "run", "get-hip", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace)) as terminal:
        terminal.start()
        terminal.wait_for_event("RepDone")
        terminal.press("\r")
        terminal.wait_for_event("SwitchStarted")
        terminal.press("q")
        terminal.wait_for("Finish here")
        terminal.press_until("s", "All as counted?")
        terminal.press_until("\r", "► Harder side")
        terminal.press("\x1b[D")
        terminal.press_until("\x1b[D", "the left was harder")
        terminal.press_until("\x1b", "Saved: ")
        assert terminal.end() == 0
    (record,) = home.records()
    assert (record["state"], record["confirmed"], record["harder_side"]) == ("early", True, "left")
    first = record["bout"][0]
    assert (first["outcome"], first["done"], first["counted_by"]) == ("short", 1, "program")
    assert {bout["outcome"] for bout in record["bout"][1:]} == {"not-reached"}


def test_nothing_to_resume_is_said_in_a_terminal_too(home: Home) -> None:
    """One sentence and exit code 1, whatever session is named beside it."""
    with Terminal(home, "run", "get-hip", "--resume") as terminal:
        assert terminal.end() == 1
        assert "Nothing to resume" in terminal.text


def test_a_running_workout_that_cannot_be_read_is_named(home: Home) -> None:
    """And left alone; the new run goes on."""
    home.state.mkdir(parents=True)
    (home.state / "20260101T000000Z-00000000.toml").write_text("half a")
    done = home.run("run", "mini-band", "--speed", "2000")
    assert done.returncode == 0
    assert "20260101T000000Z-00000000.toml:1:" in done.stderr
    assert (home.state / "20260101T000000Z-00000000.toml").read_text() == "half a"


def test_home_opens_and_closes(home: Home) -> None:
    """`glutetimer` alone shows the list; q leaves."""
    with Terminal(home) as terminal:
        terminal.wait_for("Get hip")
        terminal.press("q")
        assert terminal.end() == 0

"""Sound that goes wrong in the middle of a run: the run goes on, the screen says so, and sound comes back by itself.

The sound server is a private one with a null sink; the program is the real one in a pseudo-terminal.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.helpers.pulse import ahead, private_pulse, recorder
from tests.helpers.sound import is_gone, until
from tests.helpers.terminal import Home, Terminal

pytest.importorskip("miniaudio")
pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(sys.platform != "linux", reason="hides and kills the sound servers of Linux"),
]
NO_SOUND = "No sound"
#: What sound libraries print where they find nothing.
CHATTER = (b"ALSA", b"snd_", b"jack", b"Connection refused", b"pulse")


def hear_at(home: Home, environment: Mapping[str, str]) -> None:
    """Let the program find the private server, and no other; where it may, it goes before other programs."""
    home.first = ahead()
    home.hear(environment)


def started(home: Home, stack: ExitStack, *more: str) -> Terminal:
    """A run under way."""
    config = home.folder / "config.toml"
    config.write_text('setup = 5\nvoice = "off"\n')
    args = ("run", "get-hip", "--trace", str(home.trace), "--log-dir", str(home.log), "--config", str(config))
    terminal = stack.enter_context(Terminal(home, *args, *more))
    terminal.wait_for("start now")
    return terminal


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError):  # a thread may end while one looks
            found += map(int, thread.read_text().split())
    return found


def sound_child(terminal: Terminal) -> int:
    """The process that plays."""
    assert terminal.child.pid is not None
    found = [pid for pid in children_of(terminal.child.pid) if b"adapters.sound.child" in command_of(pid)]
    assert len(found) == 1
    return found[0]


def command_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def folder(home: Home, name: str) -> Path:
    made = home.folder / name
    made.mkdir()
    return made


@pytest.mark.live
def test_a_lost_device_is_told_and_found_again(home: Home) -> None:
    """The server ends and another one takes its place, as when headphones are unplugged and a speaker plugged in."""
    place = folder(home, "pulse")
    with ExitStack() as stack:
        with private_pulse(place) as environment, recorder(environment) as ear:
            hear_at(home, environment)
            terminal = started(home, stack)
            terminal.wait_for_event("BoutStarted")
            ear.hear(0.5)
            assert max(map(abs, ear.samples())) > 1000
        terminal.wait_for(NO_SOUND)
        lost = len(home.traced("RepDone"))
        with private_pulse(place) as environment, recorder(environment) as ear:
            terminal.wait(lambda: NO_SOUND not in terminal.text, "the sentence gone")
            ear.hear(3.0)
            assert max(map(abs, ear.samples())) > 1000
            assert len(home.traced("RepDone")) > lost
            terminal.press("q")
            terminal.press_until("d", lambda: not terminal.child.isalive() or "Discard" in terminal.text)
        assert not [word for word in CHATTER if word in terminal.raw]


@pytest.mark.live
def test_a_killed_player_is_replaced(home: Home) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(private_pulse(folder(home, "pulse")))
        ear = stack.enter_context(recorder(environment))
        hear_at(home, environment)
        terminal = started(home, stack)
        terminal.wait_for_event("BoutStarted")
        first = sound_child(terminal)
        os.kill(first, signal.SIGKILL)
        assert is_gone(first)
        assert until(lambda: children_of(terminal.child.pid or 0) not in ([], [first]))
        before = len(ear.samples())
        terminal.wait_for_event("RepDone", len(home.traced("RepDone")) + 2)
        ear.hear(0.3)
        assert max(map(abs, ear.samples()[before:])) > 1000
        assert NO_SOUND not in terminal.text


@pytest.mark.live
def test_nothing_is_left_of_a_killed_program(home: Home) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(private_pulse(folder(home, "pulse")))
        hear_at(home, environment)
        terminal = started(home, stack)
        child = sound_child(terminal)
        terminal.kill()
        assert is_gone(child)


def test_without_a_device_the_run_goes_on_and_says_so(home: Home) -> None:
    with ExitStack() as stack:
        terminal = started(home, stack)
        terminal.wait_for("No sound: no device found. The screen flashes")
        terminal.wait_for_event("BoutStarted")
        assert NO_SOUND in terminal.text
        assert not [word for word in CHATTER if word in terminal.raw]


@pytest.mark.live
def test_a_sound_file_that_is_missing_is_named_and_the_others_are_heard(home: Home) -> None:
    """The package in a folder of its own, with one sound broken and one away."""
    import shutil

    import glutetimer

    package = home.folder / "copy" / "glutetimer"
    shutil.copytree(Path(glutetimer.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("sounds", "sessions"):
        shutil.copytree(Path(glutetimer.__file__).parents[1] / name, package / name)
    (package / "sounds" / "go.wav").unlink()
    (package / "sounds" / "rep.wav").write_bytes(b"RIFF nothing")
    home.env["PYTHONPATH"] = str(package.parent)
    with ExitStack() as stack:
        environment = stack.enter_context(private_pulse(folder(home, "pulse")))
        ear = stack.enter_context(recorder(environment))
        hear_at(home, environment)
        terminal = started(home, stack)
        terminal.wait_for("The sound go is missing")
        terminal.wait_for("The sound rep is missing")
        ear.hear(0.3)
        assert max(map(abs, ear.samples())) > 1000

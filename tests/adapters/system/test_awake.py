"""The laptop is kept awake through a real bus, and let go however the program ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from glutetimer.adapters.system.awake import MAY_DIM, Awake
from tests.helpers.deaf_bus import deaf_bus
from tests.helpers.paths import TESTS, TOP
from tests.helpers.sound import LIMIT, until

HOLD = """
import sys
from glutetimer.adapters.system.awake import Awake
awake = Awake()
for line in sys.stdin:
    getattr(awake, line.strip())()
    print("did", line.strip(), repr(awake.problem), flush=True)
"""
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (Debian: dbus)"
)


class Said:
    """The lines of a child, each waited for."""

    def __init__(self, pipe: IO[str] | None) -> None:
        assert pipe is not None
        self._pipe = pipe

    def next(self) -> str:
        """The next line; the test's own time limit ends a wait for ever."""
        return self._pipe.readline().strip()


@contextmanager
def child(*command: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    """A program that does not outlive the test."""
    environment = os.environ | {"PYTHONPATH": str(TOP)} | more
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=environment, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(name="bus")
def _bus(tmp_path: Path) -> Iterator[tuple[str, Said]]:
    """A private bus with a screen saver: its address, and what the screen saver says."""
    address = f"unix:path={tmp_path}/bus"
    daemon = ("dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={address}")
    with child(*daemon) as bus:
        assert Said(bus.stdout).next().startswith("unix:path=")
        saver = (sys.executable, str(TESTS / "helpers" / "screen_saver.py"))
        with child(*saver, DBUS_SESSION_BUS_ADDRESS=address) as served:
            said = Said(served.stdout)
            assert said.next() == "ready"
            yield address, said


def tell(process: subprocess.Popen[str], *verbs: str) -> list[str]:
    """Have the holding program call these; what it answered."""
    assert process.stdin is not None
    process.stdin.write("".join(f"{verb}\n" for verb in verbs))
    process.stdin.flush()
    answers = Said(process.stdout)
    return [answers.next() for _ in verbs]


def test_held_once_and_let_go_once(bus: tuple[str, Said]) -> None:
    """Twice asked is once held; the run's end lets go, and a second run may hold again."""
    address, said = bus
    with child(sys.executable, "-c", HOLD, DBUS_SESSION_BUS_ADDRESS=address) as program:
        tell(program, "hold", "hold")
        assert said.next() == "inhibit"
        tell(program, "release", "release")
        assert said.next() == "uninhibit"
        tell(program, "hold")
        assert said.next() == "inhibit"
        (answer,) = tell(program, "close")
        assert said.next() == "uninhibit"
        assert answer == "did close ''"


def test_a_killed_program_holds_nothing(bus: tuple[str, Said]) -> None:
    """The bus drops what a process held when the process is gone."""
    address, said = bus
    with child(sys.executable, "-c", HOLD, DBUS_SESSION_BUS_ADDRESS=address) as program:
        tell(program, "hold")
        assert said.next() == "inhibit"
        program.kill()
        program.wait()
        assert said.next() == "gone"


def test_without_a_bus_it_is_one_sentence_and_no_noise() -> None:
    """Nothing on the screen's own streams: they would land in the picture."""
    script = HOLD.replace("repr(awake.problem)", "''")
    with child(sys.executable, "-W", "always", "-c", script, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere") as program:
        tell(program, "hold", "close")
        assert program.stdin is not None
        program.stdin.close()
        program.wait()
        assert program.stderr is not None
        assert program.stderr.read() == ""


def test_no_desktop_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is so, then the way out; not before it is asked for, and no longer."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = Awake()
    assert awake.problem == ""
    awake.hold()
    assert until(lambda: awake.problem == MAY_DIM)
    awake.release()
    assert awake.problem == ""
    awake.close()


def test_a_lock_granted_too_late_is_not_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who did not answer in time may still grant it: nobody would ever give that back, so the connection is closed."""
    monkeypatch.setattr("wakepy.dbus_adapters.jeepney.JeepneyDBusAdapter.timeout", 0.02)
    with deaf_bus(tmp_path, greets=True) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        awake = Awake()
        awake.hold()
        assert until(lambda: awake.problem == MAY_DIM)
        heard = [bus.heard.get(timeout=LIMIT) for _ in range(6)]
        assert sorted(heard) == ["Hello", "Hello", "Inhibit", "Inhibit", "closed", "closed"]
        awake.close()


def test_a_program_ends_although_its_bus_hangs(tmp_path: Path) -> None:
    """The thread that waits for it does not keep the program alive, and says nothing."""
    with (
        deaf_bus(tmp_path, greets=False) as bus,
        child(sys.executable, "-c", HOLD, DBUS_SESSION_BUS_ADDRESS=bus.address) as program,
    ):
        tell(program, "hold")
        assert bus.heard.get(timeout=LIMIT) == "Hello"
        assert program.communicate(timeout=LIMIT) == ("", "")
        assert program.returncode == 0

"""The real program in a real pseudo-terminal, and its screen as text."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.helpers.sound import deaf

#: What leads a program to a private sound server.
PULSE = ("XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "PULSE_SERVER")
#: Seconds that any one wait may take before the test fails, however busy the machine is.
PATIENCE = 120.0
#: Seconds between two presses of an impatient hand; closer ones are a held key.
APART = 0.3
#: The same where a press too soon makes a key held for longer.
HELD = 0.8


class Home:
    """An empty home for the program: nothing of this machine's own settings reaches it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.state = folder / "state" / "glutetimer" / "running"
        self.trace = folder / "trace.jsonl"
        #: What stands before each command line in a terminal.
        self.first: list[str] = []
        names = {"XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config"}
        names |= {"XDG_CACHE_HOME": "cache"}
        keep = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
        self.env = keep | {name: str(folder / sub) for name, sub in names.items()}
        # Somebody was here before: the first start has tests of its own.
        (folder / "state" / "glutetimer").mkdir(parents=True, exist_ok=True)
        (folder / "state" / "glutetimer" / "welcomed").touch()
        # Where a record goes that no other folder takes must be no other test's.
        self.env["TMPDIR"] = str(folder / "tmp")
        (folder / "tmp").mkdir(exist_ok=True)
        # Nobody hears the tests, and no test depends on what this machine can play on.
        self.env |= deaf(folder / "runtime")
        # Nor is the desktop of who runs the tests kept awake.
        self.env["WAKEPY_FAKE_SUCCESS"] = "1"
        self.env |= {"HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONWARNINGS": "error"}

    def hear(self, server: Mapping[str, str]) -> None:
        """Let the program find this sound server, and no other."""
        for name in deaf(self.folder):
            self.env.pop(name, None)
        self.env |= {name: server[name] for name in PULSE}

    def ask(self, *args: str, code: int = 0, stdin: str = "") -> str:
        """Run a command without a terminal; its stdout. Fails where it ends with another exit code."""
        done = self.run(*args, stdin=stdin)
        assert done.returncode == code, done.stderr
        return done.stdout

    def run(self, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command without a terminal."""
        return subprocess.run(
            command(*args), env=self.env, input=stdin, capture_output=True, text=True, timeout=PATIENCE, cwd=self.folder
        )

    def json(self, *args: str) -> Any:
        """The JSON object that a command prints."""
        return json.loads(self.ask(*args, "--json"))

    def records(self) -> list[dict[str, Any]]:
        """The records in the log, as TOML says them."""
        return [tomllib.loads(path.read_text("utf-8")) for path in sorted(self.log.rglob("*.toml"))]

    def running(self) -> list[dict[str, Any]]:
        """The running workouts in the state folder."""
        return [tomllib.loads(path.read_text("utf-8")) for path in sorted(self.state.glob("*.toml"))]

    def traced(self, event: str = "") -> list[dict[str, Any]]:
        """The lines of the trace so far; a line that is being written is left out."""
        if not self.trace.exists():
            return []
        lines = self.trace.read_text("utf-8").split("\n")[:-1]
        return [row for row in map(json.loads, lines) if event in ("", row["event"])]


class Terminal:
    """A run of the program on a screen of its own."""

    def __init__(self, home: Home, *args: str, size: tuple[int, int] = (80, 24)) -> None:
        self.home = home
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        argv = [*home.first, *command(*args)]
        self.child = pexpect.spawn(
            argv[0], argv[1:], env=home.env, dimensions=(size[1], size[0]), cwd=str(home.folder), timeout=PATIENCE
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """What is on the screen."""
        if not self.child.closed:
            self._read(0)
        return "\n".join(self.screen.display)

    def wait_for(self, text: str) -> None:
        """Until the screen shows the text."""
        self.wait(lambda: text in "\n".join(self.screen.display), text)

    def wait_for_event(self, event: str, count: int = 1) -> None:
        """Until the trace holds so many of the event."""
        self.wait(lambda: len(self.home.traced(event)) >= count, f"{count} x {event}")

    def wait_for_lines(self, count: int) -> None:
        """Until the trace is so many lines long."""
        self.wait(lambda: len(self.home.traced()) >= count, f"{count} lines")

    def wait(self, ready: Callable[[], bool], what: str) -> None:
        """Until `ready`, reading what the program draws meanwhile."""
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end, f"never saw {what!r}:\n" + "\n".join(self.screen.display)
            if not self._read(0.05) and not self.child.isalive():
                assert ready(), f"ended before {what!r}:\n" + "\n".join(self.screen.display)

    def start(self, key: str = "\r") -> None:
        """Press until the count-in runs, and wait for the first set. At first the run is deaf to its main key."""
        self.wait_for("start now")
        self.press_until(key, lambda: bool(self.home.traced("LeadStarted")), apart=HELD)
        self.wait_for_event("BoutStarted")

    def press(self, keys: str) -> None:
        """Type."""
        self.child.send(keys)

    def press_until(self, keys: str, wanted: str | Callable[[], bool], apart: float = APART) -> None:
        """Type now and then until the screen shows a text: a card takes no key at first, nor one that is held."""
        pressed = time.monotonic() - apart

        def so() -> bool:
            nonlocal pressed
            if wanted in self.text if isinstance(wanted, str) else wanted():
                return True
            if time.monotonic() - pressed > apart:
                self.press(keys)
                pressed = time.monotonic()
            return False

        self.wait(so, str(wanted))

    def end(self) -> int:
        """Wait for the program to end by itself; its exit code, 128 + n for a signal that ended it."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, "did not end:\n" + "\n".join(self.screen.display)
            self._read(0.05)
        self._read(0)
        self.child.close()
        code = self.child.exitstatus
        return 128 + (self.child.signalstatus or 0) if code is None else code

    def kill(self) -> None:
        """kill -9, and wait for it to be gone."""
        assert self.child.pid is not None
        os.kill(self.child.pid, signal.SIGKILL)
        self.child.wait()

    def hang_up(self) -> None:
        """Close the window, and wait for the program to end by itself."""
        child: Any = self.child
        child.ptyproc.fileobj.close()
        child.closed = child.ptyproc.closed = True
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, "it lives on without a window"
            time.sleep(0.05)

    def _read(self, timeout: float) -> bool:
        """Draw what has come; whether something has."""
        try:
            drawn: Any = self.child.read_nonblocking(65536, timeout)  # bytes: no encoding was given
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += drawn
        self._stream.feed(drawn)
        return True


def command(*args: str) -> list[str]:
    """The program's command line for this interpreter."""
    return [sys.executable, "-m", "glutetimer", *args]

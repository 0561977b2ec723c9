"""A short walk through the program, with whatever versions of other packages are installed: `python tests/smoke.py`.

Needs nothing but the program's own packages. Exit 1 with what went wrong.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import select
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import glutetimer

#: Modules of what only some have: other systems, extras.
ELSEWHERE = ("winsound_player", "simpleaudio_player", "fit_file", "__main__")
#: Seconds that one step may take.
PATIENCE = 60.0
COMMANDS = (
    ("--version",),
    ("list",),
    ("list", "--json"),
    ("plan", "hip-control"),
    ("check", str(Path(__file__).parents[1] / "sessions" / "get-hip.toml")),
    ("run", "hip-control", "--speed", "2000", "--plain", "--log-dir", "log"),
    ("log", "--json", "--log-dir", "log"),
    ("log", "stats", "--log-dir", "log"),
    ("sound", "--json"),
)


def main() -> None:
    """All modules, commands without a terminal, then the screen."""
    warnings.simplefilter("error")
    for module in pkgutil.walk_packages(glutetimer.__path__, "glutetimer."):
        if module.name.rpartition(".")[2] not in ELSEWHERE:
            importlib.import_module(module.name)
    with tempfile.TemporaryDirectory() as folder:
        home = environment(Path(folder))
        for command in COMMANDS:
            done = subprocess.run(
                ours(*command), cwd=folder, env=home, capture_output=True, text=True, timeout=PATIENCE
            )
            assert (done.returncode, done.stderr) == (0, ""), (command, done)
        if sys.platform != "win32":
            on_screen(["run", "get-hip"], home, b"start now", "qd")
            on_screen([], home, b"Band hips", "q")
    print("All well.")


def ours(*arguments: str) -> list[str]:
    """The program's command line; a warning is an error."""
    return [sys.executable, "-W", "error", "-m", "glutetimer", *arguments]


def environment(folder: Path) -> dict[str, str]:
    """A home in which somebody was before, without sound and without a desktop."""
    names = ("DATA", "STATE", "CONFIG", "CACHE")
    state = folder / "state" / "glutetimer"
    state.mkdir(parents=True)
    (state / "welcomed").touch()
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names}
    deaf = {"PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": os.devnull, "WAKEPY_FAKE_SUCCESS": "1"}
    return os.environ | own | deaf | {"HOME": str(folder), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def on_screen(arguments: Sequence[str], home: dict[str, str], wanted: bytes, keys: str) -> None:
    """Start the program in a terminal, wait for a text, and press the keys in turn until it has ended."""
    import pty

    child, terminal = pty.fork()
    if not child:
        os.execve(sys.executable, ours(*arguments), home)
    drawn, end, pressed, turn = b"", time.monotonic() + PATIENCE, 0.0, cycle(keys)
    while (done := os.waitpid(child, os.WNOHANG)) == (0, 0):
        assert time.monotonic() < end, drawn[-2000:]
        drawn += read(terminal)
        if wanted in drawn and time.monotonic() - pressed > 1:
            pressed = time.monotonic()
            os.write(terminal, next(turn).encode())
    assert wanted in drawn, drawn[-2000:]
    assert os.waitstatus_to_exitcode(done[1]) == 0, drawn[-2000:]


def read(terminal: int) -> bytes:
    """What is drawn within a moment."""
    try:
        return os.read(terminal, 1 << 16) if select.select([terminal], [], [], 0.1)[0] else b""
    except OSError:  # its other end is closed
        return b""


if __name__ == "__main__":
    main()

"""The programs that are measured side by side: this one, the least that could be, and others that do a like job."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

#: Each of the others has an environment of its own here: nothing of them gets into that of the tests.
FOLDER = Path(__file__).resolve().parents[2] / ".venv-bench"

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    BINDINGS = [("x", "say", "say")]
    def compose(self):
        yield Static("ready")
    def action_say(self):
        self.query_one(Static).update("pressed")
Empty().run()
"""
#: Waits for keys; once a second one line is written anew.
RAW_LOOP = r"""
import os, select, sys, termios, time, tty
tty.setraw(0)
os.write(1, b"\x1b[2J\x1b[Hready")
due, shown = time.monotonic() + 1, "0"
while True:
    if select.select([0], [], [], max(0.0, due - time.monotonic()))[0]:
        os.read(0, 99)
        os.write(1, b"\x1b[2;1Hpressed")
    else:
        due += 1
        os.write(1, b"\x1b[1;1H%d" % int(due))
"""


class Measured(NamedTuple):
    """A program on a terminal: command line, what its first picture shows, keys; `begin` starts what is timed."""

    command: list[str]
    shows: str
    key: str = ""
    begin: str = ""
    pause: str = ""


OWN = [sys.executable, "-m", "glutetimer"]
OURS: Mapping[str, Measured] = {
    "empty Textual app": Measured([sys.executable, "-c", EMPTY_APP], "ready", key="x"),
    "glutetimer, the list": Measured(OWN, "Get hip"),
    "glutetimer, a run": Measured([*OWN, "run", "get-hip", "--mute"], "start now", key="h", begin="\r", pause=" "),
    "raw ANSI loop": Measured([sys.executable, "-c", RAW_LOOP], "ready", key="x"),
}
#: Package -> what is run of it.
_OTHERS = {
    "termdown": Measured(["termdown", "600"], "88", pause=" "),
    "tclock": Measured(["tclock", "timer", "-d", "10m"], "██", pause=" "),
    "cali-workout": Measured(["cali"], "Press Enter", begin="\r", pause="p"),
}


def all_programs() -> tuple[dict[str, Measured], dict[str, str]]:
    """The programs that can be had, the empty app first; and why others cannot."""
    found, missing = dict(OURS), {}
    for package, other in _OTHERS.items():
        home = FOLDER / package
        why = "" if (home / "ready").exists() else _install(package, home)
        if why:
            missing[package] = why
        else:
            found[package] = other._replace(command=[str(home / "bin" / other.command[0]), *other.command[1:]])
    return found, missing


def _install(package: str, home: Path) -> str:
    """Make its environment; why that cannot be, or ""."""
    pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    for command in ([sys.executable, "-m", "venv", str(home)], pip):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["it cannot be installed"])[-1]
    (home / "ready").touch()
    return ""

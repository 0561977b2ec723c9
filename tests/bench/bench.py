"""Start-up and frames beside a bare interpreter and a bare Textual app, in one run. By hand: machines are noisy."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 11
PROGRAM = [sys.executable, "-m", "glutetimer"]
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "import textual.app": [sys.executable, "-c", "import textual.app"],
    "import glutetimer.tui.app": [sys.executable, "-c", "import glutetimer.tui.app"],
    "glutetimer --version": [*PROGRAM, "--version"],
    "glutetimer list": [*PROGRAM, "list"],
    "glutetimer plan hip-control": [*PROGRAM, "plan", "hip-control"],
}


def seconds_of(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def run(command: list[str]) -> None:
    """Run a command and throw its output away."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def bench_commands() -> None:
    """All commands in turn, so that a slow moment of the machine meets each of them."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            times[name].append(seconds_of(lambda command=command: run(command)))  # type: ignore[misc]
    base = median(times["python -c pass"])
    print(f"{'whole process':30} {'median ms':>10} {'x bare':>7}")
    for name, taken in times.items():
        print(f"{name:30} {median(taken) * 1000:10.0f} {median(taken) / base:7.1f}")


BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("ready")
Bare().run()
"""


def bench_first_frame() -> None:
    """From the start of the process to the first picture, in a pseudo-terminal: ours and a Textual app of one word."""
    commands = {
        "a bare Textual app": ([sys.executable, "-c", BARE_APP], "ready"),
        "glutetimer (the list)": (PROGRAM, "Get hip"),
        "glutetimer run (the set-up)": ([*PROGRAM, "run", "get-hip", "--mute"], "start now"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "glutetimer").mkdir()
        (Path(home) / "glutetimer" / "welcomed").touch()
        names = {f"XDG_{name}_HOME": home for name in ("DATA", "STATE", "CONFIG", "CACHE")}
        for _ in range(ROUNDS):
            for name, (command, marker) in commands.items():
                times[name].append(_seconds_to(command, marker, names))
    print(f"\n{'first frame':30} {'median ms':>10}")
    for name, taken in times.items():
        print(f"{name:30} {median(taken) * 1000:10.0f}")


def _seconds_to(command: list[str], marker: str, names: dict[str, str]) -> float:
    """Seconds until the picture holds a word; what ending the program takes is not counted."""
    import pexpect  # no pseudo-terminals on Windows

    environment = os.environ | names | {"TERM": "xterm-256color", "WAKEPY_FAKE_SUCCESS": "1"}
    start = perf_counter()
    child = pexpect.spawn(command[0], command[1:], env=environment, dimensions=(24, 80))
    child.expect_exact(marker)
    taken = perf_counter() - start
    child.terminate(force=True)
    return taken


def bench_frames() -> None:
    """Painting one frame and comparing it with the one before, without the terminal."""
    from glutetimer.tui.run.paint.notes import Notes
    from glutetimer.tui.run.paint.stage import paint
    from tests.helpers.pages import KICK, moment

    one, two = moment(KICK, at=60.0), moment(KICK, at=61.0)
    print(f"\n{'one frame':30} {'median ms':>10}")
    for width, height in ((60, 16), (80, 24), (120, 40), (200, 60), (300, 80)):
        before = paint(one, width, height, Notes())
        taken = [
            seconds_of(lambda: paint(two, width, height, Notes()).changes(before))  # noqa: B023
            for _ in range(50)
        ]
        print(f"{f'{width}x{height}':30} {median(taken) * 1000:10.2f}")


if __name__ == "__main__":
    bench_commands()
    bench_first_frame()
    bench_frames()

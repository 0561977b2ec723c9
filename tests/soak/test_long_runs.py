"""A plan of ten hours at speed, and half an hour in real time: nothing grows."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.terminal import Home, Terminal

#: KiB that memory may grow after the warm-up.
MOST_GROWTH = 2048
HOURS = (
    'format = 1\nname = "Hours"\nrest = 0\nrounds = 20\norder = "circuit"\n'
    '[[exercise]]\nid = "hold"\nhold = 600\n'
    '[[exercise]]\nid = "reps"\nreps = 200\ntempo = ["up 1", "down 2"]\n'
    '[[exercise]]\nid = "more"\nhold = 600\n'
)


@dataclass(frozen=True, slots=True)
class Load:
    """What a process holds: KiB of memory, open files, threads, and processes it has started."""

    memory: int
    files: int
    threads: int
    children: int


def load_of(pid: int) -> Load:
    status = Path(f"/proc/{pid}/status").read_text()
    words = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    children = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    files = len([*Path(f"/proc/{pid}/fd").iterdir()])
    return Load(int(words["VmRSS"].split()[0]), files, int(words["Threads"]), len(children.split()))


def watched(terminal: Terminal, seconds: float, warm: float) -> tuple[Load, Load]:
    """What it holds once it is warm, and at the end."""
    pid = terminal.child.pid
    assert pid is not None
    _draw(terminal, warm)
    before = load_of(pid)
    _draw(terminal, seconds - warm)
    return before, load_of(pid)


def _draw(terminal: Terminal, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal._read(0.5)
        terminal.raw = b""
        assert terminal.child.isalive()


def flat(before: Load, after: Load) -> None:
    assert after.memory - before.memory <= MOST_GROWTH, (before, after)
    assert (after.files, after.threads, after.children) == (before.files, before.threads, before.children)


def test_ten_hours_at_speed(home: Home) -> None:
    (home.folder / "hours.toml").write_text(HOURS, "utf-8")
    with Terminal(home, "run", "hours.toml", "--speed", "100", "--log-dir", str(home.log)) as terminal:
        flat(*watched(terminal, 330.0, 60.0))
        assert terminal.end() == 0
    (record,) = home.records()
    assert record["active"] > 9.5 * 3600


def test_half_an_hour_in_real_time(home: Home) -> None:
    (home.folder / "hours.toml").write_text(HOURS, "utf-8")
    with Terminal(home, "run", "hours.toml", "--log-dir", str(home.log)) as terminal:
        flat(*watched(terminal, 1800.0, 120.0))
        terminal.press_until("q", "Finish here")
        terminal.press_until("s", "All as counted?")

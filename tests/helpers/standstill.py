"""Whether the machine stood still, or had other work to do, while a test looked at real time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.helpers.paths import TESTS

STALL = TESTS / "bench" / "stall.py"
#: Seconds between two wakings of the watcher, and by how much one is late on a machine that stands still.
PERIOD, LATE = 0.01, 0.03
#: The part of all processors that is busy without a test: more is other work.
BUSY = 0.3
#: Seconds of one look at the processors.
LOOK = 0.5


class Watch:
    """A bare process that wakes every hundredth of a second and notes when it was late."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="standstill-")
        #: Lines of a moment (`time.monotonic`) and how late a waking was; what else sees a standstill adds its own.
        self.notes = Path(self._folder.name) / "late"
        with self.notes.open("ab") as notes:
            self._process = subprocess.Popen([sys.executable, "-IS", str(STALL), str(PERIOD)], stdout=notes)

    def longest(self, since: float) -> float:
        """The longest standstill from this moment (`time.monotonic`) on, in seconds; 0 where all was well."""
        rows = [line.split() for line in self.notes.read_text().splitlines()]
        return max((float(row[1]) for row in rows if len(row) == 2 and float(row[0]) >= since), default=0.0)

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


def note(notes: str, seconds: float) -> None:
    """Add a standstill that has just been seen to the notes of a watch."""
    with Path(notes).open("a") as file:
        print(time.monotonic(), seconds, file=file)


def busy(seconds: float = LOOK) -> float:
    """The part of the processors' time that others use meanwhile, 0 to 1; 0 where the system does not tell."""
    before = processors()
    time.sleep(seconds)
    worked, passed = (after - was for after, was in zip(processors(), before, strict=True))
    return worked / passed if passed else 0.0


def processors() -> tuple[int, int]:
    """Ticks in which the processors worked, or were taken away, and all ticks, since the machine started."""
    try:
        first = Path("/proc/stat").read_text().partition("\n")[0]
        user, nice, system, idle, waiting, *more = map(int, first.split()[1:9])
    except OSError:
        return 0, 0
    worked = user + nice + system + sum(more)
    return worked, worked + idle + waiting


def why_no_verdict(watch: Watch, since: float) -> str:
    """What kept a test that has just gone wrong from a verdict; empty on a calm machine."""
    late, work = watch.longest(since), busy()
    if late > LATE:
        return f"the machine stood still for {late:.2f} s"
    return f"the machine had other work to do ({work:.0%})" if work > BUSY else ""


def wait_for_calm(seconds: float) -> None:
    """Until the processors have nothing else to do, or so many seconds have passed."""
    end = time.monotonic() + seconds
    while busy() > BUSY and time.monotonic() < end:
        pass

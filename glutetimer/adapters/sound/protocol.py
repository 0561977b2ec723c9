"""Lines between the program and its sound child: cues, orders, answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from math import isfinite

from glutetimer.adapters.sound.output import Output
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs
from glutetimer.core.audio.ports import Cue, is_spoken

#: The child's answer to each list of cues: it shows that the child is alive.
HEARD = "heard"


def read_cues(text: str) -> Iterator[Cue]:
    """Parse the cues of a line; skip words that are no cue."""
    for word in text.split():
        due, _, name = word.partition(":")
        with suppress(ValueError):
            if name and isfinite(moment := float(due)):
                yield Cue(moment, name)


def cues_line(cues: tuple[Cue, ...]) -> str:
    """Line for these cues: every moment to the last bit, to recognise the same cue again."""
    return " ".join(["cues", *(f"{cue.due!r}:{cue.sound}" for cue in cues)])


STDOUT = 1
#: Order that empties the list, sent by the child to itself; it has no answer.
FLUSH = "flush"


class Orders:
    """Carries out lines. `over` once stdin has ended. Reports each missing sound once.

    `asked`: some sound was asked for; `again`: look for a device now. The reader of these flags clears them.
    """

    def __init__(self, wavs: Wavs, timetable: Timetable) -> None:
        self.timetable = timetable
        self.over, self.asked, self.again = False, False, False
        self._wavs = wavs
        self._missing: set[str] = set()

    def take(self, line: str | None, output: Output | None) -> None:
        """Carry out a line; None is the end. Without an output nothing can be played now."""
        if line is None:
            self.over = True
            return
        command, _, rest = line.partition(" ")
        if command == "play" and output is not None:
            if not output.play(rest):
                self._miss(rest)
        elif command == "again":
            self.again = True
        elif command in ("cues", FLUSH):
            cues = list(read_cues(rest))
            for cue in cues:  # Load now: a clip is read here, and not by the thread that feeds the device.
                if self._wavs.get(cue.sound) is None and not is_spoken(cue.sound):
                    self._miss(cue.sound)
            self.timetable.replace(cues)
            self.asked = self.asked or bool(cues)
            if command == "cues":
                tell(HEARD)

    def _miss(self, name: str) -> None:
        if name not in self._missing:
            self._missing.add(name)
            tell(f"missing {name}")


def tell(line: str) -> None:
    """Send the program one status line; it may be gone already."""
    with suppress(OSError):
        os.write(STDOUT, f"{line}\n".encode())

"""What the program asks of the child, line by line, and what the child answers."""

from __future__ import annotations

import os
from contextlib import suppress

from glutetimer.adapters.sound.lines import read_cues
from glutetimer.adapters.sound.output import Output
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs
from glutetimer.core.cues import is_spoken

STDOUT = 1


class Orders:
    """Carries out lines. `over` once stdin has ended. Each sound that is missing is told once."""

    def __init__(self, wavs: Wavs, timetable: Timetable) -> None:
        self.timetable = timetable
        self.over = False
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
        elif command == "cues":
            cues = list(read_cues(rest))
            for cue in cues:  # Asked for beforehand: a clip is read here, and not by the thread that feeds the device.
                if self._wavs.get(cue.sound) is None and not is_spoken(cue.sound):
                    self._miss(cue.sound)
            self.timetable.replace(cues)

    def _miss(self, name: str) -> None:
        if name not in self._missing:
            self._missing.add(name)
            tell(f"missing {name}")


def tell(line: str) -> None:
    """Send the program one status line; it may be gone already."""
    with suppress(OSError):
        os.write(STDOUT, f"{line}\n".encode())

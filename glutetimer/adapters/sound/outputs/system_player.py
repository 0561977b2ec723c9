"""Sound through the players that a system brings with it: a process for each sound."""

from __future__ import annotations

import subprocess
import sys
import time
from array import array
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from glutetimer.adapters.sound.available import PlayerProgram, programs
from glutetimer.adapters.sound.output import NoSound, Output
from glutetimer.adapters.sound.outputs.triggered import Triggered, seconds
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import WavFiles, Wavs, silence
from glutetimer.core.audio.ports import is_spoken

TRIED = 0.02  # seconds of silence
HEAD_START = 0.5  # seconds until the next program is tried beside one that is slow, or hangs
OPENING = 2.2  # seconds for all of them; a device that was asleep may take 2
LATE = 2.5  # seconds after its end in which a sound may still be playing
LOOK = 0.005


def open_system_output(wavs: Wavs, timetable: Timetable) -> Output:
    """Open a player of this system. NoSound where none works."""
    if sys.platform == "win32":
        from glutetimer.adapters.sound.outputs.winsound_player import WinsoundOutput

        return WinsoundOutput(wavs, timetable)
    return SystemOutput(wavs, timetable)


class SystemOutput(Triggered):
    """Plays each sound with a program of its own."""

    def __init__(self, wavs: Wavs, timetable: Timetable, candidates: Sequence[PlayerProgram] | None = None) -> None:
        """Take the first of the programs that plays a moment of silence. NoSound where all fail."""
        super().__init__(wavs, timetable)
        self._files = WavFiles()
        try:
            self._program = working(programs() if candidates is None else candidates, self._files)
        except BaseException:
            self._files.close()
            raise
        self.name = self._program.name

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        self._files.close()

    def begin(self, sound: str, samples: array[int]) -> Playing:
        """Start a process for a sound."""
        path = self._files.once(samples) if is_spoken(sound) else self._files.kept(sound, samples)
        try:
            return Playing(self._program.name, started(self._program, path), seconds(samples) + LATE)
        except OSError as error:
            raise NoSound(f"{self._program.name} does not start") from error


class Playing:
    """Sound that a process plays."""

    def __init__(self, program: str, process: subprocess.Popen[bytes], longest: float) -> None:
        """`longest` is the most seconds it may take to end."""
        self._program = program
        self._process = process
        self._latest = time.perf_counter() + longest

    def over(self, now: float) -> bool:
        """Whether the process has ended, and is cleaned up. NoSound when it ended badly, or never ends."""
        code = self._process.poll()
        if code is None and now <= self._latest:
            return False
        if code != 0:
            self.stop()
            raise NoSound(f"{self._program} {'does not answer' if code is None else 'finds no device any longer'}")
        return True

    def stop(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()


def working(candidates: Sequence[PlayerProgram], files: WavFiles) -> PlayerProgram:
    """First of the programs that plays silence to its end; one that hangs does not hold up the others for long."""
    path = files.once(silence(TRIED))
    waiting, trying = list(candidates), list[tuple[PlayerProgram, subprocess.Popen[bytes]]]()
    now = time.perf_counter()
    limit, next_at = now + OPENING, now
    try:
        while (waiting or trying) and now < limit:
            if waiting and (not trying or now >= next_at):
                trying += tried(waiting.pop(0), path)
                next_at = now + HEAD_START
            for program, process in trying:
                if process.poll() == 0:
                    return program
            trying = [(program, process) for program, process in trying if process.poll() is None]
            time.sleep(LOOK if trying else 0)
            now = time.perf_counter()
    finally:
        for _, process in trying:
            process.kill()
            process.wait()
    raise NoSound("no device found")


def tried(program: PlayerProgram, path: Path) -> list[tuple[PlayerProgram, subprocess.Popen[bytes]]]:
    """Start the program on a file: the pair of program and process; empty where the program is missing."""
    try:
        return [(program, started(program, path))]
    except OSError:
        return []


def started(program: PlayerProgram, path: Path) -> subprocess.Popen[bytes]:
    """Start a program on a file. OSError where the program is missing."""
    nowhere = subprocess.DEVNULL
    return subprocess.Popen([program.name, *program.options, str(path)], stdin=nowhere, stdout=nowhere, stderr=nowhere)

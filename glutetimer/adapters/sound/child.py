"""The sound child: `python -P -m glutetimer.adapters.sound.child BACKEND SOUNDS CLIPS [NAME=GAIN...]`.

SOUNDS and CLIPS are folders of WAV files; a GAIN (0 to 1) multiplies the samples of one sound, or of all that is
spoken (`voice`). Reads lines on stdin: `play NAME` (now), `cues DUE:NAME DUE:NAME...` (all that is to come, in seconds
of `time.perf_counter`). Writes lines on stdout: `ready BACKEND`, `none REASON` (until the next `ready`),
`missing NAME`. Ends when stdin ends, so it never outlives the program, however that died.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeAlias

from glutetimer.adapters.sound.alarm import Alarm
from glutetimer.adapters.sound.orders import Orders, tell
from glutetimer.adapters.sound.output import NoSound, Output
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs

Opener: TypeAlias = Callable[[Wavs, Timetable], Output]
STDIN = 0
LONGEST_END = 2.5  # seconds from the end of stdin to the end of the process, even when the audio library hangs
LOOK = 0.2  # seconds: how often the device is looked after
LEAST = 0.01  # seconds between two looks at a cue whose moment is over
RETRY = 1.3  # seconds between two tries to open a device
MOST_TRIES = 20  # audio libraries leak file handles with each: then the program starts another child


def main() -> None:
    """Serve the backend and the folders named in the arguments until stdin ends."""
    backend, sounds, clips, *pairs = sys.argv[1:]
    gains = {name: float(gain) for name, _, gain in (pair.rpartition("=") for pair in pairs)}
    serve(OUTPUTS[backend], Wavs(Path(sounds), Path(clips), gains))


def serve(open_output: Opener, wavs: Wavs) -> None:
    """Play what stdin asks for until it ends; where there is nothing to play on, try again, MOST_TRIES times."""
    lines: SimpleQueue[str | None] = SimpleQueue()
    threading.Thread(target=listen, args=(lines,), daemon=True).start()
    if wavs.empty:
        tell("none the folder of sounds is empty")
        return
    timetable = Timetable()
    orders, alarm = Orders(wavs, timetable), Alarm(lambda: tell("none the sound system does not answer"))
    for _ in range(MOST_TRIES):
        try:
            with loaded(open_output, wavs, timetable) as output:
                tell(f"ready {output.name}")
                attend(output, lines, orders, alarm)
        except NoSound as reason:
            tell(f"none {reason}")
            wait(lines, orders, alarm)
        if orders.over:
            return


def loaded(open_output: Opener, wavs: Wavs, timetable: Timetable) -> Output:
    """The output. An audio library that is installed but does not load is no sound either."""
    try:
        return open_output(wavs, timetable)
    except (ImportError, OSError) as error:
        raise NoSound("the audio library does not load") from error


def wait(lines: SimpleQueue[str | None], orders: Orders, alarm: Alarm) -> None:
    """RETRY seconds without anything to play on."""
    again = time.perf_counter() + RETRY
    while not orders.over and (left := again - time.perf_counter()) > 0:
        alarm.alive()
        obey(lines, orders, min(LOOK, left), None)


def attend(output: Output, lines: SimpleQueue[str | None], orders: Orders, alarm: Alarm) -> None:
    """Let the output play until stdin ends, and what is heard then ring out. NoSound when the device goes."""
    while not orders.over:
        now = time.perf_counter()
        output.tick(now)
        if alarm.alive():
            tell(f"ready {output.name}")
        obey(lines, orders, until_due(orders.timetable.next_due(), now), output)
    orders.timetable.end(time.perf_counter())
    output.tick(time.perf_counter())
    output.ring_out()


def until_due(due: float | None, now: float) -> float:
    """Seconds to the next cue, LOOK at most. One that was not taken at its moment waits for the device, not for us."""
    if due is None:
        return LOOK
    return min(LOOK, due - now) if due > now else LEAST


def obey(lines: SimpleQueue[str | None], orders: Orders, seconds: float, output: Output | None) -> None:
    """Wait so long for a line, and carry it out."""
    try:
        orders.take(lines.get(timeout=seconds), output)
    except Empty:
        return


def listen(lines: SimpleQueue[str | None]) -> None:
    """Pass on the lines from stdin, None at its end."""
    # Unbuffered: a thread waiting inside a buffered file stops the interpreter from ending.
    with open(STDIN, "rb", buffering=0, closefd=False) as asked:
        for line in asked:
            lines.put(line.decode("utf-8", "replace").strip())
    lines.put(None)
    last_resort = threading.Timer(LONGEST_END, os._exit, (1,))
    last_resort.daemon = True
    last_resort.start()


def open_miniaudio(wavs: Wavs, timetable: Timetable) -> Output:
    """The default. Imported here, so that each backend loads its own library only."""
    from glutetimer.adapters.sound.miniaudio_output import MiniaudioOutput

    return MiniaudioOutput(wavs, timetable)


def open_simpleaudio(wavs: Wavs, timetable: Timetable) -> Output:
    """The user's choice."""
    from glutetimer.adapters.sound.simpleaudio_output import SimpleaudioOutput

    return SimpleaudioOutput(wavs, timetable)


def open_system(wavs: Wavs, timetable: Timetable) -> Output:
    """A player of the system's own."""
    from glutetimer.adapters.sound.system_output import open_system_output

    return open_system_output(wavs, timetable)


OUTPUTS: Mapping[str, Opener] = {
    "miniaudio": open_miniaudio,
    "simpleaudio": open_simpleaudio,
    "system": open_system,
}

if __name__ == "__main__":
    main()

"""Sound child: `python -P -m glutetimer.adapters.sound.child BACKEND SOUNDS CLIPS [NAME=GAIN...]`.

SOUNDS and CLIPS are folders of WAV files; a GAIN (0 to 1) multiplies the samples of one sound, or of all speech
(`voice`). Reads lines on stdin: `play NAME` (now), `cues DUE:NAME DUE:NAME...` (all that is to come, in seconds of
`time.perf_counter`), `again` (look for a device now). Writes lines on stdout: `ready BACKEND`, `none REASON` (until the
next `ready`), `missing NAME`, `heard` (an answer to each `cues`). Ends when stdin ends: it never outlives the program,
however that died.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue

from glutetimer.adapters.sound.output import NoSound, Output
from glutetimer.adapters.sound.outputs.openers import OUTPUTS, Opener, loaded
from glutetimer.adapters.sound.protocol import FLUSH, Orders, tell
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.watchdog import Alarm
from glutetimer.adapters.sound.wavs import Wavs

STDIN = 0
LONGEST_END = 2.5  # seconds from the end of stdin to the end of the process, even when the audio library hangs
LOOK = 0.2  # seconds between two checks of the device
IDLE, DOZE = 60.0, 1.0  # seconds without a line until the device is closed; between two checks then
LEAST = 0.01  # seconds between two checks of a cue whose moment is over
SOON = 1.3  # seconds until a device that has gone is looked for: another one may take its place
RETRY, RETRY_IDLE = 10.0, 60.0  # seconds between two tries to open a device; the second while nothing is due
MOST_TRIES = 20  # audio libraries leak file handles with each: then the program starts another child


def main() -> None:
    """Serve the backend and the folders named in the arguments until stdin ends."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # logout: outputs tidy up
    backend, sounds, clips, *pairs = sys.argv[1:]
    gains = {name: float(gain) for name, _, gain in (pair.rpartition("=") for pair in pairs)}
    serve(OUTPUTS[backend], Wavs(Path(sounds), Path(clips), gains))


def serve(open_output: Opener, wavs: Wavs) -> None:
    """Play what stdin asks for until it ends; where there is no device, try again, MOST_TRIES times.

    While nothing is due for long, the device is closed: an open one can keep a laptop from sleeping.
    """
    lines: SimpleQueue[str | None] = SimpleQueue()
    threading.Thread(target=listen, args=(lines,), daemon=True).start()
    flush_on_return(lines)
    if wavs.empty:
        tell("none the folder of sounds is empty")
        return
    timetable = Timetable()
    orders, alarm = Orders(wavs, timetable), Alarm(lambda: tell("none the sound system does not answer"))
    tries, asked = 0, ""
    while tries < MOST_TRIES and not orders.over:
        was_open = False
        try:
            with loaded(open_output, wavs, timetable) as output:
                was_open = True
                tell(f"ready {output.name}")
                orders.take(asked, output)
                attend(output, lines, orders, alarm)
            asked = doze(lines, orders, alarm)
        except NoSound as reason:
            tries, asked = tries + 1, ""
            tell(f"none {reason}")
            wait(lines, orders, alarm, SOON if was_open else RETRY)


def flush_on_return(lines: SimpleQueue[str | None]) -> None:
    """Drop the coming cues after a stop by a signal; the program sends the new ones."""
    number = getattr(signal, "SIGCONT", None)
    if number is not None:
        signal.signal(number, lambda *_: lines.put(FLUSH))


def wait(lines: SimpleQueue[str | None], orders: Orders, alarm: Alarm, seconds: float) -> None:
    """Wait this many seconds for a device; RETRY_IDLE while nothing is due. `again` ends the wait."""
    since = time.perf_counter()
    orders.again = orders.asked = False
    while not (orders.over or orders.again):
        alarm.alive()
        wanted = seconds if orders.asked else max(seconds, RETRY_IDLE)
        left = since + wanted - time.perf_counter()
        if left <= 0:
            return
        obey(lines, orders, min(DOZE, left), None)


def doze(lines: SimpleQueue[str | None], orders: Orders, alarm: Alarm) -> str:
    """Wait for work; return the line to carry out once the device is open, "" for none."""
    while not orders.over and orders.timetable.next_due() is None:
        alarm.alive()
        try:
            line = lines.get(timeout=DOZE)
        except Empty:
            continue
        if line and line.startswith("play "):
            return line
        orders.take(line, None)
    return ""


def attend(output: Output, lines: SimpleQueue[str | None], orders: Orders, alarm: Alarm) -> None:
    """Let the output play until stdin ends, and let the last sound ring out; or until IDLE seconds without a line.

    NoSound when the device goes.
    """
    asked = time.perf_counter()
    while not orders.over:
        now = time.perf_counter()
        output.tick(now)
        if alarm.alive():
            tell(f"ready {output.name}")
        due = orders.timetable.next_due()
        if obey(lines, orders, until_due(due, now), output) or due is not None:
            asked = now
        if now - asked > IDLE:
            return
    orders.timetable.end(time.perf_counter())
    output.tick(time.perf_counter())
    output.ring_out()


def until_due(due: float | None, now: float) -> float:
    """Seconds to the next cue, LOOK at most. A late cue waits for the device, not for this loop."""
    if due is None:
        return LOOK
    return min(LOOK, due - now) if due > now else LEAST


def obey(lines: SimpleQueue[str | None], orders: Orders, seconds: float, output: Output | None) -> bool:
    """Wait this many seconds for a line, and carry it out; whether there was one."""
    try:
        orders.take(lines.get(timeout=seconds), output)
    except Empty:
        return False
    return True


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


if __name__ == "__main__":
    main()

"""The sound child: `python -P -m glutetimer.adapters.sound.child BACKEND FOLDER [NAME=GAIN...]`.

A GAIN (0 to 1) multiplies the samples of one sound; the others are played as they are.
Reads lines on stdin: `play NAME`. Writes lines on stdout: `ready BACKEND`, `none REASON`, `missing NAME`.
Ends when stdin ends, so it never outlives the program, however that died.
"""

from __future__ import annotations

import os
import sys
import threading
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from glutetimer.adapters.sound.output import NoSound, Output
from glutetimer.adapters.sound.wavs import AS_THEY_ARE, read_sounds

Sounds: TypeAlias = "Mapping[str, array[int]]"  # array takes no [int] when run before Python 3.12
STDIN, STDOUT = 0, 1
LONGEST_END = 2.5  # seconds from the end of stdin to the end of the process, even when the audio library hangs


def main() -> None:
    """Serve the backend and the folder named in the arguments until stdin ends."""
    backend, folder, *pairs = sys.argv[1:]
    gains = {name: float(gain) for name, _, gain in (pair.rpartition("=") for pair in pairs)}
    serve(OUTPUTS[backend], Path(folder), gains)


def serve(open_output: Callable[[Sounds], Output], folder: Path, gains: Mapping[str, float] = AS_THEY_ARE) -> None:
    """Play what stdin asks for until it ends, or until there is nothing to play on."""
    asked: SimpleQueue[str | None] = SimpleQueue()
    threading.Thread(target=listen, args=(asked,), daemon=True).start()
    try:
        with open_output(some_sounds(folder, gains)) as output:
            tell(f"ready {output.name}")
            for name in iter(asked.get, None):
                if not output.play(name):
                    tell(f"missing {name}")
            output.ring_out()
    except NoSound as reason:
        tell(f"none {reason}")


def listen(asked: SimpleQueue[str | None]) -> None:
    """Pass on the names from stdin, None at its end."""
    # Unbuffered: a thread waiting inside a buffered file stops the interpreter from ending.
    with open(STDIN, "rb", buffering=0, closefd=False) as lines:
        for line in lines:
            command, _, name = line.decode("utf-8", "replace").strip().partition(" ")
            if command == "play":
                asked.put(name)
    asked.put(None)
    last_resort = threading.Timer(LONGEST_END, os._exit, (1,))
    last_resort.daemon = True
    last_resort.start()


def tell(line: str) -> None:
    """Send the program one status line; it may be gone already."""
    with suppress(OSError):
        os.write(STDOUT, f"{line}\n".encode())


def some_sounds(folder: Path, gains: Mapping[str, float]) -> Sounds:
    """The folder's sounds; NoSound when there are none."""
    sounds = read_sounds(folder, gains)
    if not sounds:
        raise NoSound("the folder of sounds is empty")
    return sounds


def open_miniaudio(sounds: Sounds) -> Output:
    """The default. Imported here, so that each backend loads its own library only."""
    from glutetimer.adapters.sound.miniaudio_output import MiniaudioOutput

    return MiniaudioOutput(sounds)


def open_simpleaudio(sounds: Sounds) -> Output:
    """The user's choice."""
    from glutetimer.adapters.sound.simpleaudio_output import SimpleaudioOutput

    return SimpleaudioOutput(sounds)


OUTPUTS: Mapping[str, Callable[[Sounds], Output]] = {
    "miniaudio": open_miniaudio,
    "simpleaudio": open_simpleaudio,
}

if __name__ == "__main__":
    main()

"""Voice child: `python -P -m glutetimer.adapters.voice.child ENGINE PROGRAM FOLDER`.

Reads lines on stdin, `NAME TEXT`: make a clip of that name in FOLDER. Answers each with a word on stdout: `made`,
`silent` (the clip would be silence), `lost` (the engine failed), `refused` (the folder did not take it). Ends when
stdin ends, at once and with all that the engine has started: nothing outlives the program, however that died. It is a
process because making clips would hold up every other thread of the process that paints the screen.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from queue import SimpleQueue

from glutetimer.adapters.voice.clips import put_clip
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.polish import polished
from glutetimer.adapters.voice.processes import end_group, lower_priority
from glutetimer.adapters.voice.speakers import Lost, SpeechProgram, speaker_for

STDIN, STDOUT = 0, 1
BUSY = 0.2  # seconds that a file may still take to be written at the end


def main() -> None:
    """Serve the engine and the folder named in the arguments until stdin ends."""
    name, program, folder = sys.argv[1:]
    lower_priority()
    speaker = speaker_for(SpeechEngine(name, program), Path(folder))
    writing, lines = threading.Lock(), SimpleQueue[bytes]()
    threading.Thread(target=listen, args=(lines, speaker, writing), daemon=True).start()
    while True:
        clip, _, text = lines.get().decode(errors="replace").strip().partition(" ")
        answer = made(speaker, Path(folder), clip, text, writing)
        os.write(STDOUT, f"{answer}\n".encode())


def made(speaker: SpeechProgram, folder: Path, name: str, text: str, writing: threading.Lock) -> str:
    """Make a clip, and return the answer. `writing` is held while a file is written."""
    try:
        recording = speaker.recording(text)
    except (Lost, OSError):
        return "lost"
    samples = polished(recording.samples, recording.rate)
    if not samples:
        return "silent"
    try:
        with writing:
            put_clip(folder, name, samples)
    except OSError:
        return "refused"
    return "made"


def listen(lines: SimpleQueue[bytes], speaker: SpeechProgram, writing: threading.Lock) -> None:
    """Pass on the lines from stdin, and end everything when it ends."""
    # Unbuffered: a thread waiting inside a buffered file stops the interpreter from ending.
    with open(STDIN, "rb", buffering=0, closefd=False) as asked:
        pass_on(asked, lines)
    end(speaker, writing)


def end(speaker: SpeechProgram, writing: threading.Lock) -> None:
    """End this process and all that the engine has started, but no file in the middle."""
    writing.acquire(timeout=BUSY)
    speaker.clear()
    end_group()


def pass_on(asked: Iterable[bytes], lines: SimpleQueue[bytes]) -> None:
    """Pass on each line as it comes."""
    for line in asked:
        lines.put(line)


if __name__ == "__main__":
    main()

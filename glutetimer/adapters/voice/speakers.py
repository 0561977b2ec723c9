"""The engines at work, in the child: a sentence in, a recording out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from glutetimer.adapters.private import create_folders
from glutetimer.adapters.voice.clips import temporary
from glutetimer.adapters.voice.engines import MANNERS, SAY, SYSTEM_SPEECH, Engine
from glutetimer.adapters.voice.processes import joined
from glutetimer.adapters.voice.wav_in import Recording, read_wav


class Lost(Exception):
    """The engine did not give what it was asked for."""


class Speaker(Protocol):
    """Says one sentence after the other. A sentence is one line of text."""

    def recording(self, sentence: str) -> Recording:
        """The sentence as the engine says it; waits for it as long as it takes. Lost, OSError when it does not come."""
        ...

    def clear(self) -> None:
        """End what is under way and remove its files; called on another thread, and nothing is asked for any more."""
        ...


class Espeak:
    """espeak-ng, and espeak: a process for each sentence; the text goes in and the recording comes out by pipes."""

    def __init__(self, engine: Engine) -> None:
        self._command = espeak_command(engine)

    def recording(self, sentence: str) -> Recording:
        """See `Speaker`."""
        return recorded(said(self._command, sentence))

    def clear(self) -> None:
        """Its processes end with this one's group, and it has no files."""


class Say:
    """macOS's `say`: a process for each sentence, which writes a file.

    Written from Apple's manual page; the tests drive a stand-in for the program.
    """

    def __init__(self, engine: Engine, folder: Path) -> None:
        """`folder` is where its files may lie for a moment."""
        self._program = engine.program
        self._folder = folder
        self._voice: str | None = None
        self._path = folder

    def recording(self, sentence: str) -> Recording:
        """See `Speaker`."""
        if self._voice is None:
            self._voice = english_voice(said([self._program, "-v", "?"], "").decode(errors="replace"))
        create_folders(self._folder)
        self._path = temporary(self._folder, "say-said", "wav")
        try:
            said(say_command(self._program, self._voice, self._path), sentence)
            return recorded(self._path.read_bytes())
        finally:
            self.clear()

    def clear(self) -> None:
        """See `Speaker`."""
        with suppress(OSError):
            self._path.unlink()


def speaker_for(engine: Engine, folder: Path) -> Speaker:
    """What speaks through an engine; starts nothing yet."""
    makers: dict[str, Callable[[], Speaker]] = {
        SAY: lambda: Say(engine, folder),
        SYSTEM_SPEECH: lambda: system_speech(engine),
    }
    return makers.get(engine.name, lambda: Espeak(engine))()


def system_speech(engine: Engine) -> Speaker:
    """Imported here: Windows only."""
    from glutetimer.adapters.voice.system_speech import SystemSpeech

    return SystemSpeech(engine)


def espeak_command(engine: Engine) -> list[str]:
    """Text on stdin (so a sentence is never taken for an option), a WAV file on stdout."""
    voice, rate = MANNERS[engine.name].split()
    return [engine.program, "--stdin", "--stdout", "-v", voice, "-s", rate]


def say_command(program: str, voice: str, path: Path) -> list[str]:
    """Text on stdin, a WAV file in `path`; `voice` is "" for the one that the system has."""
    named = ["-v", voice] if voice else []
    rate = MANNERS[SAY].split()[1]
    return [program, *named, "-r", rate, "-o", str(path), "--file-format=WAVE", "--data-format=LEI16@44100", "-f", "-"]


def english_voice(listing: str) -> str:
    """The English voice to take of those in `say -v ?`: the one that every Mac has, or else the first; "" for none.

    A line is a name, which may have spaces, a language, and an example after "#".
    """
    rows = [line.partition("#")[0].rsplit(maxsplit=1) for line in listing.splitlines()]
    names = [row[0].strip() for row in rows if len(row) == 2 and row[1].startswith("en")]
    return "Samantha" if "Samantha" in names else next(iter(names), "")


def said(command: Sequence[str], sentence: str) -> bytes:
    """What a program puts out that is told a sentence. Lost when it does not end well, OSError when it is not here."""
    with joined(command) as process:
        put_out, _ = process.communicate(f"{sentence}\n".encode(errors="replace"))
    if process.returncode:
        raise Lost
    return put_out


def recorded(data: bytes) -> Recording:
    """The recording in a WAV file. Lost when there is none."""
    recording = read_wav(data)
    if recording is None:
        raise Lost
    return recording

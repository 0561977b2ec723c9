"""Run the engines, in the child: a sentence in, a recording out.

Written from Microsoft's documentation; the tests drive a stand-in for PowerShell, and look at the script.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from glutetimer.adapters.files.private import create_folders
from glutetimer.adapters.voice.clips import temporary
from glutetimer.adapters.voice.engines import MANNERS, SAY, SYSTEM_SPEECH, SpeechEngine
from glutetimer.adapters.voice.processes import joined
from glutetimer.adapters.voice.samples import Recording, pcm, read_wav


class Lost(Exception):
    """The engine did not give what it was asked for."""


class SpeechProgram(Protocol):
    """Says sentences, each after the other. A sentence is one line of text."""

    def recording(self, sentence: str) -> Recording:
        """Recording of the sentence by the engine; waits as long as it takes. Lost, OSError where the engine fails."""
        ...

    def clear(self) -> None:
        """End the current sentence and remove its files; called on another thread, after the last sentence."""
        ...


class Espeak:
    """espeak-ng, and espeak: a process for each sentence; the text goes in and the recording comes out by pipes."""

    def __init__(self, engine: SpeechEngine) -> None:
        self._command = espeak_command(engine)

    def recording(self, sentence: str) -> Recording:
        """Run espeak on the sentence: see `SpeechProgram`."""
        return recorded(said(self._command, sentence))

    def clear(self) -> None:
        """Do nothing: its processes end with this one's group, and it has no files."""


class Say:
    """macOS's `say`: a process for each sentence, which writes a file.

    Written from Apple's manual page; the tests drive a stand-in for the program.
    """

    def __init__(self, engine: SpeechEngine, folder: Path) -> None:
        """`folder` is where its files may lie for a moment."""
        self._program = engine.program
        self._folder = folder
        self._voice: str | None = None
        self._path = folder

    def recording(self, sentence: str) -> Recording:
        """Run `say` on the sentence: see `SpeechProgram`."""
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
        """Remove the file: see `SpeechProgram`."""
        with suppress(OSError):
            self._path.unlink()


def speaker_for(engine: SpeechEngine, folder: Path) -> SpeechProgram:
    """Make the speaker of an engine; starts nothing yet."""
    makers: dict[str, Callable[[], SpeechProgram]] = {
        SAY: lambda: Say(engine, folder),
        SYSTEM_SPEECH: lambda: system_speech(engine),
    }
    return makers.get(engine.name, lambda: Espeak(engine))()


def system_speech(engine: SpeechEngine) -> SpeechProgram:
    """Make the speaker that talks through PowerShell, on Windows only."""

    return SystemSpeech(engine)


def espeak_command(engine: SpeechEngine) -> list[str]:
    """Command with text on stdin (never taken for an option), a WAV file on stdout."""
    voice, rate = MANNERS[engine.name].split()
    return [engine.program, "--stdin", "--stdout", "-v", voice, "-s", rate]


def say_command(program: str, voice: str, path: Path) -> list[str]:
    """Command with text on stdin, a WAV file in `path`; `voice` is "" for the system's own."""
    named = ["-v", voice] if voice else []
    rate = MANNERS[SAY].split()[1]
    return [program, *named, "-r", rate, "-o", str(path), "--file-format=WAVE", "--data-format=LEI16@44100", "-f", "-"]


def english_voice(listing: str) -> str:
    """Choose an English voice from `say -v ?`: the one that every Mac has, or else the first; "" for none.

    A line is a name, which may have spaces, a language, and an example after "#".
    """
    rows = [line.partition("#")[0].rsplit(maxsplit=1) for line in listing.splitlines()]
    names = [row[0].strip() for row in rows if len(row) == 2 and row[1].startswith("en")]
    return "Samantha" if "Samantha" in names else next(iter(names), "")


def said(command: Sequence[str], sentence: str) -> bytes:
    """Run a program with the sentence on stdin; return its output.

    Lost where it ends badly, OSError where it is missing.
    """
    with joined(command) as process:
        put_out, _ = process.communicate(f"{sentence}\n".encode(errors="replace"))
    if process.returncode:
        raise Lost
    return put_out


def recorded(data: bytes) -> Recording:
    """Read the recording in a WAV file. Lost where there is none."""
    recording = read_wav(data)
    if recording is None:
        raise Lost
    return recording


RATE = 44_100
SPOKEN, UNSPOKEN = b"said", b"lost"

#: Reads texts on stdin, writes samples to stdout, a line each: base64, which no code page and no quoting can change.
#: The script must not contain `$input`, or PowerShell would read stdin for it.
SCRIPT = f"""
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'en-US') }} catch {{ }}
$voice.Rate = {MANNERS[SYSTEM_SPEECH].split()[1]}
$bits = [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen
$channel = [System.Speech.AudioFormat.AudioChannel]::Mono
$form = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo {RATE}, $bits, $channel
while ($null -ne ($line = [Console]::In.ReadLine())) {{
    try {{
        $text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line))
        $memory = New-Object IO.MemoryStream
        $voice.SetOutputToAudioStream($memory, $form)
        $voice.Speak($text)
        $voice.SetOutputToNull()
        [Console]::Out.WriteLine('{SPOKEN.decode()} ' + [Convert]::ToBase64String($memory.ToArray()))
    }} catch {{
        [Console]::Out.WriteLine('{UNSPOKEN.decode()}')
    }}
    [Console]::Out.Flush()
}}
"""


class SystemSpeech:
    """Speaks through PowerShell: see `SpeechProgram`."""

    def __init__(self, engine: SpeechEngine) -> None:
        self._command = powershell_command(engine.program)
        self._process: subprocess.Popen[bytes] | None = None

    def recording(self, sentence: str) -> Recording:
        """Ask PowerShell for the sentence: see `SpeechProgram`."""
        if self._process is None:
            self._process = joined(self._command)
        samples = self._answer(self._process, sentence)
        if samples is None:
            self._give_up(self._process)
            raise Lost
        return Recording(pcm(samples), RATE)

    def clear(self) -> None:
        """End PowerShell."""
        if self._process is not None:
            self._process.kill()

    def _give_up(self, process: subprocess.Popen[bytes]) -> None:
        """End PowerShell; the next sentence starts another."""
        process.kill()
        process.communicate()
        self._process = None

    def _answer(self, process: subprocess.Popen[bytes], sentence: str) -> bytes | None:
        """Samples of a sentence; None where PowerShell has none, or has gone."""
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError, Error):
            process.stdin.write(b64encode(sentence.encode(errors="replace")) + b"\n")
            process.stdin.flush()
            for line in process.stdout:
                word, _, rest = line.strip().partition(b" ")
                if word in (SPOKEN, UNSPOKEN):
                    return b64decode(rest) if word == SPOKEN else None
        return None


def powershell_command(program: str) -> list[str]:
    """Command with the script as base64 of UTF-16, which needs no quoting."""
    options = ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
    return [program, *options, "-EncodedCommand", b64encode(SCRIPT.encode("utf-16-le")).decode()]

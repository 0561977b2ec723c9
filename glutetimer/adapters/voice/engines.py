"""What there is on this machine to speak with. Nothing is started for that, and little is imported."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SAY = "say"
SYSTEM_SPEECH = "System.Speech"
#: The newer one first; both take the same options.
ESPEAKS = ("espeak-ng", "espeak")
#: Voice and rate of each: English, a little slower than its makers have it, to be followed without looking.
MANNERS = {"espeak-ng": "en 155", "espeak": "en 155", SAY: "en 165", SYSTEM_SPEECH: "en -1"}

POWERSHELL = Path("System32", "WindowsPowerShell", "v1.0", "powershell.exe")
MISSING = {"darwin": "say is not here", "win32": "Windows PowerShell is not here"}
SECONDS = 5.0  # for the answer to a question after the version


class SpeechEngine(NamedTuple):
    """A speech engine: its name, and the program that it is, or that speaks through it."""

    name: str
    program: str

    @property
    def manner(self) -> str:
        """All that decides how a sentence sounds, besides the sentence."""
        return f"{self.name} {MANNERS[self.name]}"

    def version(self) -> str:
        """Its version, that of the system where it belongs to that, "" where it does not tell. May take a moment."""
        return _asked(self.program) if self.name in ESPEAKS else _system()


def find_engine(platform: str = sys.platform) -> SpeechEngine | None:
    """The engine to speak with on such a platform, the system's own first; None where there is none."""
    return next(_found(platform), None)


def no_engine(platform: str = sys.platform) -> str:
    """The sentence for who asked for a voice where there is no engine."""
    return f"No voice: {MISSING.get(platform, 'no engine found')}. Install espeak-ng."


def _found(platform: str) -> Iterator[SpeechEngine]:
    if platform == "win32":
        # By its place: PowerShell 7 has no System.Speech, and Windows looks for names in the present folder first.
        program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / POWERSHELL
        if program.is_file():
            yield SpeechEngine(SYSTEM_SPEECH, str(program))
    for name in (*((SAY,) if platform == "darwin" else ()), *ESPEAKS):
        if path := shutil.which(name):
            yield SpeechEngine(name, path)


def _asked(program: str) -> str:
    """What espeak says of itself begins so: `eSpeak NG text-to-speech: 1.51  Data at: ...`."""
    import subprocess

    from glutetimer.adapters.voice.processes import outcome

    try:
        words = outcome([program, "--version"], b"", SECONDS).decode(errors="replace").split()
    except (OSError, subprocess.SubprocessError):
        return ""
    return next((word for word in words if word[0].isdigit()), "")


def _system() -> str:
    import platform

    return f"macOS {version}" if (version := platform.mac_ver()[0]) else f"{platform.system()} {platform.version()}"

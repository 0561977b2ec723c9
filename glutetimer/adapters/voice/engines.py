"""Find a speech engine on this machine. Nothing is started for that, and little is imported."""

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
#: Voice and rate of each: English, a little slower than its makers set it, to be understood without looking.
MANNERS = {"espeak-ng": "en 155", "espeak": "en 155", SAY: "en 165", SYSTEM_SPEECH: "en -1"}

POWERSHELL = Path("System32", "WindowsPowerShell", "v1.0", "powershell.exe")
MISSING = {"darwin": "say is not here", "win32": "Windows PowerShell is not here"}
SECONDS = 5.0  # for the answer to a question after the version


class SpeechEngine(NamedTuple):
    """Speech engine: its name, and the program that it is, or that speaks through it."""

    name: str
    program: str

    @property
    def manner(self) -> str:
        """Everything but the sentence that decides how it sounds."""
        return f"{self.name} {MANNERS[self.name]}"

    def version(self) -> str:
        """Version of the engine, of the system where the engine belongs to it, "" where it is unknown.

        May take a moment.
        """
        return _asked(self.program) if self.name in ESPEAKS else _system()


def find_engine(platform: str = sys.platform) -> SpeechEngine | None:
    """Find the engine of a platform, the system's own first; None where there is none."""
    return next(_found(platform), None)


def no_engine(platform: str = sys.platform) -> str:
    """Sentence for those who asked for a voice where there is no engine."""
    return f"No voice: {MISSING.get(platform, 'no engine found')}. Install espeak-ng."


def _found(platform: str) -> Iterator[SpeechEngine]:
    if platform == "win32":
        # By its path: PowerShell 7 has no System.Speech, and Windows looks for names in the present folder first.
        program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / POWERSHELL
        if program.is_file():
            yield SpeechEngine(SYSTEM_SPEECH, str(program))
    for name in (*((SAY,) if platform == "darwin" else ()), *ESPEAKS):
        if path := shutil.which(name):
            yield SpeechEngine(name, path)


def _asked(program: str) -> str:
    """Ask espeak for its version; the answer starts as in `eSpeak NG text-to-speech: 1.51  Data at: ...`."""
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

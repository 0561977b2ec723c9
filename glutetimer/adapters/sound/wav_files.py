"""Samples as files, for players that take nothing else; they lie in a folder of their own and go with it."""

from __future__ import annotations

import io
import wave
from array import array
from pathlib import Path
from tempfile import TemporaryDirectory

from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.wavs import RATE, WIDTH

#: Files used in turn for what is heard once; nobody reads the first any more when it is written again.
TURNS = 8
NO_ROOM = "there is no room for temporary files"


class WavFiles:
    """Writes files as they are asked for. NoSound where there is no room for them."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._turn = 0
        try:
            self._folder = TemporaryDirectory(prefix="glutetimer-", ignore_cleanup_errors=True)
        except OSError as error:
            raise NoSound(NO_ROOM) from error

    def kept(self, name: str, samples: array[int]) -> Path:
        """The file of a sound that comes again and again; written once."""
        if name not in self._paths:
            self._paths[name] = self._write(f"sound-{len(self._paths)}.wav", samples)
        return self._paths[name]

    def once(self, samples: array[int]) -> Path:
        """A file for what is heard once."""
        self._turn = (self._turn + 1) % TURNS
        return self._write(f"once-{self._turn}.wav", samples)

    def close(self) -> None:
        """Remove them all."""
        self._folder.cleanup()

    def _write(self, name: str, samples: array[int]) -> Path:
        path = Path(self._folder.name, name)
        try:
            path.write_bytes(as_wav(samples))
        except OSError as error:
            raise NoSound(NO_ROOM) from error
        return path


def as_wav(samples: array[int]) -> bytes:
    """The content of a WAV file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setparams((1, WIDTH, RATE, len(samples), "NONE", ""))
        file.writeframes(samples.tobytes())
    return content.getvalue()


def silence(seconds: float) -> array[int]:
    """Samples nobody hears."""
    return array("h", bytes(WIDTH * round(RATE * seconds)))

"""Read the WAV files, in the child, and write samples as files for players that take only files."""

from __future__ import annotations

import io
import threading
from array import array
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from glutetimer.adapters.sound.output import NoSound
from glutetimer.core.audio.ports import is_spoken

RATE = 44_100  # frames a second of every sound and of the device's stream
WIDTH = 2  # bytes a sample
AS_THEY_ARE: Mapping[str, float] = MappingProxyType({})
VOICE = "voice"  # the name under which gains hold the one of all spoken clips
MOST_CLIPS = 16  # kept in memory; a sentence is some 200 KB


class Wavs:
    """Samples of every sound by its name; spoken clips are read when they are first asked for.

    `gains` (0 to 1, 1 where none is given) multiply the samples. A file in another form counts as missing. May be used
    from several threads.
    """

    def __init__(self, folder: Path, clips: Path, gains: Mapping[str, float] = AS_THEY_ARE) -> None:
        self._clips_folder = clips
        self._voice_gain = gains.get(VOICE, 1.0)
        self._sounds = read_sounds(folder, gains)
        self._clips: dict[str, array[int]] = {}
        self._lock = threading.Lock()

    @property
    def empty(self) -> bool:
        """Whether there is no sound at all."""
        return not self._sounds

    def get(self, name: str) -> array[int] | None:
        """Samples of a sound or clip; None for an unknown name."""
        return self._clip(name) if is_spoken(name) else self._sounds.get(name)

    def _clip(self, name: str) -> array[int] | None:
        known = self._clips.get(name)
        if known is None:
            known = scaled(read_samples(self._clips_folder / f"{name}.wav"), self._voice_gain)
            if not known:
                return None
            with self._lock:
                self._clips[name] = known
                while len(self._clips) > MOST_CLIPS:
                    del self._clips[next(iter(self._clips))]
        return known


def read_sounds(folder: Path, gains: Mapping[str, float] = AS_THEY_ARE) -> dict[str, array[int]]:
    """Read the sounds of the folder by their names, the samples times their gain (0 to 1; 1 where none is given).

    A sound in another form is left out.
    """
    found = {path.stem: read_samples(path) for path in sorted(folder.glob("*.wav"))}
    return {name: scaled(samples, gains.get(name, 1.0)) for name, samples in found.items() if samples}


def scaled(samples: array[int], gain: float) -> array[int]:
    """Samples at another loudness: 0 is silence of the same length."""
    return samples if gain == 1.0 else array("h", [round(sample * gain) for sample in samples])


def read_samples(path: Path) -> array[int]:
    """Samples of one file, native byte order; empty where it is unreadable or not 44.1 kHz mono 16 bit."""
    import wave  # only the child of the sound reads them

    samples = array("h")
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, WIDTH):
                samples.frombytes(file.readframes(file.getnframes()))
    except (OSError, EOFError, ValueError, wave.Error):
        return array("h")
    return samples


#: Files used in turn for sounds that are heard once; nobody reads the first any more when it is written again.
TURNS = 8
NO_ROOM = "there is no room for temporary files"


class WavFiles:
    """Writes sounds as files when they are needed. NoSound where there is no room for them."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._turn = 0
        try:
            self._folder = TemporaryDirectory(prefix="glutetimer-", ignore_cleanup_errors=True)
        except OSError as error:
            raise NoSound(NO_ROOM) from error

    def kept(self, name: str, samples: array[int]) -> Path:
        """File of a sound that comes again and again; written once."""
        if name not in self._paths:
            self._paths[name] = self._write(f"sound-{len(self._paths)}.wav", samples)
        return self._paths[name]

    def once(self, samples: array[int]) -> Path:
        """File for a sound that is heard once."""
        self._turn = (self._turn + 1) % TURNS
        return self._write(f"once-{self._turn}.wav", samples)

    def close(self) -> None:
        """Remove all files."""
        self._folder.cleanup()

    def _write(self, name: str, samples: array[int]) -> Path:
        path = Path(self._folder.name, name)
        try:
            path.write_bytes(as_wav(samples))
        except OSError as error:
            raise NoSound(NO_ROOM) from error
        return path


def as_wav(samples: array[int]) -> bytes:
    """Content of a WAV file."""
    import wave

    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setparams((1, WIDTH, RATE, len(samples), "NONE", ""))
        file.writeframes(samples.tobytes())
    return content.getvalue()


def silence(seconds: float) -> array[int]:
    """Samples of silence."""
    return array("h", bytes(WIDTH * round(RATE * seconds)))

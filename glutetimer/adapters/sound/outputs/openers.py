"""Ways to open an output, by name. Each imports its own library, and only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from glutetimer.adapters.sound.output import NoSound, Output
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs

Opener: TypeAlias = Callable[[Wavs, Timetable], Output]


def loaded(open_output: Opener, wavs: Wavs, timetable: Timetable) -> Output:
    """Open the output. NoSound too for an audio library that is installed but does not load."""
    try:
        return open_output(wavs, timetable)
    except (ImportError, OSError) as error:
        raise NoSound("the audio library does not load") from error


def open_miniaudio(wavs: Wavs, timetable: Timetable) -> Output:
    """Open miniaudio, the default."""
    from glutetimer.adapters.sound.outputs.miniaudio_stream import MiniaudioOutput

    return MiniaudioOutput(wavs, timetable)


def open_simpleaudio(wavs: Wavs, timetable: Timetable) -> Output:
    """Open simpleaudio, where the user chose it."""
    from glutetimer.adapters.sound.outputs.simpleaudio_player import SimpleaudioOutput

    return SimpleaudioOutput(wavs, timetable)


def open_system(wavs: Wavs, timetable: Timetable) -> Output:
    """Open a player that the system brings with it."""
    from glutetimer.adapters.sound.outputs.system_player import open_system_output

    return open_system_output(wavs, timetable)


OUTPUTS: Mapping[str, Opener] = {
    "miniaudio": open_miniaudio,
    "simpleaudio": open_simpleaudio,
    "system": open_system,
}

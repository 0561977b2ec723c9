"""The sound child on miniaudio's dummy device, for tests: `python dummy_sound_child.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import miniaudio

from glutetimer.adapters.sound.child import serve
from glutetimer.adapters.sound.outputs.miniaudio_stream import MiniaudioOutput
from glutetimer.adapters.sound.wavs import Wavs

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    serve(
        lambda wavs, timetable: MiniaudioOutput(wavs, timetable, [miniaudio.Backend.NULL]),
        Wavs(folder, folder / "clips"),
    )

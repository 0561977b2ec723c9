"""The sound child on miniaudio's dummy device, for tests: `python dummy_sound_child.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import miniaudio

from glutetimer.adapters.sound.child import serve
from glutetimer.adapters.sound.miniaudio_output import MiniaudioOutput

if __name__ == "__main__":
    serve(lambda sounds: MiniaudioOutput(sounds, [miniaudio.Backend.NULL]), Path(sys.argv[1]))

"""A device that has gone says nothing: it is known by its asking for no more blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

miniaudio = pytest.importorskip("miniaudio")

from glutetimer.adapters.sound.available import sounds_folder  # noqa: E402
from glutetimer.adapters.sound.output import NoSound  # noqa: E402
from glutetimer.adapters.sound.outputs import miniaudio_stream  # noqa: E402
from glutetimer.adapters.sound.outputs.miniaudio_stream import STANDSTILL, WAKING, MiniaudioOutput  # noqa: E402
from glutetimer.adapters.sound.timetable import Timetable  # noqa: E402
from glutetimer.adapters.sound.wavs import Wavs  # noqa: E402


class Still:
    """A device that never asks for a block."""

    backend = "Still"

    def start(self, blocks: object) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> float:
    """When the device was opened, on a clock that is set by hand."""
    monkeypatch.setattr(miniaudio_stream, "open_device", lambda backends: Still())
    monkeypatch.setattr("glutetimer.adapters.sound.outputs.miniaudio_stream.time.perf_counter", lambda: 100.0)
    return 100.0


def output() -> MiniaudioOutput:
    made = MiniaudioOutput(Wavs(sounds_folder(), Path()), Timetable())
    made._mixer.filled = 100.0
    return made


def test_a_device_may_take_its_time_to_wake(opened: float) -> None:
    output().tick(opened + WAKING - 0.01)


def test_a_device_that_does_not_wake_has_gone(opened: float) -> None:
    with pytest.raises(NoSound, match="has gone"):
        output().tick(opened + WAKING + 0.01)


def test_a_device_that_stands_still_has_gone(opened: float) -> None:
    playing = output()
    playing._mixer.filled = opened + 60.0
    playing.tick(opened + 60.0 + STANDSTILL - 0.01)
    with pytest.raises(NoSound, match="has gone"):
        playing.tick(opened + 60.0 + STANDSTILL + 0.01)

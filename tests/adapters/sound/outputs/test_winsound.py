"""Windows' own player, which plays one sound at a time: a sound is not cut off by the next one."""

from __future__ import annotations

import sys
import tempfile
import time
import wave
from array import array
from pathlib import Path

import pytest

from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.outputs.winsound_player import WinsoundOutput, together, windows_player
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, Wavs, read_samples
from glutetimer.core.audio.ports import Cue

WORDS = "say-1"


class Windows:
    """Its player: notes the samples of what it is to play, None for silence."""

    def __init__(self) -> None:
        self.played: list[array[int] | None] = []
        self.device = True

    def __call__(self, path: str, wait: bool) -> None:
        if not self.device:
            raise RuntimeError("Failed to play sound")
        self.played.append(read_samples(Path(path)) if path else None)


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def wavs(tmp_path: Path) -> Wavs:
    """A long quiet sound, a short loud one, a sentence."""
    for name, samples in {"long": [100] * 2 * RATE, "short": [1000] * 10, WORDS: [50] * RATE}.items():
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, len(samples), "NONE", ""))
            file.writeframes(array("h", samples).tobytes())
    return Wavs(tmp_path, tmp_path)


def test_the_device_is_tried_with_silence(wavs: Wavs, windows: Windows) -> None:
    with WinsoundOutput(wavs, Timetable(), windows):
        [silence] = windows.played
        assert silence
        assert not any(silence)


def test_a_sound_by_itself_is_played_as_it_is(wavs: Wavs, windows: Windows) -> None:
    with WinsoundOutput(wavs, Timetable(), windows) as output:
        assert output.play("short")
    assert windows.played[1] == wavs.get("short")


def test_the_rest_of_one_sound_goes_on_beneath_the_next(wavs: Wavs, windows: Windows) -> None:
    with WinsoundOutput(wavs, Timetable(), windows) as output:
        output.play("long")
        output.play("short")
        both = windows.played[2]
    assert both is not None
    assert (both[:10].tolist(), set(both[10:])) == ([1100] * 10, {100})
    assert RATE < len(both) <= 2 * RATE


def test_a_sound_that_is_over_is_not_heard_again(wavs: Wavs, windows: Windows) -> None:
    with WinsoundOutput(wavs, Timetable(), windows) as output:
        output.play("short")
        output.ring_out()
        output.play("short")
    assert windows.played[2] == wavs.get("short")


def test_words_that_nobody_expects_any_longer_fall_silent(wavs: Wavs, windows: Windows) -> None:
    timetable = Timetable()
    with WinsoundOutput(wavs, timetable, windows) as output:
        now = time.perf_counter()
        timetable.replace([Cue(now, WORDS)])
        output.tick(now)
        timetable.replace([])
        output.tick(now + 0.1)
        output.play("short")
    assert windows.played[1:4] == [wavs.get(WORDS), None, wavs.get("short")]


def test_leaving_ends_what_is_heard_and_leaves_no_file(wavs: Wavs, windows: Windows, temporary: Path) -> None:
    with WinsoundOutput(wavs, Timetable(), windows) as output:
        output.play("long")
    assert windows.played[-1] is None
    assert list(temporary.iterdir()) == []


def test_without_a_device_there_is_no_sound(wavs: Wavs, windows: Windows, temporary: Path) -> None:
    windows.device = False
    with pytest.raises(NoSound, match="no device found"):
        WinsoundOutput(wavs, Timetable(), windows)
    assert list(temporary.iterdir()) == []


def test_a_device_that_has_gone_is_told(wavs: Wavs, windows: Windows) -> None:
    with WinsoundOutput(wavs, Timetable(), windows) as output:
        windows.device = False
        with pytest.raises(NoSound, match="the sound device has gone"):
            output.play("short")


def test_two_sounds_are_added_up_and_never_cut_off() -> None:
    assert together(array("h", [1, 2]), array("h", [10, 20, 30])).tolist() == [11, 22, 30]
    assert together(array("h", [1, 2]), array("h")).tolist() == [1, 2]
    assert together(array("h", [30_000]), array("h", [30_000])).tolist() == [32_000]


def test_other_systems_do_not_have_it() -> None:
    if sys.platform != "win32":
        with pytest.raises(NoSound, match="this is not Windows"):
            windows_player()

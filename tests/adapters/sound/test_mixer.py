"""The mixer: each sound on its exact frame, nothing lost, nothing wrapped round, silence when nothing is due."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from glutetimer.adapters.sound import mixer as module
from glutetimer.adapters.sound.mixer import Mixer
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, Wavs
from glutetimer.core.audio.ports import Cue

SOUNDS = {"low": [1, 2, 3, 4, 5], "high": [100, 200]}
WORDS = {"say-hello": [1000] * 30}


class Desk:
    """A mixer of short sounds with a clock that is set by hand."""

    def __init__(self, folder: Path) -> None:
        write(folder / "sounds", SOUNDS)
        write(folder / "clips", WORDS)
        self.time = 0.0
        self.table = Timetable()
        self.mixer = Mixer(Wavs(folder / "sounds", folder / "clips"), self.table, lambda: self.time)

    def fill(self, frames: int) -> list[int]:
        """The next block, asked for exactly when it is its turn."""
        block = list(array("h", self.mixer.fill(frames)))
        self.time += frames / RATE
        return block

    def expect(self, **frames: float) -> None:
        """Each sound ("_" for "-") is due at a frame."""
        self.table.replace(Cue(frame / RATE, name.replace("_", "-")) for name, frame in frames.items())


def write(folder: Path, sounds: Mapping[str, Sequence[int]]) -> None:
    folder.mkdir()
    for name, samples in sounds.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array("h", samples).tobytes())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_silence_when_nothing_is_asked_for(desk: Desk) -> None:
    assert desk.fill(3) == [0, 0, 0]


def test_a_sound_begins_on_its_frame(desk: Desk) -> None:
    desk.expect(high=5)
    assert [desk.fill(4), desk.fill(4)] == [[0, 0, 0, 0], [0, 100, 200, 0]]


def test_a_sound_that_is_due_on_the_first_frame_of_a_block_begins_there(desk: Desk) -> None:
    desk.expect(high=4)
    assert [desk.fill(4), desk.fill(2)] == [[0, 0, 0, 0], [100, 200]]


def test_a_sound_goes_on_where_the_last_fill_ended(desk: Desk) -> None:
    desk.expect(low=1)
    assert [desk.fill(3) for _ in range(3)] == [[0, 1, 2], [3, 4, 5], [0, 0, 0]]


def test_the_silence_before_a_sound_may_be_longer_than_a_block_is_left(desk: Desk) -> None:
    """The clock may be put back by a block that was asked for early."""
    desk.mixer.play("high")
    desk.expect(low=2)
    assert desk.fill(8) == [100, 200, 1, 2, 3, 4, 5, 0]


def test_a_block_that_is_asked_for_late_moves_no_sound(desk: Desk) -> None:
    """A busy machine: the stream's own frames count, not the moment of the asking."""
    desk.expect(high=6)
    first = desk.fill(4)
    desk.time += 3 / RATE
    assert first + desk.fill(4) == [0, 0, 0, 0, 0, 0, 100, 200]


def test_a_sound_whose_moment_has_just_passed_begins_at_once(desk: Desk) -> None:
    desk.fill(10)
    desk.expect(high=4)
    assert desk.fill(2) == [100, 200]


def test_a_sound_long_past_is_not_heard(desk: Desk) -> None:
    desk.fill(RATE)
    desk.expect(high=4)
    assert desk.fill(2) == [0, 0]


def test_what_is_expected_again_is_heard_once(desk: Desk) -> None:
    desk.expect(high=1)
    first = desk.fill(4)
    desk.expect(high=1)
    assert first + desk.fill(4) == [0, 100, 200, 0, 0, 0, 0, 0]


def test_what_is_no_longer_expected_is_not_heard(desk: Desk) -> None:
    desk.expect(high=6)
    desk.fill(4)
    desk.expect()
    assert desk.fill(4) == [0, 0, 0, 0]


def test_a_sound_that_has_begun_rings_out_also_when_it_is_no_longer_expected(desk: Desk) -> None:
    desk.expect(low=2)
    desk.fill(4)
    desk.expect()
    assert desk.fill(4) == [3, 4, 5, 0]


def test_what_is_spoken_falls_silent_when_it_is_no_longer_expected(desk: Desk) -> None:
    """Softly, within a block: no click."""
    desk.expect(say_hello=0)
    first = desk.fill(4)
    desk.expect()
    assert (first, desk.fill(4), desk.fill(4)) == ([1000] * 4, [1000, 750, 500, 250], [0] * 4)


def test_what_is_spoken_gives_way_to_a_sound_and_comes_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOWERED", 0.5)
    desk.expect(say_hello=0, high=4)
    blocks = [desk.fill(4) for _ in range(4)]
    assert blocks == [[1000] * 4, [1100, 1075, 750, 625], [500, 625, 750, 875], [1000] * 4]


def test_a_clip_that_is_not_there_is_silence(desk: Desk) -> None:
    desk.expect(say_nothing=1)
    assert desk.fill(4) == [0] * 4


def test_sounds_add_up(desk: Desk) -> None:
    desk.expect(low=0, high=0)
    assert desk.fill(6) == [101, 202, 3, 4, 5, 0]


def test_a_sound_may_be_played_now(desk: Desk) -> None:
    assert desk.mixer.play("low")
    desk.fill(2)
    assert desk.mixer.play("high")
    assert desk.fill(4) == [103, 204, 5, 0]


def test_an_unknown_sound_is_refused_and_changes_nothing(desk: Desk) -> None:
    assert not desk.mixer.play("drum")
    assert desk.fill(1) == [0]


def test_what_piled_up_before_the_first_fill_is_dropped_but_the_last_two(desk: Desk) -> None:
    """Sounds asked for while the device was opening are too late to be of use."""
    for name in ("low", "low", "high", "high"):
        desk.mixer.play(name)
    assert desk.fill(1) == [200]


def test_it_is_busy_until_the_last_frame_is_out(desk: Desk) -> None:
    before = desk.mixer.busy
    desk.expect(high=0)
    busy = [before, desk.mixer.busy]
    for _ in range(2):
        desk.fill(1)
        busy.append(desk.mixer.busy)
    assert busy == [False, True, True, False]


def test_the_generator_is_fed_frames_and_gives_blocks(desk: Desk) -> None:
    blocks = desk.mixer.blocks()
    desk.mixer.play("high")
    assert [list(array("h", blocks.send(frames))) for frames in (1, 3)] == [[100], [200, 0, 0]]

"""Outputs that can only start a sound now: each at its moment, once, and words only while they are expected."""

from __future__ import annotations

import time
import wave
from array import array
from pathlib import Path

import pytest

from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.outputs import triggered
from glutetimer.adapters.sound.outputs.triggered import Triggered
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs
from glutetimer.core.audio.ports import Cue
from tests.helpers.sound import LIMIT

WORDS = "say-1"


class Note:
    """A sound that lasts until a test says it is over."""

    def __init__(self, sound: str) -> None:
        self.sound = sound
        self.ended = self.stopped = self.unheard = False

    def over(self, now: float) -> bool:
        if self.unheard:
            raise NoSound("nobody heard it")
        return self.ended

    def stop(self) -> None:
        self.ended = self.stopped = True


class Notes(Triggered):
    """Remembers what was started."""

    name = "notes"
    lasting = True

    def __init__(self, wavs: Wavs, timetable: Timetable) -> None:
        super().__init__(wavs, timetable)
        self.notes: list[Note] = []

    def begin(self, sound: str, samples: array[int]) -> Note:
        self.notes.append(Note(sound))
        self.notes[-1].ended = not self.lasting
        return self.notes[-1]

    @property
    def begun(self) -> list[str]:
        return [note.sound for note in self.notes]


@pytest.fixture
def timetable() -> Timetable:
    return Timetable()


@pytest.fixture
def output(tmp_path: Path, timetable: Timetable) -> Notes:
    """An output of two sounds and a sentence."""
    for name in ("go", "rest", WORDS):
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, 44_100, 2, "NONE", ""))
            file.writeframes(b"\1\1\1\1")
    return Notes(Wavs(tmp_path, tmp_path), timetable)


def test_a_sound_begins_at_its_moment_and_once(output: Notes, timetable: Timetable) -> None:
    timetable.replace([Cue(10.0, "go"), Cue(11.0, "rest")])
    begun = []
    for now in (9.99, 10.0, 10.01, 11.02):
        output.tick(now)
        begun.append(list(output.begun))
    assert begun == [[], ["go"], ["go"], ["go", "rest"]]


def test_two_at_one_moment_both_begin(output: Notes, timetable: Timetable) -> None:
    timetable.replace([Cue(10.0, "go"), Cue(10.0, "rest")])
    output.tick(10.0)
    assert sorted(output.begun) == ["go", "rest"]


def test_words_that_nobody_expects_any_longer_fall_silent(output: Notes, timetable: Timetable) -> None:
    timetable.replace([Cue(10.0, WORDS), Cue(10.0, "go")])
    output.tick(10.0)
    timetable.replace([])
    output.tick(10.1)
    assert {note.sound: note.stopped for note in output.notes} == {WORDS: True, "go": False}


def test_words_that_are_still_expected_go_on(output: Notes, timetable: Timetable) -> None:
    timetable.replace([Cue(10.0, WORDS)])
    output.tick(10.0)
    timetable.replace([Cue(10.0, WORDS), Cue(13.0, "go")])
    output.tick(10.1)
    assert [note.stopped for note in output.notes] == [False]


def test_words_that_were_asked_for_now_are_nobodys_to_stop(output: Notes) -> None:
    """A sound check expects nothing."""
    assert output.play(WORDS)
    output.tick(10.0)
    assert [note.stopped for note in output.notes] == [False]


def test_a_sound_that_is_missing_is_told_and_passed_over(output: Notes, timetable: Timetable) -> None:
    timetable.replace([Cue(10.0, "trumpet"), Cue(10.0, "go")])
    output.tick(10.0)
    assert not output.play("trumpet")
    assert output.begun == ["go"]


def test_a_sound_that_was_not_heard_is_told_with_the_next_tick(output: Notes) -> None:
    output.play("go")
    output.notes[0].unheard = True
    with pytest.raises(NoSound, match="nobody heard it"):
        output.tick(10.0)


def test_what_is_over_is_not_looked_at_again(output: Notes) -> None:
    output.play("go")
    output.notes[0].ended = True
    output.tick(10.0)
    output.notes[0].unheard = True
    output.tick(10.1)


def test_leaving_stops_all_that_is_heard(output: Notes) -> None:
    with output:
        output.play("go")
        output.play(WORDS)
    assert [note.stopped for note in output.notes] == [True, True]


def test_the_last_sounds_ring_out_with_those_whose_moment_comes_meanwhile(
    output: Notes, timetable: Timetable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notes, "lasting", False)
    now = time.perf_counter()
    timetable.replace([Cue(now, "go"), Cue(now + 0.03, "rest")])
    output.ring_out()
    assert output.begun == ["go", "rest"]
    assert time.perf_counter() >= now + 0.03


def test_ringing_out_waits_for_the_end_but_not_for_ever(output: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triggered, "RING_OUT", 0.05)
    output.play("go")
    began = time.perf_counter()
    output.ring_out()
    assert 0.05 <= time.perf_counter() - began < LIMIT


def test_ringing_out_does_not_mind_a_device_that_has_gone(output: Notes) -> None:
    output.play("go")
    output.notes[0].unheard = True
    output.ring_out()

"""The mixer: nothing lost, nothing wrapped round, silence when nothing is asked for."""

from __future__ import annotations

from array import array

import pytest

from glutetimer.adapters.sound.mixer import Mixer, Voice, clipped, mixed


def samples_of(block: bytes) -> list[int]:
    """A block as numbers."""
    return list(array("h", block))


@pytest.fixture
def mixer() -> Mixer:
    """A mixer of two short sounds."""
    return Mixer({"low": array("h", [1, 2, 3, 4, 5]), "high": array("h", [100, 200])})


def test_silence_when_nothing_is_asked_for(mixer: Mixer) -> None:
    assert mixer.fill(3) == bytes(6)


def test_a_sound_goes_on_where_the_last_fill_ended(mixer: Mixer) -> None:
    mixer.play("low")
    assert [samples_of(mixer.fill(3)) for _ in range(3)] == [[1, 2, 3], [4, 5, 0], [0, 0, 0]]


def test_sounds_add_up(mixer: Mixer) -> None:
    mixer.play("low")
    mixer.play("high")
    assert samples_of(mixer.fill(6)) == [101, 202, 3, 4, 5, 0]


def test_a_later_sound_joins_a_running_one(mixer: Mixer) -> None:
    mixer.play("low")
    mixer.fill(2)
    mixer.play("high")
    assert samples_of(mixer.fill(4)) == [103, 204, 5, 0]


def test_the_same_sound_may_overlap_itself(mixer: Mixer) -> None:
    mixer.play("high")
    mixer.play("high")
    assert samples_of(mixer.fill(2)) == [200, 400]


def test_an_unknown_sound_is_refused_and_changes_nothing(mixer: Mixer) -> None:
    assert not mixer.play("drum")
    assert mixer.fill(1) == bytes(2)


def test_a_known_sound_is_taken(mixer: Mixer) -> None:
    assert mixer.play("low")


def test_what_piled_up_before_the_first_fill_is_dropped_but_the_last_two(mixer: Mixer) -> None:
    """Sounds asked for while the device was opening are too late to be of use."""
    for name in ("low", "low", "high", "high"):
        mixer.play(name)
    assert samples_of(mixer.fill(1)) == [200]


def test_it_is_busy_until_the_last_frame_is_out(mixer: Mixer) -> None:
    before = mixer.busy
    mixer.play("high")
    asked = mixer.busy
    mixer.fill(1)
    half_out = mixer.busy
    mixer.fill(1)
    assert (before, asked, half_out, mixer.busy) == (False, True, True, False)


def test_the_generator_is_fed_frames_and_gives_blocks(mixer: Mixer) -> None:
    blocks = mixer.blocks()
    mixer.play("high")
    assert [samples_of(blocks.send(frames)) for frames in (1, 3)] == [[100], [200, 0, 0]]


@pytest.mark.parametrize(("sample", "nearest"), [(40_000, 32_767), (-40_000, -32_768), (12, 12)])
def test_a_sum_is_held_within_16_bits(sample: int, nearest: int) -> None:
    assert clipped(sample) == nearest


def test_loud_voices_go_flat_instead_of_wrapping_round() -> None:
    loud = Voice(array("h", [30_000, -30_000]))
    assert list(mixed([loud, loud], 2)) == [32_767, -32_768]

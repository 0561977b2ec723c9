"""Reading what engines write: the forms that they use, and nothing that raises."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.adapters.voice.samples import read_wav
from tests.helpers.voice import chunk, wav

SAMPLES = [1, -2, 300, -32_768, 32_767, 0]


def test_a_recording_is_read() -> None:
    recording = read_wav(wav(SAMPLES, 22_050))
    assert recording is not None
    assert (list(recording.samples), recording.rate) == (SAMPLES, 22_050)


def test_stereo_is_mixed_down() -> None:
    recording = read_wav(wav([100, 300, -32_768, -32_768, 32_767, 32_767], 44_100, channels=2))
    assert recording is not None
    assert list(recording.samples) == [200, -32_768, 32_767]


@pytest.mark.parametrize("length", [0x7FFFF000, 0xFFFFFFFF])
def test_a_length_that_a_pipe_made_a_lie_is_not_believed(length: int) -> None:
    """A program that writes to a pipe gives the greatest there is."""
    told = wav(SAMPLES, 22_050).replace(struct.pack("<I", 12), struct.pack("<I", length))
    recording = read_wav(told)
    assert recording is not None
    assert list(recording.samples) == SAMPLES


def test_other_chunks_are_passed_over() -> None:
    """Apple's files have a filler before the samples; a chunk of odd length has a byte more."""
    recording = read_wav(wav(SAMPLES, 44_100, more=chunk(b"FLLR", b"\0" * 4_044) + chunk(b"LIST", b"odd")))
    assert recording is not None
    assert list(recording.samples) == SAMPLES


def test_the_longer_form_of_the_header_is_read() -> None:
    recording = read_wav(wav(SAMPLES, 44_100, tag=0xFFFE))
    assert recording is not None
    assert list(recording.samples) == SAMPLES


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no sound at all",
        b"RIFF\0\0\0\0WAVE",
        b"RIFF\0\0\0\0WAVE" + chunk(b"data", b"\1" * 8),
        b"RIFF\0\0\0\0WAVE" + chunk(b"fmt ", b"\1\0") + chunk(b"data", b"\1" * 8),
        wav(SAMPLES, 22_050).replace(b"WAVE", b"AVI "),
        wav(SAMPLES, 22_050, bits=8),
        wav(SAMPLES, 22_050, bits=24),
        wav(SAMPLES, 22_050, channels=6),
        wav(SAMPLES, 22_050, tag=3),
        wav(SAMPLES, 0),
        wav(SAMPLES, 2_000_000_000),
    ],
)
def test_another_form_is_none(data: bytes) -> None:
    assert read_wav(data) is None


@given(st.integers(0, 60), st.binary(max_size=20))
def test_a_file_that_is_cut_off_or_written_over_raises_nothing(at: int, other: bytes) -> None:
    whole = wav(SAMPLES, 22_050)
    read_wav(whole[:at])
    read_wav(whole[:at] + other + whole[at + len(other) :])

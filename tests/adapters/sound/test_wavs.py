"""Reading WAV files: what cannot be played is left out, never raised."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from glutetimer.adapters.sound.wavs import MOST_CLIPS, Wavs, read_sounds


def write_wav(path: Path, *, rate: int = 44_100, channels: int = 1, width: int = 2) -> None:
    """A file of 100 frames in any form."""
    with wave.open(str(path), "wb") as file:
        file.setframerate(rate)
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.writeframes(b"\1" * 100 * channels * width)


def test_sounds_are_named_by_their_files(tmp_path: Path) -> None:
    write_wav(tmp_path / "go.wav")
    write_wav(tmp_path / "rep-last.wav")
    assert {name: len(samples) for name, samples in read_sounds(tmp_path).items()} == {"go": 100, "rep-last": 100}


@pytest.mark.parametrize("form", [{"rate": 48_000}, {"channels": 2}, {"width": 1}])
def test_another_form_is_left_out(tmp_path: Path, form: dict[str, int]) -> None:
    write_wav(tmp_path / "go.wav", **form)
    assert read_sounds(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all", b"RIFF\xff\xff\xff\xffWAVEfmt "])
def test_a_broken_file_is_left_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "go.wav").write_bytes(content)
    assert read_sounds(tmp_path) == {}


def test_a_cut_off_file_is_left_out_when_a_sample_is_halved(tmp_path: Path) -> None:
    write_wav(tmp_path / "go.wav")
    (tmp_path / "go.wav").write_bytes((tmp_path / "go.wav").read_bytes()[:-1])
    assert read_sounds(tmp_path) == {}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_sounds(tmp_path / "away") == {}


def test_a_folder_with_the_ending_of_a_sound_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "go.wav").mkdir()
    assert read_sounds(tmp_path) == {}


def test_a_clip_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    wavs = Wavs(tmp_path, tmp_path)
    before = wavs.get("say-hello")
    write_wav(tmp_path / "say-hello.wav")
    after = wavs.get("say-hello")
    (tmp_path / "say-hello.wav").unlink()
    assert before is None
    assert after is not None
    assert wavs.get("say-hello") is after


def test_only_the_last_clips_are_kept_in_memory(tmp_path: Path) -> None:
    wavs = Wavs(tmp_path, tmp_path)
    for number in range(MOST_CLIPS + 1):
        write_wav(tmp_path / f"say-{number}.wav")
        assert wavs.get(f"say-{number}")
        (tmp_path / f"say-{number}.wav").unlink()
    assert wavs.get("say-0") is None
    assert wavs.get("say-1")

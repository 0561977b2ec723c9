"""The folder of clips: a name for each way to say a sentence, whole files only, not too many."""

from __future__ import annotations

import os
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from glutetimer.adapters.sound.wavs import read_samples
from glutetimer.adapters.voice import clips
from glutetimer.adapters.voice.clips import clip_name, find_clip, put_clip, temporary, tidy
from glutetimer.core.audio.ports import Clip, is_spoken
from tests.helpers.voice import tone

NAME = clip_name("espeak-ng en 155", "Halfway.")
SAMPLES = array("h", tone(1_000, 0.5))


def test_a_name_says_that_it_is_spoken_and_fits_a_line_of_the_sound_child() -> None:
    assert is_spoken(NAME)
    assert NAME.removeprefix("say-").isalnum()


def test_another_text_or_another_way_to_say_it_has_another_name() -> None:
    others = [clip_name("espeak-ng en 155", "Halfway"), clip_name("espeak-ng en 160", "Halfway.")]
    assert len({NAME, *others}) == 3
    assert clip_name("espeak-ng en 155", "Halfway.") == NAME


def test_a_text_that_cannot_be_encoded_has_a_name_too() -> None:
    assert is_spoken(clip_name("", "\udc80"))


def test_a_clip_is_found_again_and_read_by_the_sound_child(tmp_path: Path) -> None:
    put_clip(tmp_path / "new" / "voice", NAME, SAMPLES)
    assert find_clip(tmp_path / "new" / "voice", NAME) == Clip(NAME, 0.5)
    assert read_samples(tmp_path / "new" / "voice" / f"{NAME}.wav") == SAMPLES


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    put_clip(tmp_path, NAME, SAMPLES)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.wav"]


@pytest.mark.parametrize("cut", [0, 10, 44, 100, 44_143])
def test_a_cut_off_file_is_no_clip(tmp_path: Path, cut: int) -> None:
    put_clip(tmp_path, NAME, SAMPLES)
    path = tmp_path / f"{NAME}.wav"
    path.write_bytes(path.read_bytes()[:cut])
    assert find_clip(tmp_path, NAME) is None


def test_a_file_of_zeros_is_no_clip(tmp_path: Path) -> None:
    """What some file systems leave after a power cut: the length is right."""
    put_clip(tmp_path, NAME, SAMPLES)
    (tmp_path / f"{NAME}.wav").write_bytes(bytes(44 + 2 * len(SAMPLES)))
    assert find_clip(tmp_path, NAME) is None


def test_a_broken_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.wav").write_bytes(b"broken")
    put_clip(tmp_path, NAME, SAMPLES)
    assert find_clip(tmp_path, NAME) == Clip(NAME, 0.5)


def test_what_is_in_the_way_of_the_file_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.wav").mkdir()
    with pytest.raises(IsADirectoryError if os.name == "posix" else PermissionError):
        put_clip(tmp_path, NAME, SAMPLES)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.wav"]


def test_a_file_that_cannot_be_replaced_is_fine_where_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses while somebody reads it."""
    put_clip(tmp_path, NAME, SAMPLES)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    put_clip(tmp_path, NAME, SAMPLES)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.wav"]


def test_programs_that_make_the_same_clip_at_once_are_not_in_each_others_way(tmp_path: Path) -> None:
    """At no moment there is half a file: each has its own until it is whole."""
    put_clip(tmp_path, NAME, SAMPLES)
    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(put_clip, tmp_path, NAME, SAMPLES) for _ in range(100)]
        while not all(writer.done() for writer in writers):
            assert find_clip(tmp_path, NAME) is not None
    assert [writer.result() for writer in writers] == [None] * 100
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.wav"]


def aged(path: Path, seconds: float) -> Path:
    """A file that was used last so long ago."""
    path.touch()
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


def test_a_clip_that_is_found_counts_as_used(tmp_path: Path) -> None:
    put_clip(tmp_path, NAME, SAMPLES)
    path = tmp_path / f"{NAME}.wav"
    before = aged(path, 1_000).stat().st_mtime
    find_clip(tmp_path, NAME)
    assert path.stat().st_mtime > before + 900


def test_the_clips_that_were_not_used_for_longest_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips, "MOST", 3)
    for age in (5, 3, 1, 2, 4):
        aged(tmp_path / f"say-{age}.wav", 100 * age)
    tidy(tmp_path, {"say-5"})
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["say-1", "say-2", "say-3", "say-5"]


def test_what_was_left_half_made_is_removed_once_nobody_works_on_it(tmp_path: Path) -> None:
    aged(temporary(tmp_path, NAME, "tmp"), 7_200)
    fresh = aged(temporary(tmp_path, NAME, "wav"), 60)
    other = aged(tmp_path / "notes.txt", 7_200)
    tidy(tmp_path, ())
    assert {*tmp_path.iterdir()} == {fresh, other}


def test_a_folder_that_is_not_there_needs_no_tidying(tmp_path: Path) -> None:
    tidy(tmp_path / "away", ())

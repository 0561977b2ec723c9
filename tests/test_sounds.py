"""The WAV files: made by their script, safe to mix, equally loud, heard across a room, told apart."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import wave
from array import array
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.helpers.paths import TOP
from tests.helpers.spectrum import centre, transformed

FOLDER = TOP / "sounds"
SCRIPT = FOLDER / "make_sounds.py"
RATE = 44_100
NAMES = (
    *("count", "go", "phase-up", "phase-hold", "phase-down", "rep", "rep-near", "rep-last", "halfway", "switch"),
    *("rest", "target", "finish", "pause", "resume", "stop"),
)


def make(folder: Path, *options: str) -> int:
    """Run the script, copied to a folder of its own; its exit code."""
    script = shutil.copy(SCRIPT, folder)
    return subprocess.run([sys.executable, script, *options], stderr=subprocess.DEVNULL, check=False).returncode


def path(name: str) -> Path:
    """Where a sound lies."""
    return FOLDER / f"{name}.wav"


@cache
def samples(name: str) -> array[int]:
    """A sound's samples, checked for the one format there is."""
    with wave.open(str(path(name)), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return array("h", file.readframes(file.getnframes()))


def rms(name: str) -> float:
    """Root mean square over the whole file, 1 = full scale."""
    sound = samples(name)
    return math.sqrt(sum(value * value for value in sound) / len(sound)) / 32768


@cache
def magnitudes(name: str) -> list[float]:
    """The sound's spectrum at half the rate (nothing lies above), with room for two sounds side by side."""
    half = samples(name)[::2]
    spectrum = transformed([*map(complex, half), *[0j] * (32768 - len(half))])
    return [abs(value) for value in spectrum[:16384]]


def likeness(one: list[float], other: list[float]) -> float:
    """An upper bound of the normalised cross-correlation over all lags: as if every phase met."""
    meeting = sum(a * b for a, b in zip(one, other, strict=True))
    return meeting / math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))


def test_the_folder_holds_exactly_the_named_sounds() -> None:
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(NAMES)


def test_the_files_are_what_the_script_writes(tmp_path: Path) -> None:
    """Byte for byte, on this machine and Python as on any other."""
    assert make(tmp_path) == 0
    assert [name for name in NAMES if (tmp_path / f"{name}.wav").read_bytes() != path(name).read_bytes()] == []


def test_check_accepts_equal_files(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    assert make(tmp_path, "--check") == 0


def test_check_refuses_a_changed_file(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    changed = tmp_path / "rep.wav"
    changed.write_bytes(changed.read_bytes()[:-2] + b"\1\1")
    assert make(tmp_path, "--check") == 1
    assert changed.read_bytes() != path("rep").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_two_sounds_at_once_do_not_clip(name: str) -> None:
    assert max(map(abs, samples(name))) <= 0.5 * 32768


@pytest.mark.parametrize("name", NAMES)
def test_it_begins_and_ends_without_a_click(name: str) -> None:
    sound = samples(name)
    assert max(map(abs, [*sound[:2], *sound[-2:]])) < 200


@pytest.mark.parametrize("name", NAMES)
def test_most_of_its_energy_lies_where_a_laptop_is_loud(name: str) -> None:
    """At least half between 1 and 4 kHz."""
    energy = [value * value for value in magnitudes(name)]
    per_bin = RATE / 2 / 32768
    assert sum(energy[math.ceil(1000 / per_bin) : math.floor(4000 / per_bin)]) >= 0.75 * sum(energy)


def test_all_are_equally_loud() -> None:
    """Within 1 dB, and made within a hundredth of that."""
    assert 20 * math.log10(max(map(rms, NAMES)) / min(map(rms, NAMES))) < 0.01


def test_no_two_are_taken_for_each_other() -> None:
    """Their cross-correlation must stay under 0.7; its upper bound stays under 0.4."""
    spectra = {name: magnitudes(name) for name in NAMES}
    pairs = combinations(NAMES, 2)
    assert [pair for pair in pairs if likeness(spectra[pair[0]], spectra[pair[1]]) >= 0.4] == []


@pytest.mark.parametrize(("name", "least", "most"), [("up", 1.2, 1.6), ("hold", 0.97, 1.03), ("down", 0.6, 0.8)])
def test_the_ticks_of_a_rep_go_the_way_the_body_goes(name: str, least: float, most: float) -> None:
    """Up rises, down falls, hold keeps its pitch, by as much as an ear notices: about a third to a fifth."""
    sound = samples(f"phase-{name}")
    third = len(sound) // 3
    assert least <= centre(sound[-third:]) / centre(sound[:third]) <= most

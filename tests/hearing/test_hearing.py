"""The recording rig itself, on recordings made of the sounds' own samples: what is wrong with them is told."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from math import comb
from typing import Any, TypeAlias

import pytest

from tests.hearing.expected import expected
from tests.hearing.recognition import SOUNDS
from tests.hearing.transcript import MOST_AT_ONCE, RATE, Heard, Sounding, beginnings, held, mixed, transcribe
from tests.hearing.verdict import judge

Score: TypeAlias = tuple[tuple[str, float], ...]
#: All of them: three begin together, one begins while another is heard.
SCORE: Score = (
    ("go", 0.0),
    ("phase-hold", 0.5),
    ("phase-up", 0.7),
    ("phase-down", 0.85),
    ("rep", 1.0),
    ("halfway", 1.0),
    ("rep-near", 2.0),
    ("rep-last", 3.0),
    ("switch", 3.0),
    ("count", 3.0),
    ("count", 4.0),
    ("target", 4.5),
    ("rest", 4.561),
    ("pause", 5.5),
    ("resume", 6.0),
    ("stop", 6.5),
    ("finish", 7.5),
)
LATE = 0.04  # seconds from a moment to its sound
BEGAN = 1000.0


def recorded(score: Score) -> array[int]:
    """What a recorder hears of it."""
    sounding = [Sounding(frame(second + 1 + LATE), SOUNDS[sound]) for sound, second in score]
    return held(mixed(sounding, 0, frame(10)))


def frame(second: float) -> int:
    """The frame nearest to a second."""
    return round(second * RATE)


def traced(score: Score = SCORE) -> list[dict[str, Any]]:
    """What the program would write, each line a little late in its own way."""
    lateness = (0.003, 0.0, 0.012, 0.001)
    return [
        {"event": "CountIn", "at": second, "mono": BEGAN + 1 + second + lateness[n % 4], "sound": sound}
        for n, (sound, second) in enumerate(score)
    ]


def complaints(recording: array[int], rows: list[dict[str, Any]] | None = None) -> tuple[str, ...]:
    """What is wrong with a recording of the score."""
    return judge(expected(rows or traced()), transcribe(recording, SOUNDS), BEGAN).complaints


def without(sound: str) -> Score:
    """The score with one sound left out."""
    return tuple(note for note in SCORE if note[0] != sound)


def moved(sound: str, by: float) -> Score:
    """The score with one sound at another time."""
    return tuple((name, second + by if name == sound else second) for name, second in SCORE)


def swapped(one: str, other: str) -> Score:
    """The score with one sound where another ought to be, and the other way round."""
    names = {one: other, other: one}
    return tuple((names.get(name, name), second) for name, second in SCORE)


def test_the_score_itself_is_heard() -> None:
    """Every sound is found on its frame, also where three begin at once and where one begins within another."""
    assert {sound for sound, _ in SCORE} == set(SOUNDS)
    transcript = transcribe(recorded(SCORE), SOUNDS)
    assert transcript.strange == []
    assert sorted(transcript.heard) == sorted(Heard(frame(second + 1 + LATE), sound) for sound, second in SCORE)
    assert complaints(recorded(SCORE)) == ()


def test_no_two_combinations_begin_alike() -> None:
    """So the first frames tell what begins."""
    combinations = sum(comb(len(SOUNDS) + many - 1, many) for many in range(1, MOST_AT_ONCE + 1))
    assert len(beginnings(SOUNDS)) == combinations


@pytest.mark.parametrize("sound", sorted(SOUNDS))
def test_a_missing_sound_is_missed(sound: str) -> None:
    """Each of them, also where others sound at the same time."""
    (first, *others) = complaints(recorded(without(sound)))
    assert first.startswith(f"{sound} is missing at ")
    assert len(others) == (1 if sound == "count" else 0)


@pytest.mark.parametrize("later", [0.0, 0.03])
@pytest.mark.parametrize("sound", sorted(SOUNDS))
def test_a_doubled_sound_is_one_too_many(sound: str, later: float) -> None:
    """On the very same frame, and while it is heard."""
    second = dict(SCORE)[sound] + later
    (complaint,) = complaints(recorded((*SCORE, (sound, second))))
    assert complaint.startswith(f"{sound} is heard at ")


@pytest.mark.parametrize("pair", [("rep", "rep-near"), ("pause", "resume"), ("phase-hold", "go"), ("switch", "rest")])
def test_swapped_sounds_are_both_in_the_wrong_place(pair: tuple[str, str]) -> None:
    found = complaints(recorded(swapped(*pair)))
    assert sorted(line.split()[0] for line in found) == sorted([*pair, *pair])


@pytest.mark.parametrize("by", [-0.1, 0.1])
@pytest.mark.parametrize("sound", ["go", "rep", "count", "target", "finish"])
def test_a_moved_sound_is_missed_in_its_place(sound: str, by: float) -> None:
    """A tenth of a second is too much."""
    found = complaints(recorded(moved(sound, by)))
    assert any(line.startswith(f"{sound} is missing at ") for line in found)
    assert any(line.startswith(f"{sound} is heard at ") for line in found)


def test_two_sounds_that_changed_places_are_in_disorder() -> None:
    """Though both are near enough to their moments."""
    score = tuple((name, {"target": 4.5, "rest": 4.55}.get(name, second)) for name, second in SCORE)
    heard = tuple((name, {"target": 4.551, "rest": 4.54}.get(name, second)) for name, second in SCORE)
    (complaint,) = complaints(recorded(heard), traced(score))
    assert complaint.startswith("rest is heard at ")
    assert complaint.endswith(", before target")


def with_hole(recording: array[int]) -> None:
    """A stream that ran dry for 10 ms."""
    recording[frame(1.1 + LATE) : frame(1.1 + LATE)] = array("h", bytes(2 * frame(0.01)))


def with_click(recording: array[int]) -> None:
    """One sample, as quiet as can be."""
    recording[frame(0.3)] = 1


def with_wrong_bit(recording: array[int]) -> None:
    """One sample of a sound."""
    recording[frame(1.1 + LATE)] ^= 1


def with_cut_end(recording: array[int]) -> None:
    """The last sound ends too soon."""
    cut = frame(1 + 7.5 + LATE + 0.6)
    recording[cut:] = array("h", bytes(2 * (len(recording) - cut)))


def with_broken_off_recorder(recording: array[int]) -> None:
    """The recorder stops within the last sound."""
    del recording[frame(1 + 7.5 + LATE + 0.6) :]


@pytest.mark.parametrize(
    "spoil", [with_hole, with_click, with_wrong_bit, with_cut_end, with_broken_off_recorder], ids=lambda s: s.__name__
)
def test_what_is_no_sum_of_sounds_is_strange(spoil: Callable[[array[int]], None]) -> None:
    """Down to one bit of one sample."""
    recording = recorded(SCORE)
    spoil(recording)
    assert [line for line in complaints(recording) if "strange frames" in line]


def test_run_time_stands_in_a_pause() -> None:
    """After a pause run time goes on where it stood: each stretch has a beginning of its own."""
    rows = traced((("go", 0.0), ("pause", 2.0)))
    rows[-1]["event"] = "Paused"
    rows += [{"event": "Saved", "at": 2.0, "mono": BEGAN + 4.0}]
    rows += [{"event": "Resumed", "at": 2.0, "mono": BEGAN + 7.0, "sound": "resume"}]
    rows += [{"event": "CountIn", "at": 3.0, "mono": BEGAN + 8.02, "sound": "count"}]
    moments = [(one.sound, round(one.moment - BEGAN, 3)) for one in expected(rows)]
    assert moments == [("go", 1.0), ("pause", 3.0), ("resume", 7.0), ("count", 8.0)]


def test_the_constant_offset_is_found() -> None:
    """It is what the pipeline takes, whatever the lateness of the trace."""
    verdict = judge(expected(traced()), transcribe(recorded(SCORE), SOUNDS), BEGAN)
    assert verdict.offset == pytest.approx(LATE, abs=0.0001)

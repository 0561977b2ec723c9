"""Sounds that add up to more than 16 bits hold: turned down, never cut off."""

from __future__ import annotations

from array import array
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.adapters.sound.limiter import CEILING, Limiter
from glutetimer.adapters.sound.mixer import added
from glutetimer.adapters.sound.wavs import Wavs
from tests.helpers.paths import TOP

BLOCK = 1764
LOUDEST = 98_301  # three sounds at full scale


def limited(blocks: list[list[int]]) -> list[int]:
    """What comes out, one block after the other."""
    limiter = Limiter()
    return [sample for block in blocks for sample in limiter.limited(block)]


@given(st.lists(st.lists(st.integers(-LOUDEST, LOUDEST), max_size=20), max_size=4))
def test_whatever_comes_it_stays_below_the_ceiling(blocks: list[list[int]]) -> None:
    out = limited(blocks)
    assert len(out) == sum(map(len, blocks))
    assert max(map(abs, out), default=0) <= CEILING


@given(st.lists(st.lists(st.integers(-CEILING, CEILING), max_size=20), max_size=4))
def test_what_needs_no_help_stays_as_it_is(blocks: list[list[int]]) -> None:
    assert limited(blocks) == [sample for block in blocks for sample in block]


def test_it_comes_down_before_the_loud_sample_and_goes_up_over_the_next_block() -> None:
    assert limited([[32_000] * 4 + [64_000] * 2, [32_000] * 4, [32_000]]) == [
        *(32_000, 28_000, 24_000, 20_000),
        *(32_000, 32_000),
        *(16_000, 20_000, 24_000, 28_000),
        32_000,
    ]


def test_after_silence_it_begins_at_full_strength() -> None:
    limiter = Limiter()
    limiter.limited([64_000])
    limiter.rest()
    assert list(limiter.limited([1_000])) == [1_000]


def test_any_three_sounds_at_once_are_never_cut_off() -> None:
    """Their sums go beyond 16 bits, which cuts wave tops flat: a rattle. The loudest beginning is tried."""
    wavs = Wavs(TOP / "sounds", TOP / "sounds")
    sounds = [wavs.get(path.stem) or array("h") for path in sorted((TOP / "sounds").glob("*.wav"))]
    begins = [sound[:BLOCK] for sound in sounds]
    sums = [added(three, BLOCK) for three in combinations(begins, 3)]
    loudest = max(sums, key=lambda block: max(map(abs, block)))
    assert max(map(abs, loudest)) > 32_767
    out = limited([loudest])
    assert max(map(abs, out)) <= CEILING
    assert not any(one == other == CEILING for one, other in pairwise(map(abs, out)))

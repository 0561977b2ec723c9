"""What is made of an engine's samples: another rate, no silence around them, all equally loud."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.adapters.voice.polish import CEILING, KNEE, LOUDNESS, WINDOW, limited, loudness, polished, trimmed
from glutetimer.adapters.voice.samples import resampled
from tests.helpers.voice import FULL, RATE, decibels, strength, tone

RATES = (8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000)
SAMPLES = st.one_of(
    st.lists(st.integers(-FULL, FULL - 1), max_size=400),
    st.lists(st.sampled_from([-FULL, -1, 0, 1, FULL - 1]), max_size=400),
)


def heard(samples: list[int], rate: int) -> list[float]:
    """The clip that is made of them, from -1 to 1."""
    return [sample / FULL for sample in polished(samples, rate)]


def without(samples: list[float], hertz: float) -> list[float]:
    """What remains when a sine is taken away; a whole number of its periods."""
    waves = [[f(2 * pi * hertz / RATE * frame) for frame in range(len(samples))] for f in (sin, cos)]
    parts = [sum(map(mul, wave, samples)) * 2 / len(samples) for wave in waves]
    return [sample - parts[0] * one - parts[1] * other for sample, one, other in zip(samples, *waves, strict=True)]


@pytest.mark.parametrize("rate", RATES)
def test_a_tone_keeps_its_pitch_and_its_strength_at_another_rate(rate: int) -> None:
    """1 kHz stays 1 kHz, and nothing else is to be heard: 60 dB less over all other frequencies together."""
    out = resampled([sample / FULL for sample in tone(1_000, 0.2, rate)], rate, RATE)
    middle = out[2_205 : 2_205 + 4_410]  # a hundred periods, away from the ends
    assert decibels(strength(middle, 1_000) / 0.25) == pytest.approx(0, abs=0.05)
    assert decibels(max(map(abs, without(middle, 1_000))) / 0.25) < -60


@pytest.mark.parametrize(("rate", "hertz"), [(22_050, 8_000), (16_000, 6_000), (11_025, 3_500)])
def test_images_are_not_to_be_heard(rate: int, hertz: float) -> None:
    """Between the old samples a careless way puts in a mirror image of the speech, which hisses."""
    out = resampled([sample / FULL for sample in tone(hertz, 0.2, rate)], rate, RATE)[2_205 : 2_205 + 4_410]
    assert decibels(strength(out, hertz) / 0.25) == pytest.approx(0, abs=0.1)
    assert decibels(strength(out, rate - hertz) / 0.25) < -60


def test_what_the_lower_rate_cannot_hold_does_not_come_back_as_another_tone() -> None:
    out = resampled([sample / FULL for sample in tone(30_000, 0.2, 96_000)], 96_000, RATE)
    assert max(map(abs, out[1_000:-1_000])) < 0.25 / 1_000


def test_the_silence_before_and_after_goes_but_for_a_hundredth_of_a_second() -> None:
    around = [0] * 22_000
    clip = polished([*around, *tone(1_000, 0.5, 22_000), *around], 22_000)
    assert len(clip) / RATE == pytest.approx(0.5 + 2 * WINDOW, abs=WINDOW / 2)


def test_a_pause_between_words_stays() -> None:
    word = tone(1_000, 0.2, 22_050)
    assert len(polished([*word, *[0] * 22_050, *word], 22_050)) / RATE == pytest.approx(1.4, abs=2 * WINDOW)


def test_a_soft_end_of_a_word_stays() -> None:
    """An f or an s is far below the vowels: 30 dB."""
    soft = tone(5_000, 0.2, 22_050, peak=0.25 / 31)
    assert len(polished([*tone(200, 0.3, 22_050), *soft], 22_050)) / RATE == pytest.approx(0.5, abs=2 * WINDOW)


@pytest.mark.parametrize("silence", [[], [0] * 5_000, [1, -1] * 5_000])
def test_silence_is_no_clip(silence: list[int]) -> None:
    assert len(polished(silence, 22_050)) == 0


@pytest.mark.parametrize("peak", [0.01, 0.1, 0.9])
def test_a_clip_is_as_loud_as_every_other(peak: float) -> None:
    clip = heard(tone(1_500, 0.5, 22_050, peak), 22_050)
    assert loudness(clip, RATE) == pytest.approx(
        LOUDNESS, rel=0.08
    )  # half a decibel: the filters differ a little with the rate


def test_a_spiky_voice_is_as_loud_and_is_never_cut_off() -> None:
    """The peaks of speech are 17 dB above its rms: they are bent, or else it would be too soft or cut off."""
    step = 2 * pi * 110 / 22_050
    spiky = [0.8 * sin(step * n) ** 501 + 0.2 * sin(7.3 * step * n) for n in range(11_025)]
    clip = heard([round(20_000 * sample) for sample in spiky], 22_050)
    assert max(map(abs, clip)) <= CEILING
    assert loudness(clip, RATE) == pytest.approx(LOUDNESS, rel=0.05)


def test_it_neither_begins_nor_ends_with_a_click() -> None:
    """A sound that is there from the first sample on rises for 5 ms."""
    clip = heard([10_000] * 5_000, 22_050)
    assert abs(clip[0]) < 0.001
    assert abs(clip[-1]) < 0.001
    assert max(abs(one - other) for one, other in pairwise(clip[:200])) < 0.05


@given(SAMPLES, st.sampled_from(RATES))
def test_whatever_comes_the_clip_stays_within_its_bounds(samples: list[int], rate: int) -> None:
    clip = polished(samples, rate)
    assert max(map(abs, clip), default=0) <= CEILING * FULL + 1
    assert len(clip) <= len(samples) * RATE / rate + 1


@given(SAMPLES, st.sampled_from(RATES))
def test_trimming_only_takes_from_the_ends(samples: list[int], rate: int) -> None:
    sound = [sample / FULL for sample in samples]
    kept = trimmed(sound, rate)
    assert any(sound[begin : begin + len(kept)] == kept for begin in range(len(sound) + 1))
    assert max(map(abs, kept), default=0) in (0, max(map(abs, sound), default=0))


@given(SAMPLES, st.integers(1, 200), st.integers(1, 200))
def test_another_rate_is_as_long_and_not_much_higher(samples: list[int], old: int, new: int) -> None:
    """The sum of a filter's weights without their signs bounds what it makes of anything."""
    out = resampled(samples, old, new)
    assert len(out) == ((len(samples) - 1) * new // old + 1 if samples else 0)
    assert max(map(abs, out), default=0) <= 4 * max(map(abs, samples), default=0)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_limiting_keeps_the_order_of_samples(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert limited(low) <= limited(high)
    assert abs(limited(one)) <= CEILING
    assert abs(one) > KNEE or limited(one) == one

"""The stream's clock: late askings move nothing, an early one is the truth."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.adapters.sound.mixer import JUMP_BLOCKS, StreamClock
from glutetimer.adapters.sound.wavs import RATE

PERIOD = 1764


def starts(lateness: list[float]) -> list[float]:
    """The moments of the blocks that were asked for so late, in seconds after their turn."""
    clock = StreamClock()
    return [clock.block(PERIOD, number * PERIOD / RATE + late) for number, late in enumerate(lateness)]


def test_punctual_askings_are_taken_as_they_are() -> None:
    assert starts([0.0] * 100) == [pytest.approx(number * PERIOD / RATE) for number in range(100)]


def test_late_askings_move_next_to_nothing() -> None:
    """Eight of nine are late, each in its own way. Now and then four in a row look like a stream that ran dry."""
    random = Random(1)
    late = [0.0 if number % 9 == 0 else random.uniform(0, 0.03) for number in range(2000)]
    off = [abs(start - number * PERIOD / RATE) for number, start in enumerate(starts(late))]
    assert sum(1 for error in off if error > 0.0005) < 2000 / 20
    assert max(off) <= 0.03


def test_askings_that_are_a_little_late_move_nothing() -> None:
    """By less than a jump: so it is on a machine that is not overloaded."""
    random = Random(1)
    late = [0.0 if number % 9 == 0 else random.uniform(0, 0.008) for number in range(500)]
    assert starts(late) == [pytest.approx(number * PERIOD / RATE) for number in range(500)]


def test_blocks_that_are_asked_for_ahead_are_the_stream_s_beginning() -> None:
    """A device fills its three periods at once when it opens."""
    found = starts([0.0, -PERIOD / RATE, *[-2 * PERIOD / RATE] * 50])
    assert found[40] == pytest.approx(38 * PERIOD / RATE)


def test_a_device_that_stood_still_is_followed_at_once() -> None:
    """Else a second's worth of sounds would come late."""
    found = starts([0.0] * 50 + [0.3] * 50)
    assert found[50 + JUMP_BLOCKS] == pytest.approx((50 + JUMP_BLOCKS) * PERIOD / RATE + 0.3)


def test_a_program_that_stood_still_is_not_taken_for_the_device() -> None:
    """It catches up: the next blocks are asked for without a pause between them."""
    found = starts([0.0] * 50 + [0.11, 0.07, 0.03] + [0.0] * 50)
    assert found == [pytest.approx(number * PERIOD / RATE) for number in range(103)]


@pytest.mark.parametrize("late", [0.01, 0.05, 0.3])
def test_a_stream_that_ran_dry_plays_later_from_then_on(late: float) -> None:
    found = starts([0.0] * 50 + [late] * 20)
    assert found[50 + JUMP_BLOCKS] == pytest.approx((50 + JUMP_BLOCKS) * PERIOD / RATE + late)


def test_a_device_that_asks_in_bursts_is_no_stream_that_ran_dry() -> None:
    """Six blocks at once, again and again: the last of each is the most punctual."""
    late = [(5 - number % 6) * PERIOD / RATE for number in range(300)]
    found = starts(late)
    assert found[60:] == [pytest.approx(number * PERIOD / RATE) for number in range(60, 300)]


def test_a_device_that_drifts_is_followed() -> None:
    """A quartz that is 100 millionths slow: within 0.1 ms a second."""
    found = starts([number * 4e-6 for number in range(1000)])
    assert found[999] == pytest.approx(999 * (PERIOD / RATE + 4e-6), abs=0.00015)


@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=60))
def test_no_block_is_later_than_its_asking(lateness: list[float]) -> None:
    for number, (late, start) in enumerate(zip(lateness, starts(lateness), strict=True)):
        assert start <= number * PERIOD / RATE + late + 1e-9

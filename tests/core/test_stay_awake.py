"""When the laptop is to be kept awake."""

from __future__ import annotations

import pytest

from glutetimer.core.stay_awake import LONG_PAUSE, wants_awake


@pytest.mark.parametrize(
    ("over", "paused_for", "awake"),
    [
        (False, None, True),
        (False, 0.0, True),
        (False, 299.9, True),
        (False, 300.0, False),
        (False, 9000.0, False),
        (True, None, False),
        (True, 1.0, False),
    ],
)
def test_awake_in_the_run_and_in_a_short_pause(over: bool, paused_for: float | None, awake: bool) -> None:
    """Not once it is over, nor for somebody who has gone."""
    assert wants_awake(over=over, paused_for=paused_for) is awake


def test_five_minutes_are_a_long_pause() -> None:
    """The tables above count in it."""
    assert LONG_PAUSE == 5 * 60

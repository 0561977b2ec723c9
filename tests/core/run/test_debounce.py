"""Which presses of a key are new ones."""

from __future__ import annotations

import pytest

from glutetimer.core.run.debounce import STEP_ENDS, TAP, Debounce


def allowed(presses: list[tuple[float, float]]) -> list[bool]:
    """For one key: (when, window) -> whether it is a new press."""
    guard = Debounce()
    return [guard.allows("key", window, now) for now, window in presses]


def test_the_first_press_is_a_new_one() -> None:
    assert allowed([(0.0, STEP_ENDS)]) == [True]


@pytest.mark.parametrize("window", [STEP_ENDS, TAP])
def test_a_repeat_inside_the_window_is_swallowed_and_at_its_end_is_not(window: float) -> None:
    assert allowed([(0.0, window), (window * 0.99, window)]) == [True, False]
    assert allowed([(0.0, window), (window, window)]) == [True, True]


@pytest.mark.parametrize("window", [STEP_ENDS, TAP])
def test_each_repeat_begins_the_window_anew(window: float) -> None:
    repeats = [(number * window * 0.9, window) for number in range(20)]
    assert allowed(repeats) == [True] + [False] * 19


def test_without_a_window_every_press_is_a_new_one() -> None:
    assert allowed([(0.0, 0.0), (0.0, 0.0), (0.01, 0.0)]) == [True] * 3


def test_a_key_that_ended_a_step_does_not_tap_at_its_first_repeat() -> None:
    assert allowed([(0.0, STEP_ENDS), (0.5, TAP), (0.71, TAP)]) == [True, False, True]


def test_the_first_repeat_of_a_held_tap_cannot_be_told_from_a_quick_tap() -> None:
    assert allowed([(0.0, TAP), (0.3, TAP), (0.33, TAP), (0.36, TAP)]) == [True, True, False, False]


def test_every_key_has_its_own_window() -> None:
    guard = Debounce()
    assert [guard.allows(key, STEP_ENDS, 0.0) for key in ("a", "b", "a")] == [True, True, False]

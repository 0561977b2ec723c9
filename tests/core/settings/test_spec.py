"""What the settings screen offers, without a screen."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.settings.config import USUAL, value_of
from glutetimer.core.settings.settings import ON_SCREEN, ROWS, SETTING_CHOICES


@pytest.mark.parametrize("name", SETTING_CHOICES)
def test_everything_offered_may_be_kept(name: str) -> None:
    """No row offers a value that config.toml refuses, and the usual one is among them."""
    values = [value for value, _ in SETTING_CHOICES[name].choices(value_of(USUAL, name))]
    assert value_of(USUAL, name) in values
    assert [value for value in values if value is not None and not ROWS[name].kind.fits(value)] == []


def test_only_what_has_no_effect_or_another_row_is_missing() -> None:
    """Kit and bands have rows of their own, the folder is told, old goals are kept; no room for `lead` and `how`."""
    assert sorted(SETTING_CHOICES) == sorted(chain.from_iterable(ON_SCREEN))
    assert set(ROWS) - set(SETTING_CHOICES) == {"kit", "bands", "lead", "how", "log_dir", "goal_was"}


@given(now=st.integers(0, 600))
def test_a_rest_written_by_hand_is_offered_in_its_place(now: int) -> None:
    """Whatever number a person wrote can be gone back to; numbers rise after the session's own."""
    first, *others = [value for value, _ in SETTING_CHOICES["rest"].choices(now)]
    numbers = [value for value in others if isinstance(value, int)]
    assert first is None
    assert now in numbers
    assert others == sorted(set(numbers))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("rest", None, "the session's own"),
        ("rest", 0, "0 s"),
        ("mute", True, "quiet"),
        ("player", "bell", "the terminal's bell"),
        ("player", "system", "the system's own"),
        ("voice", "off", "off"),
        ("count_aloud", "holds", "holds"),
        ("volume.ticks", 0, "0 %"),
        ("goal", 1, "1"),
        ("theme", "ansi-dark", "16 colours, dark"),
    ],
)
def test_values_in_words(name: str, value: object, words: str) -> None:
    """Nothing and nought are told apart; numbers carry their unit."""
    assert SETTING_CHOICES[name].say(value) == words

"""Which word was meant."""

from __future__ import annotations

import pytest

from glutetimer.core.text.problems import did_you_mean


@pytest.mark.parametrize(
    ("word", "guess"),
    [("tampo", 'did you mean "tempo"'), ("TEMPO", 'did you mean "tempo"'), ("xyz", ""), ("", "")],
)
def test_the_nearest_known_word_or_nothing(word: str, guess: str) -> None:
    assert did_you_mean(word, ["reps", "tempo"]) == guess

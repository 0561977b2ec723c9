"""Numbers in words."""

from __future__ import annotations

import pytest

from glutetimer.core.text.numerals import number_word


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "zero"), (5, "five"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"), (100, "one hundred")],
)
def test_a_number_in_words(number: int, word: str) -> None:
    assert number_word(number) == word


def test_a_long_hold_in_words() -> None:
    assert number_word(599) == "five hundred ninety-nine"

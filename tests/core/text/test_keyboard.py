"""A key does the same in every layout."""

from __future__ import annotations

import string

import pytest

from glutetimer.core.text.keyboard import latin, same_key


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"),
        ("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM"),
        ("йцукенгшщзфівапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"),  # Ukrainian
        ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
        ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
        ("ў", "o"),
    ],
)
def test_a_letter_is_that_of_its_key(typed: str, keys: str) -> None:
    assert "".join(map(latin, typed)) == keys
    assert all(letter in same_key(key) for letter, key in zip(typed, keys, strict=True))


@pytest.mark.parametrize("name", [*string.printable, "enter", "full_stop", "é", "", "ё", "ю"])
def test_what_is_on_no_letters_key_is_itself(name: str) -> None:
    assert latin(name) == name
    assert name not in same_key(name)

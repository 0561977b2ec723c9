"""What a terminal must never be sent is gone; what a person wrote stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.text.clean import JOINERS, clean, clean_all, drawn


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Step-up", "Step-up"),
        ("  Größe × 2 [b]markup[/b]  ", "Größe × 2 [b]markup[/b]"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\x9b2Jcsi", "2Jcsi"),
        ("left\u202eright", "leftright"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("private\ue000use", "privateuse"),
        ("unassigned\u0378", "unassigned"),
        ("line\u2028and\u2029paragraph", "lineandparagraph"),
        ("one\ntwo", "one two"),
        ("one\ttwo", "one two"),
        ("one \r\n   two", "one two"),
        ("two  spaces stay\x00", "two  spaces stay"),
        ("\n\t ", ""),
        ("\u200b", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ශ\u0dca\u200dර\u0dd3", "ශ\u0dca\u200dර\u0dd3"),
        ("Auf\u200clage", "Auf\u200clage"),
        ("a\u200c\u200d\u200cb", "a\u200cb"),
        ("a\u200b\u200cb", "a\u200cb"),
        ("\u200ca b\u200d \u200cc", "a b c"),
        ("3\u200d4 👩\u200d🚒", "34 👩🚒"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_what_is_clean_can_be_printed_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert all(char.isprintable() or char.isspace() or char in JOINERS for char in cleaned)
    assert clean(cleaned) == cleaned
    assert all(char.isprintable() or char.isspace() for char in drawn(text))


@given(st.text("aé\u0941\u200c\u200d\u200b 1-", max_size=12))
def test_joiners_stay_only_alone_and_between_letters(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert drawn(cleaned) == drawn(text)
    for at, char in enumerate(cleaned):
        if char in JOINERS:
            assert cleaned[at - 1].isalpha() or cleaned[at - 1] == "\u0941"
            assert cleaned[at + 1].isalpha() or cleaned[at + 1] == "\u0941"


def test_what_is_drawn_has_no_joiners() -> None:
    """Rich counts what follows a zero width joiner as nothing; terminals do not."""
    assert drawn("می\u200cخواهم ශ\u0dca\u200dර\u0dd3") == "میخواهم ශ\u0dcaර\u0dd3"


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("a\x00", "a"),
        (["a\x00", ["b\x07"]], ["a", ["b"]]),
        ({"key\x00": {"x": "\x1bc"}}, {"key\x00": {"x": "c"}}),
        (3, 3),
        (True, True),
    ],
)
def test_clean_all_reaches_every_text_and_no_key(value: Any, cleaned: Any) -> None:
    assert clean_all(value) == cleaned

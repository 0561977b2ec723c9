"""Cells, and what differs between two pictures."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten, wrap


def test_text_is_cut_at_the_edge() -> None:
    """Nothing is drawn outside."""
    canvas = Canvas(4, 1)
    canvas.put(2, 0, "abc")
    canvas.put(0, 5, "x")
    canvas.put(-3, 0, "x")
    assert canvas.text() == "  ab"


def test_wide_characters_take_two_cells() -> None:
    """And are never cut in half."""
    canvas = Canvas(3, 1)
    canvas.put(0, 0, "日本")
    assert canvas.chars[0] == ["日", "", " "]


def test_combining_characters_join_the_cell_before() -> None:
    """An accent takes no cell of its own."""
    canvas = Canvas(3, 1)
    canvas.put(0, 0, "e\u0301x")
    assert canvas.chars[0] == ["e\u0301", "x", " "]


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧", "❤\ufe0f", "\x1b[31m", "a\u200bb", "日\u0301", "👍🏽", "\n"])
def test_a_row_is_as_wide_as_the_terminal_takes_it(text: str) -> None:
    """Joiners, selectors and controls, which would change that, are left out."""
    canvas = Canvas(12, 1)
    canvas.put(0, 0, text)
    assert cell_len("".join(canvas.chars[0])) == 12
    assert cells(text) <= 12


def test_an_accent_on_a_wide_character() -> None:
    """It stays with it."""
    canvas = Canvas(4, 1)
    canvas.put(0, 0, "日\u0301x")
    assert canvas.chars[0] == ["日\u0301", "", "x", " "]


def test_blanks_of_a_block_leave_what_is_there() -> None:
    """So that words are drawn over nothing but their own cells."""
    canvas = Canvas(3, 1)
    canvas.put(0, 0, "abc")
    canvas.block(0, 0, ["█ █"], Look("work"))
    assert canvas.text() == "█b█"


def test_only_what_differs_changes() -> None:
    """One stretch a row, from the first to the last cell that differs."""
    before, after = Canvas(10, 3), Canvas(10, 3)
    after.put(2, 1, "a  b")
    after.put(4, 2, " ", Look("work", reverse=True))
    assert after.changes(before) == [(1, 2, 6), (2, 4, 5)]
    assert after.changes(after) == []


def test_another_size_changes_all() -> None:
    """A new window is painted whole."""
    assert Canvas(3, 2).changes(Canvas(4, 2)) == [(0, 0, 3), (1, 0, 3)]


def test_right_edge() -> None:
    """A text that ends at a column begins where it must."""
    canvas = Canvas(6, 1)
    assert canvas.put_right(5, 0, "日x") == 2
    assert canvas.text() == "  日x"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 10, "short"),
        ("Single-leg glute bridge", 20, "Single-leg glute…"),
        ("Unbreakablelongword", 8, "Unbreak…"),
        ("日本語", 5, "日本…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
    ],
)
def test_shorten(text: str, width: int, expected: str) -> None:
    """After a word where one ends near, else anywhere; never wider than asked."""
    assert shorten(text, width) == expected
    assert cell_len(shorten(text, width)) <= max(0, width)


def test_wrap() -> None:
    """Lines of whole words; the last one is shortened."""
    assert wrap("one two three four five", 9, 2) == ["one two", "three fo…"]
    assert wrap("one two", 9, 3) == ["one two"]
    assert wrap("", 9, 3) == []
    assert wrap("one two", 9, 0) == []

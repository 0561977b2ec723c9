"""The block letters and digits."""

from __future__ import annotations

import pytest

from glutetimer.tui.drawing.block_letters import digits, digits_width, word, word_height, word_width


def test_digits_as_drawn() -> None:
    """At scale 1 a digit is as in the picture of the font."""
    assert digits("7", 1) == ["███████", "     ██", "    ██ ", "   ██  ", "   ██  "]


def test_a_pixel_grows_in_both_directions() -> None:
    """Scale 2: twice as wide, twice as high."""
    assert digits(":", 2) == ["    ", "    ", "████", "████", "    ", "    ", "████", "████", "    ", "    "]


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("text", [":24", "00", "1:05", "200"])
def test_digits_take_the_room_they_say(text: str, scale: int) -> None:
    """Height is 5 rows a scale, width as computed."""
    rows = digits(text, scale)
    assert (len(rows), {len(row) for row in rows}) == (5 * scale, {digits_width(text, scale)})


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("text", ["BACK", "OF 15", "< LEFT", "RIGHT >", "/30", "READY"])
def test_words_take_the_room_they_say(text: str, size: int) -> None:
    """Two and a half rows a size, rounded up."""
    rows = word(text, size)
    assert rows is not None
    assert (len(rows), {len(row) for row in rows}) == (word_height(size), {word_width(text, size)})


def test_accents_are_folded() -> None:
    """É is drawn as E."""
    assert word("Pliés", 1) == word("PLIES", 1)


@pytest.mark.parametrize("text", ["日", "a.b", "["])
def test_what_cannot_be_drawn_says_so(text: str) -> None:
    """There is no letter for it: the caller writes plain text."""
    assert word(text, 1) is None
    assert word_width(text, 1) is None


def test_cues_have_their_commas() -> None:
    """And apostrophes, straight or curly; a comma is as low as a letter, an apostrophe as high."""
    assert word("A,", 1) == ["▄▀▀▄   ", "█▀▀█  ▄", "▀  ▀ ▀ "]
    assert word("A’", 1) == word("A'", 1) == ["▄▀▀▄ █", "█▀▀█  ", "▀  ▀  "]


def test_back_as_drawn() -> None:
    """The word of the pictures, letter by letter."""
    assert word("BACK", 1) == ["█▀▀▄ ▄▀▀▄ ▄▀▀▀ █ ▄▀", "█▀▀▄ █▀▀█ █    █▀▄ ", "▀▀▀  ▀  ▀  ▀▀▀ ▀  ▀"]

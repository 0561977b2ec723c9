"""Where everything stands: the sizes that the screens were drawn for, and every size between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.tui.drawing.block_letters import digits_width, word_width
from glutetimer.tui.run.paint.fitting import beside_size, largest, word_size
from glutetimer.tui.run.paint.layout import Grid, fits, grid, number_place

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]
ANY_SIZE = {"width": st.integers(60, 300), "height": st.integers(16, 80)}


@pytest.mark.parametrize(("size", "scale"), list(zip(SIZES, [2, 3, 4, 7], strict=True)))
def test_scale_of_reps(size: tuple[int, int], scale: int) -> None:
    """Two figures, a lift and a word of four letters."""
    assert number_place(grid(*size), "00", ("OUT", "BACK", "/15"), with_lift=True).scale == scale


@pytest.mark.parametrize(("size", "scale"), list(zip(SIZES, [2, 3, 4, 6], strict=True)))
def test_scale_of_holds(size: tuple[int, int], scale: int) -> None:
    """A colon, two figures, no lift."""
    assert number_place(grid(*size), ":00", ("HOLD", "/30"), with_lift=False).scale == scale


@pytest.mark.parametrize("size", SIZES)
def test_a_long_word_leaves_the_number_large(size: tuple[int, int]) -> None:
    """It is written in plain letters instead."""
    short = number_place(grid(*size), "00", ("BACK",), with_lift=True)
    long = number_place(grid(*size), "00", ("STRAIGHTEN THE WHOLE LEG", "日本語" * 9), with_lift=True)
    assert long.scale >= max(1, short.scale - 1)


def _places(places: Grid) -> list[int]:
    below = sorted((places.cue, places.strip))  # Where every row is used the strip stands above the cue.
    return [places.name, places.side, places.number, *below, places.footer]


@given(**ANY_SIZE)
def test_places_stand_in_order(width: int, height: int) -> None:
    """From the top down, the footer in the last row, the number above the cue."""
    places = grid(width, height)
    assert _places(places) == sorted(set(_places(places)))
    assert places.footer == height - 1
    assert places.number + places.number_rows <= min(places.cue, places.strip)


@given(slot=st.sampled_from(["00", "000", ":00", "0:00"]), lift=st.booleans(), **ANY_SIZE)
def test_the_number_keeps_to_its_place(slot: str, lift: bool, width: int, height: int) -> None:
    """It fits, with what stands beside it, at any size."""
    places = grid(width, height)
    place = number_place(places, slot, ("BACK",), with_lift=lift)
    assert places.number <= place.y
    assert place.y + max(place.rows, 5 * place.scale) <= places.cue
    assert places.margin + digits_width(slot, place.scale) < (place.lift or place.beside)
    assert place.beside + (word_width("BACK", 1) or 0) <= width


def test_fits_from_60x16_up() -> None:
    """One column or row less does not."""
    assert [fits(60, 16), fits(59, 16), fits(60, 15)] == [True, False, False]


def test_word_size() -> None:
    """The largest that fits all; 0 where one of them cannot be drawn or does not fit."""
    assert word_size(("OUT", "BACK"), 38, 5) == 2
    assert word_size(("OUT", "BACK"), 37, 5) == 1
    assert [word_size(texts, 100, rows) for texts, rows in [(("日",), 9), ((), 9), (("A",), 2), (("A",), -5)]] == [
        0
    ] * 4


def test_the_smallest_word_may_run_to_the_edge() -> None:
    """A larger one keeps the margin."""
    places = grid(60, 16)
    assert beside_size(("HOLD",), 41, places, 3) == 1
    assert beside_size(("HOLD",), 60 - 38, places, 5) == 1
    assert beside_size(("HOLD",), 59 - 38, places, 5) == 2


def test_words_below_each_other_where_that_is_larger() -> None:
    """And beside each other where it is not."""
    assert len(largest("GET READY", 40, 8)) == 7
    assert len(largest("GET READY", 45, 6)) == 3
    assert largest("GET READY", 20, 8) == []

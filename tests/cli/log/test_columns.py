"""Tables and sentences on a narrow terminal: folded, never cut, never wider than it where that can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.cli.base.output import cells, columns, shortened
from glutetimer.cli.log.columns import fits, fold, sentence, table

WORDS = st.lists(st.text("ab膝é", min_size=1, max_size=9), max_size=8).map(" ".join)
TABLES = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5)


@given(WORDS, st.integers(9, 40))
def test_a_sentence_is_folded_at_its_blanks(text: str, width: int) -> None:
    lines = fold(text, width)
    assert " ".join(lines) == text
    assert all(cells(line) <= width or " " not in line for line in lines)


@given(TABLES, st.integers(44, 100))
def test_a_table_fits_where_it_can_and_loses_no_word(rows: list[tuple[str, str, str]], width: int) -> None:
    """Three columns of words of up to 18 cells, and 4 between them."""
    lines = table(rows, width, {0, 1, 2})
    assert all(cells(line) <= max(width, 3 * 18 + 4) for line in lines)
    assert sorted(" ".join(lines).split()) == sorted(" ".join(map(" ".join, rows)).split())


def test_what_has_room_is_as_it_was() -> None:
    rows = [("a b", "c d"), ("e", "f")]
    assert fits(rows, 8)
    assert not fits(rows, 7)
    assert table(rows, 8, {0, 1}) == table(rows, None, {0, 1}) == columns(rows)
    assert sentence("a b c", None) == ["a b c"]


def test_only_what_may_be_is_folded() -> None:
    rows = [("a name of many words", "10 of 10")]
    assert table(rows, 22, {0}) == ["a name of     10 of 10", "many words"]


def test_columns_go_by_cells() -> None:
    """A letter of a Chinese name takes two."""
    assert columns([("膝", "a"), ("knee", "b")]) == ["膝    a", "knee  b"]


def test_a_name_is_shortened_by_cells() -> None:
    assert [shortened("knee", 4), shortened("knees", 4), shortened("膝膝膝", 4)] == ["knee", "kne…", "膝…"]

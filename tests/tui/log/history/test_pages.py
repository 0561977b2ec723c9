"""Which workout stands where, without asking for all of them; and which lines are whose."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glutetimer.core.log.query import Filter
from glutetimer.core.log.rows import workout_row
from glutetimer.core.values import replace
from glutetimer.tui.log.history.pages import KEPT, PAGE, Folds, Listed
from tests.helpers.fake_book import FakeBook
from tests.helpers.log_past import LAST, ROUND, made, past


def test_only_what_is_seen_is_asked_for() -> None:
    """In pages; and each once."""
    book = FakeBook(past(2 * PAGE + 5))
    book.rows.asked.clear()
    listed = Listed(book.rows, Filter())
    assert (len(listed), book.rows.asked) == (2 * PAGE + 5, [])
    for place in (0, 1, PAGE - 1, 2 * PAGE + 4, 2 * PAGE):
        listed.at(place)
    assert book.rows.asked == [(0, PAGE), (2 * PAGE, PAGE)]


def test_only_a_few_pages_are_kept() -> None:
    """However far one scrolls."""
    book = FakeBook(past((KEPT + 2) * PAGE))
    listed = Listed(book.rows, Filter())
    for number in range(KEPT + 2):
        listed.at(number * PAGE)
    assert len(listed._pages) == KEPT
    assert (row := listed.at(0)) is not None
    assert row.started.date() == LAST.date()


@pytest.mark.parametrize("place", [-1, 20, 21, 1000])
def test_outside_there_is_none(place: int) -> None:
    """Before the first and after the last."""
    assert Listed(FakeBook(past(20)).rows, Filter()).at(place) is None


def test_what_vanished_since_the_count_is_none() -> None:
    """The log may be read again meanwhile."""
    book = FakeBook(past(20))
    listed = Listed(book.rows, Filter())
    book.files.clear()
    book.rows.refresh()
    assert listed.at(3) is None


@pytest.mark.parametrize("wanted", [Filter(), Filter(session="hip-control"), Filter(month="2026-09", mode="full")])
def test_every_workout_is_found_again(wanted: Filter) -> None:
    """Without looking through the list."""
    listed = Listed(FakeBook(past(60)).rows, wanted)
    for place in range(len(listed)):
        row = listed.at(place)
        assert row is not None
        assert listed.place_of(row) == place


def test_what_does_not_pass_stands_nowhere() -> None:
    """Another session's workout."""
    rows = FakeBook(past(20)).rows
    (newest,) = rows.history(Filter(), 0, 1)
    assert Listed(rows, Filter(session="get-hip")).place_of(newest) is None
    assert Listed(rows, Filter(since=LAST.date() + timedelta(days=1))).place_of(newest) is None


@given(st.lists(st.tuples(st.integers(0, 96), st.integers(-14, 14)), min_size=1, max_size=12, unique=True))
@example([(40, 14), (41, -12)])
def test_travellers_are_found_too(live: list[tuple[int, int]]) -> None:
    """Days are those of the wall, the order is that of time: from opposite ends of the world they differ."""
    at = [(LAST + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=offset))) for hours, offset in live]
    book = FakeBook(made(ROUND[1], moment, number) for number, moment in enumerate(at))
    listed = Listed(book.rows, Filter())
    places = [listed.place_of(row) for row in book.rows.history(Filter(), 0, 99)]
    assert places == list(range(len(live)))


def test_a_new_workout_is_found_by_its_id() -> None:
    """Whoever added it does not know its path; a copy of it is another one."""
    workout = made(ROUND[0], LAST)
    book = FakeBook([workout], copies=[workout, replace(workout, id="other")])
    place = Listed(book.rows, Filter()).place_of(workout_row(workout))
    assert place is not None
    found = book.rows.history(Filter(), place, 1)[0]
    assert (found.id, found.copy) == (workout.id, False)


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 9), max_size=6), st.integers(31, 40))
def test_lines_and_places_agree(open_: dict[int, int], count: int) -> None:
    """Line by line, as if all were written down."""
    folds = Folds(open_.items())
    written = [(place, line) for place in range(count) for line in range(1 + open_.get(place, 0))]
    assert folds.total(count) == len(written)
    assert [folds.at(y) for y in range(len(written))] == written
    assert all(folds.at(folds.top(place)) == (place, 0) for place in range(count))


def test_nothing_open_is_one_line_each() -> None:
    """Which is so most of the time."""
    assert Folds().at(99_999) == (99_999, 0)
    assert Folds().below(7) == 0

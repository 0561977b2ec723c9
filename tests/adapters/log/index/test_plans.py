"""No question of a screen looks through the whole log, though it is a hundred times as long."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from glutetimer.adapters.log.index import queries
from glutetimer.adapters.log.index import queries as of
from glutetimer.adapters.log.index.index import index_file
from glutetimer.core.log.query import Filter
from glutetimer.core.session.session import Kind
from tests.helpers.log_maker import write
from tests.helpers.small_log import few, read

DAY, LAST = date(2026, 10, 30), datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
EXERCISE = "step-up"

FILTERS = [
    Filter(session="get-hip"),
    Filter(month="2026-10"),
    Filter(mode="pre-run"),
    Filter(week=DAY),
    Filter(since=DAY),
    Filter(exercise=EXERCISE),
    Filter(session="get-hip", mode="full"),
    Filter(exercise=EXERCISE, month="2026-10"),
    Filter(exercise=EXERCISE, pain=True),
    Filter(since=DAY, pain=True),
    Filter(month="2026-10", pain=True, session="get-hip", mode="full"),
]
#: Each goes to its rows by a key or an index.
ASKED = [queries.history(wanted, 0, 50) for wanted in FILTERS] + [queries.count(wanted) for wanted in FILTERS]
ASKED += [queries.starts(DAY), queries.workouts(DAY), queries.sides(DAY)]
ASKED += [queries.newest_of_session("a", LAST), queries.newest_with_band("a", LAST), queries.name_of_session("a")]
ASKED += [of.of_exercise(EXERCISE), of.of_exercise(EXERCISE, DAY, LAST), of.first_of_exercise(EXERCISE, LAST)]
ASKED += [of.newest_of_exercise(EXERCISE), of.newest_of_exercise(EXERCISE, LAST), of.last_of_exercise(EXERCISE)]
#: Under a name, with the form that the record says and without.
NAMED: list[tuple[str, str | None, str, Kind]] = [
    (EXERCISE, "", "Step-up", "reps"),
    (EXERCISE, None, "Step-up", "reps"),
]
ASKED += [of.best_of_side(*one, "left", LAST) for one in NAMED] + [of.last_of_name(*one, LAST) for one in NAMED]
ASKED += [of.names_of_exercise(EXERCISE)]
#: Pages in the order of an index, which end with the page.
PAGES = {
    queries.history(Filter(), 0, 50): "shown",
    queries.history(Filter(pain=True), 0, 50): "shown_hurt",
    queries.history(Filter(pain=True, session="get-hip", mode="full"), 0, 50): "shown_hurt",
}
#: Sums over an index, of whose rows nothing is looked at, or over a table with a row for each exercise.
SUMS = {
    queries.count(Filter()): "shown",
    queries.count(Filter(pain=True)): "shown_hurt",
    queries.weekly(): "counted_monday",
    queries.unreadable(): "files_problem",
    of.exercises(): "",
}
#: By what SQLite goes, in the words of all its versions.
_STEP = re.compile(r"(SEARCH|SCAN) (?:TABLE )?(\w+)(?: AS \w+)?(?: USING (?:COVERING )?(?:INDEX (\w+)|.*KEY))?")
#: Of questions that have an end: they cost no more in a longer log.
ENDING = [queries.history(wanted, 0, 10) for wanted in (Filter(), Filter(mode="full"), Filter(exercise=EXERCISE))]
ENDING += [
    queries.history(Filter(pain=True), 0, 3),
    queries.starts(DAY),
    queries.workouts(DAY),
    queries.sides(DAY),
    of.of_exercise(EXERCISE, DAY, LAST),
]
ENDING += [of.first_of_exercise(EXERCISE, LAST), of.names_of_exercise(EXERCISE)]
ENDING += [of.best_of_side(*NAMED[0], "left", LAST), of.last_of_name(*NAMED[0], LAST)]
ENDING += [of.newest_of_exercise(EXERCISE), of.newest_of_exercise(EXERCISE, LAST), of.last_of_exercise(EXERCISE)]


def named(query: queries.Query) -> str:
    """After what it is asked of."""
    return query[0].partition(" FROM ")[2]


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Of a log, and of one of the same days four times as long."""
    folder = tmp_path_factory.mktemp("plans")
    made = []
    for count in (60, 240):
        log = folder / str(count)
        write(log, few(240)[-count:])
        with read(log, folder):
            made.append(index_file(log, folder))
    with closing(sqlite3.connect(made[0])) as short, closing(sqlite3.connect(made[1])) as long:
        yield short, long


@pytest.fixture
def index(indexes: tuple[sqlite3.Connection, sqlite3.Connection]) -> sqlite3.Connection:
    return indexes[0]


def steps(index: sqlite3.Connection, query: queries.Query) -> list[str]:
    """What SQLite says of its way."""
    return [step[3] for step in index.execute(f"EXPLAIN QUERY PLAN {query[0]}", query[1])]


def ways(index: sqlite3.Connection, query: queries.Query) -> list[tuple[str, str]]:
    """How each table is gone through, and by which index."""
    found = [_STEP.match(step) for step in steps(index, query)]
    return [(way[1], way[3] or "") for way in found if way]


@pytest.mark.parametrize("query", ASKED, ids=named)
def test_a_question_goes_to_its_rows(index: sqlite3.Connection, query: queries.Query) -> None:
    assert {way for way, _ in ways(index, query)} == {"SEARCH"}
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps(index, query)


@pytest.mark.parametrize("query", PAGES, ids=named)
def test_a_page_is_read_in_its_order(index: sqlite3.Connection, query: queries.Query) -> None:
    assert ways(index, query) == [("SCAN", PAGES[query])]
    assert len(steps(index, query)) == 1


@pytest.mark.parametrize("query", SUMS, ids=named)
def test_a_sum_is_one_over_an_index(index: sqlite3.Connection, query: queries.Query) -> None:
    ((way, by),) = ways(index, query)
    assert way == "SCAN"
    assert by.startswith(SUMS[query])


def cost(index: sqlite3.Connection, query: queries.Query) -> int:
    """How many instructions SQLite takes to answer."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    assert index.execute(*query).fetchall(), query
    index.set_progress_handler(count, 1)
    index.execute(*query).fetchall()
    index.set_progress_handler(None, 1)
    return taken


def test_it_costs_no_more_to_know_how_it_was_long_ago(index: sqlite3.Connection) -> None:
    """Where a clock is wrong, or one looks back."""
    first = index.execute("SELECT min(started) FROM sides WHERE exercise = ?", [EXERCISE]).fetchone()[0]
    late, early = (cost(index, of.newest_of_exercise(EXERCISE, day)) for day in (LAST, datetime.fromisoformat(first)))
    assert early < late * 1.3 + 20


@pytest.mark.parametrize("query", ENDING, ids=named)
def test_it_costs_no_more_in_a_longer_log(
    indexes: tuple[sqlite3.Connection, sqlite3.Connection], query: queries.Query
) -> None:
    short, long = (cost(index, query) for index in indexes)
    assert long < short * 1.3 + 20

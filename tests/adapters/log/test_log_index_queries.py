"""What is asked of an index, by examples; and that no question looks through the whole log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from log_few import few, put, read
from log_maker import write

from glutetimer.adapters.log import queries
from glutetimer.adapters.log.database import Database
from glutetimer.adapters.log.index import Index, index_file
from glutetimer.core.log.book import Filter
from glutetimer.core.record import Workout

DAY = date(2026, 10, 2)
WEST = timezone(timedelta(hours=-8))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    write(tmp_path / "log", few())
    with read(tmp_path / "log", tmp_path / "cache") as opened:
        yield opened


def one(**changes: object) -> Workout:
    """A workout that counts."""
    return replace(few()[-1], **changes)  # type: ignore[arg-type]


def test_pages_follow_each_other(index: Index) -> None:
    whole = index.history(Filter(), 0, 99)
    pages = [index.history(Filter(), first, 7) for first in range(0, 28, 7)]
    assert (len(whole), tuple(row for page in pages for row in page)) == (24, whole)
    assert [row.started for row in whole] == sorted((row.started for row in whole), reverse=True)


def test_a_page_beyond_the_end_is_empty(index: Index) -> None:
    assert (index.history(Filter(), 24, 9), index.history(Filter(), -3, 2)) == ((), index.history(Filter(), 0, 2))


def test_a_workout_belongs_to_the_day_on_which_it_was_done_there(tmp_path: Path) -> None:
    """Sunday evening in Seattle is Monday in UTC."""
    put(tmp_path / "log", one(started=datetime(2026, 11, 1, 20, 0, tzinfo=WEST) - timedelta(days=0)))
    with read(tmp_path / "log", tmp_path / "cache") as index:
        assert index.weekly() == {date(2026, 10, 26): 1}
        assert index.count(Filter(week=date(2026, 10, 26))) == 1
        assert index.count(Filter(week=date(2026, 11, 2))) == 0
        assert (len(index.workouts(date(2026, 11, 1))), len(index.workouts(date(2026, 11, 2)))) == (1, 0)
        assert (index.choices().months, index.count(Filter(month="2026-11"))) == (("2026-11",), 1)


@pytest.mark.parametrize("offset", [-23, -12, 0, 14, 23])
def test_no_offset_puts_a_workout_out_of_its_day(tmp_path: Path, offset: int) -> None:
    at = timezone(timedelta(hours=offset))
    put(tmp_path / "log", one(id="first", started=datetime(2026, 10, 2, 0, 0, tzinfo=at)))
    put(tmp_path / "log", one(id="last", started=datetime(2026, 10, 1, 23, 59, 59, tzinfo=at)))
    with read(tmp_path / "log", tmp_path / "cache") as index:
        assert [row.id for row in index.workouts(DAY)] == ["first"]
        assert {row.workout for row in index.sides(DAY)} == {"first"}
        assert index.count(Filter(since=DAY)) == len(index.starts(DAY)) == 1


def test_rehearsals_are_seen_and_not_counted(tmp_path: Path) -> None:
    put(tmp_path / "log", one(speed=20.0))
    with read(tmp_path / "log", tmp_path / "cache") as index:
        assert index.count(Filter()) == len(index.choices().sessions) == 1
        assert (index.weekly(), index.exercises(), index.latest(), index.starts(date.min)) == ({}, (), ((), ()), ())


def test_a_session_has_its_latest_name(tmp_path: Path) -> None:
    put(tmp_path / "log", one(name="New"))
    put(tmp_path / "log", one(id="old", name="Old", started=one().started - timedelta(days=9)))
    with read(tmp_path / "log", tmp_path / "cache") as index:
        assert index.choices().sessions == ((one().session, "New"),)


def test_the_newest_band_is_known_though_a_newer_workout_has_none(tmp_path: Path) -> None:
    bare = tuple(replace(bout, strength="") for bout in one().bouts)
    banded = tuple(replace(bout, strength="green") for bout in one().bouts)
    put(tmp_path / "log", one(bouts=bare))
    for days in (5, 9):
        put(tmp_path / "log", one(id=f"banded-{days}", bouts=banded, started=one().started - timedelta(days=days)))
    with read(tmp_path / "log", tmp_path / "cache") as index:
        workouts, sides = index.latest()
        assert [row.id for row in workouts] == [one().id, "banded-5"]
        assert {row.workout for row in sides} == {one().id}


def test_an_exercise_that_is_gone_is_no_longer_known(tmp_path: Path) -> None:
    path = put(tmp_path / "log", one())
    with read(tmp_path / "log", tmp_path / "cache") as index:
        assert len(index.exercises()) > 0
        path.unlink()
        index.refresh()
        assert index.exercises() == ()


FILTERS = [
    Filter(),
    Filter(session="get-hip"),
    Filter(month="2026-10"),
    Filter(mode="pre-run"),
    Filter(week=DAY),
    Filter(since=DAY),
    Filter(exercise="step-up"),
    Filter(session="get-hip", mode="full"),
    Filter(exercise="step-up", month="2026-10"),
]
ASKED = [queries.history(wanted, 0, 50) for wanted in FILTERS] + [queries.count(wanted) for wanted in FILTERS]
ASKED += [queries.starts(DAY), queries.workouts(DAY), queries.sides(DAY), queries.of_exercise("step-up")]
ASKED += [queries.weekly(), queries.unreadable(), queries.exercises(), queries.last_of_exercise("step-up")]
ASKED += [queries.newest_of_session("a"), queries.newest_with_band("a"), queries.name_of_session("a")]
ASKED += [queries.newest_of_exercise("step-up")]


@pytest.mark.parametrize("query", ASKED, ids=[query[0].partition(" FROM ")[2] or query[0] for query in ASKED])
def test_no_question_looks_through_a_whole_table(index: Index, tmp_path: Path, query: queries.Query) -> None:
    """Only through an index of exactly the rows that are asked for; `exercises` has a row for each exercise."""
    database = Database(index_file(tmp_path / "log", tmp_path / "cache"))
    steps = [step[3] for step in database.ask(f"EXPLAIN QUERY PLAN {query[0]}", query[1])]
    database.close()
    scans = [step for step in steps if "SCAN" in step and " INDEX " not in step and "exercises" not in step]
    assert scans == [], steps
    assert [step for step in steps if step == "USE TEMP B-TREE FOR ORDER BY"] == []


def test_the_steps_from_value_to_value_are_few(index: Index, tmp_path: Path) -> None:
    asked: list[str] = []
    database = Database(index_file(tmp_path / "log", tmp_path / "cache"))

    def ask(sql: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        asked.append(sql)
        return database.ask(sql, values)

    assert queries.distinct(ask, "mode", "shown") == sorted(index.choices().modes)
    assert len(asked) == len(index.choices().modes) + 1
    database.close()

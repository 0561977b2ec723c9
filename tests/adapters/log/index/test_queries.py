"""What is asked of an index, by examples."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from glutetimer.adapters.log.index.index import Index
from glutetimer.core.log.bests import Best
from glutetimer.core.log.forms import WRITTEN
from glutetimer.core.log.query import Filter
from glutetimer.core.record.record import Result, Workout
from glutetimer.core.session.session import Band
from glutetimer.core.values import replace
from tests.helpers.log_maker import write
from tests.helpers.small_log import few, put, read

DAY = date(2026, 10, 2)
WEST = timezone(timedelta(hours=-8))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    write(tmp_path / "log", few())
    return read(tmp_path / "log", tmp_path / "cache")


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
    index = read(tmp_path / "log", tmp_path / "cache")
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
    index = read(tmp_path / "log", tmp_path / "cache")
    assert [row.id for row in index.workouts(DAY)] == ["first"]
    assert {row.workout for row in index.sides(DAY)} == {"first"}
    assert index.count(Filter(since=DAY)) == len(index.starts(DAY)) == 1


def test_rehearsals_are_seen_and_not_counted(tmp_path: Path) -> None:
    put(tmp_path / "log", one(speed=20.0))
    index = read(tmp_path / "log", tmp_path / "cache")
    assert index.count(Filter()) == len(index.choices().sessions) == 1
    assert (index.weekly(), index.exercises(), index.latest(), index.starts(date.min)) == ({}, (), ((), ()), ())


def test_a_session_has_its_latest_name(tmp_path: Path) -> None:
    put(tmp_path / "log", one(name="New"))
    put(tmp_path / "log", one(id="old", name="Old", started=one().started - timedelta(days=9)))
    index = read(tmp_path / "log", tmp_path / "cache")
    assert index.choices().sessions == ((one().session, "New"),)


def test_the_newest_band_is_known_though_a_newer_workout_has_none(tmp_path: Path) -> None:
    bare = tuple(replace(bout, strength="") for bout in one().bouts)
    banded = tuple(replace(bout, strength="green") for bout in one().bouts)
    put(tmp_path / "log", one(bouts=bare))
    for days in (5, 9):
        put(tmp_path / "log", one(id=f"banded-{days}", bouts=banded, started=one().started - timedelta(days=days)))
    index = read(tmp_path / "log", tmp_path / "cache")
    workouts, sides = index.latest()
    assert [row.id for row in workouts] == [one().id, "banded-5"]
    assert {row.workout for row in sides} == {one().id}


def test_an_exercise_that_is_gone_is_no_longer_known(tmp_path: Path) -> None:
    path = put(tmp_path / "log", one())
    index = read(tmp_path / "log", tmp_path / "cache")
    assert len(index.exercises()) > 0
    path.unlink()
    index.refresh()
    assert index.exercises() == ()


def hurting(day: int, *, told: bool = True) -> Workout:
    """A workout some days ago; in the first bout something hurt, or nothing in any."""
    bouts = tuple(replace(bout, result=Result("done", bout.target, 30.0, "tap")) for bout in one().bouts)
    first = replace(bouts[0], result=Result("pain", 3, 9.0, "tap"))  # stopped for it, and no number
    started = one().started - timedelta(days=day)
    return one(id=f"w{day}", started=started, ended=None, pain=None, bouts=(first if told else bouts[0], *bouts[1:]))


def test_workouts_in_which_something_hurt(tmp_path: Path) -> None:
    for day in range(6):
        put(tmp_path / "log", hurting(day, told=day in (1, 4)))
    index = read(tmp_path / "log", tmp_path / "cache")
    assert [row.id for row in index.history(Filter(pain=True), 0, 9)] == ["w1", "w4"]
    assert [row.id for row in index.history(Filter(pain=True, session=one().session), 1, 9)] == ["w4"]
    assert index.count(Filter(pain=True)) == index.count(Filter(pain=True, mode=one().mode)) == 2
    assert index.count(Filter(pain=True, session="none")) == 0


def sided(day: int, left: Result, right: Result) -> Workout:
    """A workout some days ago, of one set of one exercise on both sides."""
    (bout, *_) = (bout for bout in one().bouts if bout.side == "left" and bout.kind == "reps")
    bouts = (replace(bout, result=left), replace(bout, side="right", result=right))
    return one(id=f"w{day}", started=one().started - timedelta(days=day), ended=None, bouts=bouts)


def band_of_one() -> tuple[Band, str]:
    """Where the band of `sided` is, and which."""
    (bout, *_) = sided(0, DONE, DONE).bouts
    return bout.band, bout.strength


DONE, LEFT_OUT = Result("done", 9, 30.0, "tap"), Result("skipped", 0, 0.0, "program")


def test_a_side_on_which_all_was_left_out_is_a_row_and_makes_no_other_workout(tmp_path: Path) -> None:
    put(tmp_path / "log", sided(1, DONE, DONE))
    put(tmp_path / "log", sided(0, DONE, LEFT_OUT))
    index = read(tmp_path / "log", tmp_path / "cache")
    (known,) = index.exercises()
    assert (known.workouts, known.two_sided) == (2, True)
    assert index.count(Filter(exercise=known.id)) == len(index.history(Filter(exercise=known.id), 0, 9)) == 2
    _, sides = index.latest()
    assert [(row.workout, row.side, row.bouts) for row in sides] == [("w0", "left", 1), ("w0", "right", 0)]
    assert len(index.of_exercise(known.id)) == 4


def test_a_side_that_was_only_ever_left_out_has_no_best(tmp_path: Path) -> None:
    put(tmp_path / "log", sided(0, DONE, LEFT_OUT))
    index = read(tmp_path / "log", tmp_path / "cache")
    (known,) = index.exercises()
    ever, (band, strength) = index.ever(known.id), band_of_one()
    assert ever is not None
    assert ever.first == one().started.date()
    assert ever.bests == {(WRITTEN, "reps", "left"): Best(9, one().started.date(), band, strength)}


def test_a_best_is_the_first_of_equal_ones_and_not_from_the_future(tmp_path: Path) -> None:
    for day, done in ((40, 11), (30, 12), (20, 12), (10, 20)):
        put(tmp_path / "log", sided(day, replace(DONE, done=done), DONE))
    index = read(tmp_path / "log", tmp_path / "cache")
    (known,) = index.exercises()
    past = [one().started - timedelta(days=day) for day in (40, 30, 11)]
    ever, (band, strength) = index.ever(known.id, past[2]), band_of_one()
    assert ever
    assert ever.first == past[0].date()
    assert ever.bests[WRITTEN, "reps", "left"] == Best(12, past[1].date(), band, strength)
    assert index.ever(known.id, past[0] - timedelta(microseconds=1)) is None


def test_an_exercise_that_was_not_done_lately_is_told_as_it_was_last(tmp_path: Path) -> None:
    for day in (40, 30, 20):
        put(tmp_path / "log", sided(day, DONE, DONE))
    index = read(tmp_path / "log", tmp_path / "cache")
    (known,) = index.exercises()
    then = [one().started - timedelta(days=day) for day in (35, 25, 10)]
    ago = [moment.date() for moment in then]
    assert {row.workout for row in index.of_exercise(known.id, ago[0])} == {"w30", "w20"}
    assert {row.workout for row in index.of_exercise(known.id, ago[0], then[1])} == {"w30"}
    assert {row.workout for row in index.of_exercise(known.id, ago[2])} == {"w20"}
    assert {row.workout for row in index.of_exercise(known.id, ago[1], then[1])} == {"w30"}

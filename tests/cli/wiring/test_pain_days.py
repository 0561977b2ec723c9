"""What the log tells of pain: to home, to a run, to the question about the morning after."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from glutetimer.adapters.files.durable import create
from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import newest
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.log import FileBook
from glutetimer.cli.wiring.open_log import MOST_HURT, OpenLog
from glutetimer.core.log.last_times import past_of_records
from glutetimer.core.pain.morning import morning_question
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.record import NOT_REACHED, MorePain, Workout
from glutetimer.core.record.write import sure_record
from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from tests.helpers.records import finished


def places(folder: Path) -> Places:
    return Places(
        log=folder / "log",
        state=folder / "state",
        cache=folder / "cache",
        config=folder / "config.toml",
        sessions=folder / "sessions",
    )


def put(folder: Path, workout: Workout) -> None:
    create(record_path(folder / "log", workout), sure_record(workout, seal=True))


def stopped(days: int = 1) -> Workout:
    """A workout that ended with a pain before anything was done."""
    started = local_now()[0].replace(microsecond=0) - timedelta(days=days)
    nothing = NOT_REACHED
    made = finished()
    bouts = tuple(replace(bout, result=nothing) for bout in made.bouts)
    more = (MorePain(None, 2, "groin or deep hip", "left", "none"),)
    return replace(
        made, started=started, ended=started, bouts=bouts, state="early", pain=2, more_pain=more, morning=None, note=""
    )


def test_home_reads_the_pains_where_the_log_lies(tmp_path: Path) -> None:
    """Also of a workout in which nothing was done any more because of it."""
    put(tmp_path, stopped())
    looking = OpenLog(places(tmp_path))
    looking.refresh()
    (day,) = looking.past().pains
    assert day.tellings == (Telling("groin or deep hip", "left", 2, "none"),)
    question = morning_question([day], local_now()[0] + timedelta(days=1))
    assert question is not None
    assert (tmp_path / "log" / question.day.path).exists()


def test_a_run_without_home_knows_them_too_and_where_they_lie(tmp_path: Path) -> None:
    put(tmp_path, stopped())
    read = newest(tmp_path / "log", 60)
    past = past_of_records([one for _, one in read], {one.id: str(path) for path, one in read})
    (day,) = past.pains
    assert day.tellings[0].place == "groin or deep hip"
    assert Path(day.path).exists()


def test_the_log_knows_what_was_told_before_a_workout_and_the_runners_limit(tmp_path: Path) -> None:
    """Neither its own pain nor a later one; of one of long ago, too, those before it."""
    told = [replace(stopped(days), id=f"w{days}") for days in range(50, 0, -1)]
    for workout in told:
        put(tmp_path, workout)
    looking = OpenLog(places(tmp_path))
    looking.refresh()
    book = FileBook(Settings(places(tmp_path), Config(pain_limit=3)), looking.rows())
    grounds = book.grounds(told[2])
    assert {day.workout for day in grounds.past} == {"w50", "w49"}
    assert grounds.limit == 3
    assert len(book.grounds(told[-1]).past) == MOST_HURT - 1

"""The log as the screens change it: records from real files."""

from __future__ import annotations

import errno
import os
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.folders import places
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.adapters.log import change
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.log import FileBook, add_record
from glutetimer.core.log.query import LogBook
from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.settings.config import Config
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from tests.adapters.log.test_change import OLD, put, trashed
from tests.helpers.records import finished

ROWS: Any = object()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def path(log: Path) -> Path:
    """A record in the log."""
    return put(log)


@pytest.fixture
def book(log: Path) -> LogBook:
    return FileBook(Settings(places(log), Config()), ROWS)


def name_of(path: Path, log: Path) -> str:
    """As the rows name it."""
    return path.relative_to(log).as_posix()


def test_it_has_the_rows_it_was_made_with(book: LogBook) -> None:
    assert book.rows is ROWS


def test_a_correction_is_written_with_its_moment(book: LogBook, path: Path, log: Path) -> None:
    path.write_text(OLD.replace("[seal]", "# Mine.\n[seal]"), encoding="utf-8")
    opened = book.open(name_of(path, log))
    before, _ = local_now()
    assert book.amend(opened, replace(opened.workout, effort=7)) == ""
    found = read_record(path)
    assert replace(found, amended=()) == replace(finished(), effort=7)
    assert before <= found.amended[0] <= local_now()[0]
    assert "# Mine." in path.read_text("utf-8")


def test_what_is_the_same_is_not_written(book: LogBook, path: Path, log: Path) -> None:
    """Not even its moment: a text that is cleaned on its way to the file makes no difference."""
    opened = book.open(name_of(path, log))
    assert book.amend(opened, replace(opened.workout, name=f" {opened.workout.name}\n")) == ""
    assert (path.read_text("utf-8"), trashed(log)) == (OLD, [])


def test_a_record_that_was_edited_since_stays(book: LogBook, path: Path, log: Path) -> None:
    opened = book.open(name_of(path, log))
    path.write_text(OLD + "# mine\n", encoding="utf-8")
    said = book.amend(opened, replace(opened.workout, effort=7))
    assert said == f"Not changed: {path} was edited since, and stays as it is."
    assert path.read_text("utf-8") == OLD + "# mine\n"


def test_a_record_that_cannot_be_changed_says_why(book: LogBook, path: Path, log: Path) -> None:
    path.write_text(OLD + "[mine]\n", encoding="utf-8")
    opened = book.open(name_of(path, log))
    said = book.amend(opened, replace(opened.workout, effort=7))
    assert said.startswith(f"Not changed. {path}:{OLD.count(chr(10)) + 1}: this stands behind the seal (")
    assert path.read_text("utf-8") == OLD + "[mine]\n"


def test_a_record_that_is_gone_says_so(book: LogBook, path: Path, log: Path) -> None:
    opened = book.open(name_of(path, log))
    path.unlink()
    assert book.amend(opened, replace(opened.workout, effort=7)).startswith(f"Not changed. {path}: there is no file")


def test_what_cannot_be_read_is_not_opened(book: LogBook, path: Path, log: Path) -> None:
    path.write_text("=", encoding="utf-8")
    with pytest.raises(BadFile):
        book.open(name_of(path, log))


def test_a_record_is_deleted_and_brought_back(book: LogBook, path: Path, log: Path) -> None:
    opened = book.open(name_of(path, log))
    assert book.delete(opened) == ""
    assert read_log(log) == ([], [])
    assert book.restore(opened) == ""
    assert read_log(log) == ([(path, finished())], [])


def test_an_equal_copy_goes_with_it(book: LogBook, path: Path, log: Path) -> None:
    """Else it would count from then on."""
    opened = book.open(name_of(path, log))
    path.with_name("mine.toml").write_text(OLD, encoding="utf-8")
    assert book.delete(opened) == ""
    assert read_log(log) == ([], [])
    assert book.restore(opened) == ""
    assert read_log(log) == ([(path, finished())], [])


def test_a_record_that_could_not_stay_where_it_was_says_where_it_is(
    book: LogBook, path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(change, "flush_folder", refuse)
    said = book.delete(book.open(name_of(path, log)))
    (place,) = (log / ".trash").glob("*.toml")
    assert said == f"{path} was moved to {place}, and is only there: {path}: Input/output error."


def test_a_past_workout_is_added_as_planned_and_then_corrected(book: LogBook, log: Path) -> None:
    now, zone = local_now()
    workout = book.planned("hip-control", Options(mode="post-run"), now - timedelta(days=3))
    assert (workout.mode, workout.zone, workout.confirmed) == ("post-run", zone, True)
    assert workout.added is not None
    assert now <= workout.added
    assert book.add(replace(workout, effort=3)) == ""
    assert [read for _, read in read_log(log)[0]] == [replace(workout, effort=3)]


def test_two_past_workouts_of_the_same_moment_are_two(book: LogBook) -> None:
    started = local_now()[0] - timedelta(days=3)
    assert len({book.planned("hip-control", Options(), started).id for _ in range(2)}) == 2


def test_a_past_workout_takes_no_file_of_another(book: LogBook, log: Path) -> None:
    workout = book.planned("hip-control", Options(), local_now()[0] - timedelta(days=3))
    path = record_path(log, workout)
    path.parent.mkdir(parents=True)
    path.write_text("theirs", encoding="utf-8")
    assert book.add(workout) == f"Not added: {path} holds another record."
    assert path.read_text("utf-8") == "theirs"


def test_a_workout_whose_folder_the_disk_does_not_answer_for_is_there_and_not_added_twice(
    book: LogBook, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workout = book.planned("hip-control", Options(), local_now()[0] - timedelta(days=3))
    path = record_path(log, workout)
    path.parent.mkdir(parents=True)
    monkeypatch.setattr(durable, "flush_folder", refuse)
    why = f"{path.parent}: {os.strerror(errno.EIO)}"
    assert add_record(log, workout) == ("", f"{path} is saved, but may be gone should the power go: {why}.")
    assert book.add(workout) == ""
    assert [read for _, read in read_log(log)[0]] == [workout]


def refuse(folder: Path) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_workout_to_come_is_not_added(book: LogBook, log: Path) -> None:
    workout = book.planned("hip-control", Options(), local_now()[0] + timedelta(hours=1))
    assert book.add(workout) == f"Not added: {workout.started:%Y-%m-%d %H:%M} is still to come."
    assert not log.exists()


def test_a_workout_that_would_not_read_back_is_not_added(book: LogBook, log: Path) -> None:
    workout = book.planned("hip-control", Options(), local_now()[0] - timedelta(days=3))
    assert book.add(replace(workout, effort=11)).startswith("Not added: ")
    assert not log.exists()


def test_what_is_not_there_cannot_be_planned(book: LogBook) -> None:
    started, _ = local_now()
    with pytest.raises(BadFile):
        book.planned("nonsense", Options(), started)
    out = tuple(Own(exercise.id, skip=True) for exercise in load(built_in_dir() / "hip-control.toml").exercises)
    with pytest.raises(EmptyPlan):
        book.planned("hip-control", Options(own=out), started)


def test_the_sessions_are_those_of_the_list(book: LogBook) -> None:
    assert book.sessions()[0] == ("band-hips", "Band hips")
    assert book.cues("hip-control", "hip-circles")
    assert (book.cues("hip-control", "else"), book.cues("else", "hip-circles")) == ((), ())


def test_the_moment_stands_in_the_file_with_its_offset(book: LogBook, path: Path, log: Path) -> None:
    """As the rest of the record has it."""
    opened = book.open(name_of(path, log))
    book.amend(opened, replace(opened.workout, note="a"))
    data = tomllib.loads(path.read_text("utf-8"))
    assert data["amended"][0].utcoffset() == local_now()[0].utcoffset()

"""What is read again: all that may have changed, and nothing else."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.adapters.log.index.refresh import FIRST
from glutetimer.adapters.log.scan import walk
from glutetimer.core.log.query import Filter, Unreadable
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.small_log import few, files_read, put, put_text, read, settle

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such rights and names on Windows")
ALL = Filter()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def index(tmp_path: Path, log: Path) -> Index:
    return open_index(log, tmp_path / "cache")


def notes(index: Index) -> list[str]:
    """The notes of all workouts."""
    return [row.note for row in index.history(ALL, 0, 99)]


def test_only_new_files_are_read(index: Index, log: Path) -> None:
    for workout in few()[:3]:
        put(log, workout)
    assert files_read(index) == 3
    assert files_read(index) == 0
    put(log, few()[5])
    assert files_read(index) == 1
    assert index.count(ALL) == 4


def test_it_says_whether_anything_was_new(index: Index, log: Path) -> None:
    path = put(log, few()[0])
    assert (index.refresh(), index.refresh()) == (True, False)
    path.unlink()
    assert (index.refresh(), index.refresh()) == (True, False)


def test_a_file_that_was_touched_is_read_and_is_no_news(
    index: Index, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(log, few()[0])
    index.refresh()
    settle(path)
    monkeypatch.delattr("glutetimer.adapters.log.read.sealed_record")  # the same text need not be understood again
    assert index.refresh() is False
    assert files_read(index) == 0


def test_a_file_that_was_changed_is_read_again(index: Index, log: Path) -> None:
    workout = replace(few()[0], note="one")
    put(log, workout)
    index.refresh()
    put(log, replace(workout, note="two"))
    assert (index.refresh(), notes(index)) == (True, ["two"])


def test_a_file_in_the_place_of_another_is_read_though_its_time_and_size_are_the_same(index: Index, log: Path) -> None:
    workout = replace(few()[0], note="one")
    path = put(log, workout)
    index.refresh()
    other = put(log, replace(workout, note="two"), ".other.toml")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    assert (index.refresh(), notes(index)) == (True, ["two"])


def test_a_file_that_was_read_right_after_it_was_written_is_read_again(index: Index, log: Path) -> None:
    """Changed once more within one tick of the file system's clock, it would look the same."""
    workout = replace(few()[0], note="one")
    path = put(log, workout, settled=False)
    index.refresh()
    looks = path.stat()
    with path.open("r+b") as file:
        file.write(dump_record(replace(workout, note="two"), seal=True).encode())
    os.utime(path, ns=(looks.st_atime_ns, looks.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_ino) == (looks.st_size, looks.st_ino)
    assert (index.refresh(), notes(index)) == (True, ["two"])


def test_a_file_from_the_future_is_not_read_again_and_again(index: Index, log: Path) -> None:
    path = put(log, few()[0])
    os.utime(path, (9_000_000_000, 9_000_000_000))
    assert (files_read(index), files_read(index)) == (1, 0)


def test_what_another_program_puts_in_while_the_log_is_looked_through_is_found_the_next_time(
    index: Index, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file of the year is replaced by this program's, which did not see it yet; the next look mends that."""

    first = iter([True])

    def looked(*about: Any) -> Iterator[Any]:
        yield from list(walk(*about))
        if next(first, False):
            put(log, few()[1])
            read(log, tmp_path / "cache")

    put(log, few()[0])
    monkeypatch.setattr("glutetimer.adapters.log.index.refresh.walk", looked)
    index.refresh()
    assert index.count(ALL) == 1
    assert (files_read(open_index(log, tmp_path / "cache")), files_read(index), index.count(ALL)) == (1, 1, 2)


def test_what_is_gone_is_no_longer_there(index: Index, log: Path) -> None:
    paths = [put(log, workout) for workout in few()[:3]]
    index.refresh()
    paths[1].unlink()
    index.refresh()
    assert {row.id for row in index.history(ALL, 0, 9)} == {paths[0].stem, paths[2].stem}


def test_a_log_that_is_gone_is_empty_and_comes_back(index: Index, log: Path) -> None:
    for workout in few():
        put(log, workout)
    index.refresh()
    log.rename(log.with_name("away"))
    assert (index.refresh(), index.count(ALL), index.exercises(), index.weekly()) == (True, 0, (), {})
    log.with_name("away").rename(log)
    assert (index.refresh(), index.count(ALL)) == (True, 24)


def test_a_file_that_was_moved_is_never_missing_meanwhile(index: Index, log: Path) -> None:
    path = put(log, few()[0])
    index.refresh()
    path.rename(path.with_name("moved.toml"))
    counts: list[int] = []
    index.refresh(lambda done, of: counts.append(index.count(ALL)))
    assert [*counts, index.count(ALL)] == [1, 1]
    assert index.history(ALL, 0, 1)[0].path.endswith("/moved.toml")


def test_the_newest_are_there_first_while_the_rest_is_read(index: Index, log: Path) -> None:
    for workout in few(FIRST + 10):
        put(log, workout)
    seen: list[int] = []
    index.refresh(lambda done, of: seen.append(index.count(ALL)))
    assert (seen[FIRST - 1], seen[FIRST], seen[-1]) == (0, FIRST, FIRST)
    assert index.count(ALL) == FIRST + 10


def test_reading_can_be_stopped_and_goes_on_where_it_was(index: Index, log: Path) -> None:
    made = few(FIRST + 10)
    for workout in made:
        put(log, workout)

    def stop(done: int, of: int) -> None:
        if done > FIRST:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        index.refresh(stop)
    newest = sorted((workout.id for workout in made), reverse=True)[:FIRST]
    assert sorted((row.id for row in index.history(ALL, 0, 999)), reverse=True) == newest
    assert files_read(index) == 10


def test_a_file_that_vanishes_while_it_is_read_is_no_trouble(index: Index, log: Path) -> None:
    paths = [put(log, workout) for workout in few()[:2]]
    paths.sort()
    index.refresh(lambda done, of: paths[0].unlink(missing_ok=True))
    assert (index.count(ALL), index.unreadable()) == (1, ())


def test_what_cannot_be_read_is_named_with_its_line_and_left_alone(index: Index, log: Path) -> None:
    path = put_text(log / "2026" / "bad.toml", "format = 1\nid 7\n")
    (log / "2026" / "folder.toml").mkdir()
    settle(log / "2026" / "folder.toml")
    put(log, few()[0])
    index.refresh()
    assert index.unreadable() == (
        Unreadable("2026/bad.toml", 2, "a key without = (write key = value, the key in a-z, 0-9, - and _)"),
        Unreadable("2026/folder.toml", None, "this is a folder (take .toml off its name)"),
    )
    assert (path.read_text(), index.count(ALL)) == ("format = 1\nid 7\n", 1)
    assert (index.refresh(), files_read(index)) == (False, 0)


@pytest.mark.parametrize("refusal", [errno.EIO, errno.EACCES, errno.EBUSY])
def test_a_file_that_the_system_refused_to_read_is_read_again(
    index: Index, log: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    """A disk that was busy, a virus scanner: neither changes the file's times. What was wrong in a file is known."""
    path = put(log, few()[0])
    put_text(log / "bad.toml", "=")

    def refused(self: Path, *how: Any, **more: Any) -> Any:
        if self == path:
            raise OSError(refusal, os.strerror(refusal))
        return opened(self, *how, **more)

    opened = Path.open
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        assert index.refresh() is True
        assert [row.path.rpartition("/")[2] for row in index.unreadable()] == [path.name, "bad.toml"]
        assert index.refresh() is False
    assert (files_read(index), len(index.unreadable()), index.count(ALL)) == (1, 1, 1)
    assert files_read(index) == 0


def test_what_was_mended_is_no_longer_named(index: Index, log: Path) -> None:
    text = dump_record(few()[0], seal=True)
    path = put_text(log / "a.toml", text[:-9])
    index.refresh()
    assert (len(index.unreadable()), index.count(ALL)) == (1, 0)
    put_text(path, text)
    index.refresh()
    assert (index.unreadable(), index.count(ALL)) == ((), 1)


def test_what_is_hidden_is_passed_over(index: Index, log: Path) -> None:
    put(log / ".trash", few()[0])
    put(log, few()[0], ".hidden.toml")
    put(log, few()[0], "a.toml.tmp")
    assert (index.refresh(), index.count(ALL), index.unreadable()) == (False, 0, ())


def test_a_file_in_the_place_of_the_log_is_named(index: Index, log: Path) -> None:
    log.write_text("")
    assert index.refresh() is True
    assert [(row.path, row.line) for row in index.unreadable()] == [(".", None)]
    assert index.refresh() is False


@POSIX
def test_what_may_not_be_looked_at_is_named_until_it_may() -> None:
    with open_folder() as folder:
        index = read(folder / "log", folder / "cache")
        path = put(folder / "log", few()[0])
        for part in (path.parents[1], path.parent):
            part.chmod(0o755)
        shut = folder / "log" / "shut"
        shut.mkdir(mode=0)
        path.chmod(0)
        with as_nobody():
            index.refresh()
        named = [(row.path, row.problem.partition(":")[0]) for row in index.unreadable()]
        assert named == [
            (path.relative_to(folder / "log").as_posix(), "cannot be read"),
            ("shut", "cannot be looked into"),
        ]
        shut.chmod(0o755)
        path.chmod(0o644)
        index.refresh()
        assert (index.unreadable(), index.count(ALL)) == ((), 1)


@POSIX
def test_a_folder_with_the_name_of_a_record_that_may_not_be_looked_into_is_named_once() -> None:
    with open_folder() as folder:
        index = open_index(folder / "log", folder / "cache")
        (folder / "log").mkdir(mode=0o755)
        (folder / "log" / "shut.toml").mkdir(mode=0)
        with as_nobody():
            assert (index.refresh(), index.refresh(), len(index.unreadable())) == (True, False, 1)
        (folder / "log" / "shut.toml").chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file name is text")
def test_a_file_name_that_is_no_text_can_be_opened_by_its_path(index: Index, log: Path, tmp_path: Path) -> None:
    path = put(log, few()[0])
    odd = Path(os.fsdecode(bytes(path.parent) + b"/caf\xe9 \xff.toml"))
    path.rename(odd)
    index.refresh()
    (row,) = index.history(ALL, 0, 9)
    assert log / row.path == odd
    assert files_read(index) == 0
    put(log, few()[1])
    assert files_read(index) == 1
    # Its name cannot be written into the index: that is read at each start, and the others are not.
    later = open_index(log, tmp_path / "cache")
    assert (later.count(ALL), files_read(later), later.count(ALL)) == (1, 1, 2)


def test_how_far_it_is_is_known_to_whoever_waits(index: Index, log: Path) -> None:
    """And nobody reads any more afterwards, however the reading ended."""
    for workout in few(10):
        put(log, workout)
    seen: list[bool] = []

    def told(done: int, of: int) -> None:
        seen.append(index.progress() == (done, of))

    index.refresh(told)
    assert seen
    assert all(seen)
    assert index.progress() == (0, 0)

    def stop(done: int, of: int) -> None:
        raise InterruptedError

    put(log, replace(few(10)[0], note="New"))
    with pytest.raises(InterruptedError):
        index.refresh(stop)
    assert index.progress() == (0, 0)

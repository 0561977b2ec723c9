"""A log on a disk that is really full: nothing is lost, and what needs no room is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.change import delete_record, open_record, replace_record, restore_record
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.log.trash import mark_of, trash_dir
from glutetimer.core.record.write import dump_record
from tests.faults.test_full_disk import disk, fill
from tests.helpers.records import finished

__all__ = ["disk"]

OLD, NEW = (dump_record(finished(minutes=minutes), seal=True) for minutes in (20, 21))


@pytest.fixture
def log(disk: Path) -> Path:
    """A log of one record; whatever else there was room for is taken."""
    path = record_path(disk, finished())
    path.parent.mkdir(parents=True)
    path.write_text(OLD, encoding="utf-8")
    fill(disk)
    return disk


def path_in(log: Path) -> Path:
    return record_path(log, finished())


def files(log: Path) -> Iterator[str]:
    """What is in the log and in its trash, hidden files too; nothing else is left behind."""
    for path in sorted([*path_in(log).parent.iterdir(), *trash_dir(log).glob("*.toml")]):
        yield path.read_text("utf-8")


def test_a_correction_that_has_no_room_leaves_the_record_as_it_was(log: Path) -> None:
    path = path_in(log)
    done = replace_record(path, open_record(path)[2], NEW, trash_dir(log))
    assert (done.done, [*files(log)]) == (False, [OLD])
    assert done.said == f"Not changed: no space is left for {path}. The record stays as it was."
    (log / "filler").unlink()
    assert replace_record(path, open_record(path)[2], NEW, trash_dir(log)).done
    assert sorted(files(log)) == sorted([OLD, NEW])


def test_a_record_is_deleted_and_brought_back_all_the_same(log: Path) -> None:
    path, mark = path_in(log), mark_of(OLD.encode())
    assert delete_record(path, mark, trash_dir(log)).done
    assert (read_log(log), [*files(log)]) == (([], []), [OLD])
    assert restore_record(path, mark, trash_dir(log)) == ""
    assert read_log(log) == ([(path, finished())], [])
    assert [*files(log)] == [OLD]


def test_without_links_the_old_text_needs_room_too(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is just enough for the new one: then nothing is changed, and nothing torn is left."""
    path = path_in(log)
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    with (log / "filler").open("r+b") as file:
        file.truncate((log / "filler").stat().st_size - 4096)
    done = replace_record(path, open_record(path)[2], NEW, trash_dir(log))
    assert (done.done, [*files(log)]) == (False, [OLD])
    assert done.said.startswith("Not changed: no space is left for ")


def no_links(*_: object) -> None:
    raise PermissionError

"""Kill the program at each of its calls while it corrects, deletes or brings back a record: it is there whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.change import delete_record, open_record, replace_record, restore_record
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.log.trash import mark_of, trash_dir
from glutetimer.core.record.write import dump_record
from tests.faults.test_killed_at_every_call import kills
from tests.helpers.records import finished

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")

OLD, NEW = dump_record(finished(), seal=True), dump_record(finished(minutes=21), seal=True)
ACT = f"""
import sys
from pathlib import Path
from glutetimer.adapters.log.change import delete_record, replace_record, restore_record
how, log, path, mark = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), {mark_of(OLD.encode())!r}
if how == "replace":
    replace_record(path, mark, {NEW!r}, log / ".trash")
elif how == "delete":
    delete_record(path, mark, log / ".trash")
else:
    restore_record(path, mark, log / ".trash")
"""
NO_LINKS = "link,linkat:error=EPERM"


def path_in(log: Path) -> Path:
    return record_path(log, finished())


def with_record(how: str, *, deleted: bool = False) -> Callable[[Path], list[str]]:
    """Prepare a folder as a log with the old record in it, or in its trash."""

    def prepare(log: Path) -> list[str]:
        path = path_in(log)
        path.parent.mkdir(parents=True)
        path.write_text(OLD, encoding="utf-8")
        if deleted:
            assert delete_record(path, mark_of(OLD.encode()), trash_dir(log)).done
        return [how, str(log), str(path)]

    return prepare


def found(log: Path) -> list[str]:
    """What the log reads as; nothing of it is torn."""
    records, unreadable = read_log(log)
    assert unreadable == []
    return [path.read_text("utf-8") for path, _ in records]


def kept(log: Path) -> list[str]:
    """What the trash holds."""
    return [place.read_text("utf-8") for place in trash_dir(log).glob("*.toml")]


@pytest.mark.parametrize("inject", [(), (NO_LINKS,)], ids=["links", "no links"])
def test_a_corrected_record_is_the_old_one_or_the_new_one(tmp_path: Path, inject: tuple[str, ...]) -> None:
    """Once it is the new one, the trash has the old one; and the next try completes it."""
    states = set()
    for log in kills(tmp_path, ACT, with_record("replace"), *inject):
        (text,) = found(log)
        states.add(text)
        assert text == OLD or OLD in kept(log)
        assert replace_record(path_in(log), open_record(path_in(log))[2], NEW, trash_dir(log)).done
        assert (found(log), OLD in kept(log)) == ([NEW], True)
    assert states == {OLD, NEW}


def test_no_other_name_of_a_record_is_left_after_the_next_correction(tmp_path: Path) -> None:
    """What is written into the record would change the old text in the trash, too."""
    names = set()
    for log in kills(tmp_path, ACT, with_record("replace")):
        path = path_in(log)
        names.add(path.stat().st_nlink)
        assert replace_record(path, open_record(path)[2], NEW, trash_dir(log)).done
        assert {place.stat().st_nlink for place in trash_dir(log).glob("*.toml")} == {1}
    assert names == {1, 2}


@pytest.mark.parametrize("inject", [(), (NO_LINKS,)], ids=["links", "no links"])
def test_a_deleted_record_is_in_the_log_or_in_the_trash(tmp_path: Path, inject: tuple[str, ...]) -> None:
    states = set()
    for log in kills(tmp_path, ACT, with_record("delete"), *inject):
        whole = [text for text in kept(log) if text]  # a name that was taken and never filled holds nothing
        states.add((len(found(log)), len(whole)))
        assert found(log) + whole == [OLD]
        if found(log):
            assert delete_record(path_in(log), mark_of(OLD.encode()), trash_dir(log)).done
        assert (found(log), [text for text in kept(log) if text]) == ([], [OLD])
    assert states == {(1, 0), (0, 1)}


@pytest.mark.parametrize("inject", [(), (NO_LINKS,)], ids=["links", "no links"])
def test_a_record_that_is_brought_back_is_never_in_neither_place(tmp_path: Path, inject: tuple[str, ...]) -> None:
    """And the next try completes it, whatever the killed one has left."""
    states = set()
    for log in kills(tmp_path, ACT, with_record("restore", deleted=True), *inject):
        texts = [path.read_text("utf-8") for path in log.glob("2*/*/*")]
        states.add((*texts, *kept(log)))
        assert OLD in (*texts, *kept(log))
        assert {*texts} <= {OLD, ""}  # without links its name is taken before it is filled
        assert restore_record(path_in(log), mark_of(OLD.encode()), trash_dir(log)) == ""
        assert (found(log), kept(log)) == ([OLD], [])
    # With links the last call takes it out of the trash; without, it is moved.
    assert states == ({(OLD,), ("", OLD)} if inject else {(OLD,), (OLD, OLD)})

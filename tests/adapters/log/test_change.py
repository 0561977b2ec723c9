"""Records are corrected without ever losing what was there, whoever else writes at the same moment."""

from __future__ import annotations

import errno
import os
import random
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log import change
from glutetimer.adapters.log.change import Change, open_record, replace_record
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.log.trash import keep_old, mark_of, trash_dir
from glutetimer.core.record.write import dump_record
from glutetimer.core.text.problems import BadFile
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.records import finished

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such links and permissions")
OLD, NEW = dump_record(finished(), seal=True), dump_record(finished(minutes=21), seal=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in a log."""
    return put(tmp_path)


def put(log: Path) -> Path:
    path = record_path(log, finished())
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD.encode())
    return path


def trashed(log: Path) -> list[str]:
    return sorted(place.read_text("utf-8") for place in trash_dir(log).glob("*.toml"))


def correct(path: Path, log: Path, text: str = NEW) -> Change:
    return replace_record(path, open_record(path)[2], text, trash_dir(log))


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], object]) -> None:
    """Something happens to the record just after the old one was kept."""

    def kept(path: Path, data: bytes, trash: Path) -> tuple[Path, bool]:
        place = keep_old(path, data, trash)
        act(path)
        return place

    monkeypatch.setattr(change, "keep_old", kept)


def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", refuse)


def test_a_record_is_opened_as_it_is_with_its_mark(path: Path) -> None:
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(data)
    assert open_record(path) == (data.decode(), finished(), mark_of(data))


@pytest.mark.parametrize("text", ["=", OLD.partition("[seal]")[0], OLD.replace('"finished"', '"running"')])
def test_what_cannot_be_read_is_not_opened(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile):
        open_record(path)


def test_a_record_that_is_written_while_it_is_read_is_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its mark would be that of something else."""

    def read_text(path: Path) -> str:
        path.write_text(NEW, encoding="utf-8")
        return OLD

    monkeypatch.setattr(change, "read_text", read_text)
    with pytest.raises(BadFile, match="written to right now"):
        open_record(path)


def test_a_record_is_replaced_and_the_old_one_kept(path: Path, tmp_path: Path) -> None:
    done = correct(path, tmp_path)
    assert (done.done, done.said) == (True, "")
    assert done.trashed is not None
    assert done.trashed.read_text("utf-8") == OLD
    assert read_log(tmp_path) == ([(path, finished(minutes=21))], [])
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_trash_keeps_every_state_there_was(path: Path, tmp_path: Path) -> None:
    for text in (NEW, OLD, NEW):
        assert correct(path, tmp_path, text).done
    assert trashed(tmp_path) == sorted([OLD, NEW, OLD])


def test_a_file_that_was_edited_since_stays_as_it_is(path: Path, tmp_path: Path) -> None:
    mark = open_record(path)[2]
    path.write_text(OLD + "# mine\n", encoding="utf-8")
    done = replace_record(path, mark, NEW, trash_dir(tmp_path))
    assert (done.done, done.said) == (False, f"Not changed: {path} was edited since, and stays as it is.")
    assert path.read_text("utf-8") == OLD + "# mine\n"
    assert trashed(tmp_path) == []
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_gone_is_said_to_be(path: Path, tmp_path: Path) -> None:
    mark = open_record(path)[2]
    path.unlink()
    done = replace_record(path, mark, NEW, trash_dir(tmp_path))
    assert (done.done, done.said) == (False, f"Not changed: {path} is no longer there. The record stays as it was.")
    assert not path.exists()


def test_what_is_written_into_it_in_that_moment_is_put_beside(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = dump_record(finished(minutes=5), seal=True)
    meanwhile(monkeypatch, lambda path: path.write_text(theirs, encoding="utf-8"))
    done = correct(path, tmp_path)
    other = next(each for each in path.parent.iterdir() if each != path)
    assert re.fullmatch(rf"{finished().id}\.changed-elsewhere-\d{{8}}T\d{{6}}Z-[0-9a-f]{{8}}\.toml", other.name)
    assert done.said == (
        f"Kept both: {path} is changed, and what another program wrote into it meanwhile is in {other}."
    )
    assert (done.done, read_record(path), read_record(other)) == (True, finished(minutes=21), finished(minutes=5))


def test_a_file_that_takes_its_place_in_that_moment_stays(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.write_text("theirs", encoding="utf-8")
    meanwhile(monkeypatch, other.replace)
    assert correct(path, tmp_path).said == f"Not changed: {path} was edited since, and stays as it is."
    assert (path.read_text("utf-8"), trashed(tmp_path)) == ("theirs", [OLD])


def test_without_links_the_old_one_is_copied(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_links(monkeypatch)
    data = b"\xff" + path.read_bytes()  # a file that is mended need not be text
    path.write_bytes(data)
    done = replace_record(path, mark_of(data), NEW, trash_dir(tmp_path))
    assert done.trashed is not None
    assert (done.trashed.read_bytes(), read_record(path)) == (data, finished(minutes=21))


def test_without_links_what_is_written_in_that_moment_stays(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_links(monkeypatch)
    meanwhile(monkeypatch, lambda path: path.write_text("theirs", encoding="utf-8"))
    assert correct(path, tmp_path).said == f"Not changed: {path} was edited since, and stays as it is."
    assert path.read_text("utf-8") == "theirs"


def test_whatever_another_program_adds_is_found_somewhere(path: Path, tmp_path: Path) -> None:
    """It adds a line during each correction, now early, now late: it is in the record, beside it, or in the trash."""
    turns = 80
    begun = threading.Semaphore(0)

    def add_lines() -> None:
        for turn in range(turns):
            begun.acquire()
            for _ in range(random.randrange(4000)):
                path.exists()
            with path.open("a", encoding="utf-8") as file:
                file.write(f"# {turn}\n")

    other = threading.Thread(target=add_lines)
    other.start()
    done = [correct_as_it_is(path, tmp_path, turn % 60, begun) for turn in range(turns)]
    other.join()
    files = [*path.parent.iterdir(), *trash_dir(tmp_path).iterdir()]
    found = {line for file in files for line in file.read_text("utf-8").splitlines()}
    assert any(each.done for each in done)
    assert {f"# {turn}" for turn in range(turns)} <= found


def correct_as_it_is(path: Path, log: Path, minutes: int, begun: threading.Semaphore) -> Change:
    data = path.read_bytes()
    text = re.sub(r"(?m)^ended = .*$", f"ended = 2026-11-20T20:{minutes:02}:00+01:00", data.decode())
    begun.release()
    return replace_record(path, mark_of(data), text, trash_dir(log))


@POSIX
def test_permissions_stay(path: Path, tmp_path: Path) -> None:
    path.chmod(0o600)
    correct(path, tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    """Somebody keeps their records elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    path.replace(elsewhere)
    path.symlink_to(elsewhere)
    assert correct(path, tmp_path).done
    assert path.is_symlink()
    assert (elsewhere.read_text("utf-8"), trashed(tmp_path)) == (NEW, [OLD])


@POSIX
def test_what_may_not_be_written_stays() -> None:
    """A file for itself, or all of the log."""
    with open_folder() as log:
        path = put(log)
        for folder in (log, path.parent, path.parent.parent):
            folder.chmod(0o777)
        path.chmod(0o444)
        with as_nobody():
            done = correct(path, log)
        assert done.said == f"Not changed: {path} is not writable. The record stays as it was."
        path.chmod(0o666)
        path.parent.chmod(0o555)
        with as_nobody():
            done = correct(path, log)
        assert done.said == f"Not changed: {path} is not writable. The record stays as it was."
        path.parent.chmod(0o755)
        assert path.read_text("utf-8") == OLD

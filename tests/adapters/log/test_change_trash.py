"""Records are deleted into the trash and brought back from it, and nothing is written over on the way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from glutetimer.adapters.log import change, trash
from glutetimer.adapters.log.change import Change, delete_record, open_record, restore_record
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.log.trash import mark_of, move_old, trash_dir
from tests.adapters.log.test_change import NEW, OLD, POSIX, no_links, put, trashed
from tests.helpers.records import finished


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in a log."""
    return put(tmp_path)


def delete(path: Path, log: Path) -> Change:
    return delete_record(path, mark_of(path.read_bytes()), trash_dir(log))


def test_a_deleted_record_lies_in_the_trash(path: Path, tmp_path: Path) -> None:
    done = delete(path, tmp_path)
    assert (done.done, done.said) == (True, "")
    assert done.trashed is not None
    assert (done.trashed.parent, done.trashed.read_text("utf-8")) == (trash_dir(tmp_path), OLD)
    assert done.trashed.name.startswith(f"{finished().id}-")
    assert read_log(tmp_path) == ([], [])


def test_one_that_was_edited_since_stays(path: Path, tmp_path: Path) -> None:
    mark = open_record(path)[2]
    path.write_text(NEW, encoding="utf-8")
    done = delete_record(path, mark, trash_dir(tmp_path))
    assert (done.done, done.said) == (False, f"Not deleted: {path} was edited since, and stays as it is.")
    assert (path.read_text("utf-8"), trash_dir(tmp_path).exists()) == (NEW, False)


def test_one_that_is_edited_in_that_moment_is_put_back(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(path: Path, trash: Path) -> Path:
        path.write_text(NEW, encoding="utf-8")
        return move_old(path, trash)

    monkeypatch.setattr(change, "move_old", moved)
    assert delete(path, tmp_path).said == f"Not deleted: {path} was edited since, and stays as it is."
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (NEW, [])


def taken(path: Path, trash: Path) -> Path:
    """It is edited just before it is moved, and its place taken just after."""
    path.write_text(NEW, encoding="utf-8")
    place = move_old(path, trash)
    path.write_text("theirs", encoding="utf-8")
    return place


def test_where_it_cannot_be_put_back_it_is_said_where_it_is(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change, "move_old", taken)
    done = delete(path, tmp_path)
    assert done.trashed is not None
    why = f"it was edited since, and another file is at {path} now"
    assert (done.done, done.said) == (True, f"{path} was moved to {done.trashed}, and is only there: {why}.")
    assert (path.read_text("utf-8"), done.trashed.read_text("utf-8")) == ("theirs", NEW)


@pytest.mark.parametrize("what", ["put_back", "flush_folder"])
def test_whatever_is_refused_after_the_move_it_is_said_where_it_is(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def moved(path: Path, trash: Path) -> Path:
        path.write_text(NEW, encoding="utf-8")
        return move_old(path, trash)

    def refuse(*_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(change, "move_old", moved)
    monkeypatch.setattr(change, what, refuse)
    done = delete(path, tmp_path)
    assert done.trashed is not None
    why = f"{path}: Input/output error"
    assert (done.done, done.said) == (True, f"{path} was moved to {done.trashed}, and is only there: {why}.")
    assert (path.exists(), trashed(tmp_path)) == (False, [NEW])


def test_what_is_back_is_not_said_to_be_elsewhere(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not say that it will stay, the trash keeps it too."""
    mark = open_record(path)[2]
    delete(path, tmp_path)

    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(trash, "flush_folder", refuse)
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (OLD, [OLD])


def test_one_that_is_gone_is_said_to_be(path: Path, tmp_path: Path) -> None:
    path.unlink()
    assert delete_record(path, "", trash_dir(tmp_path)).said == f"Not deleted: {path} is no longer there."


@POSIX
def test_a_link_is_not_deleted(path: Path, tmp_path: Path) -> None:
    """In the trash it would point nowhere."""
    path.replace(tmp_path / "elsewhere")
    path.symlink_to(Path("..", "..", "elsewhere"))
    assert delete(path, tmp_path).said == f"Not deleted: {path} is a link to another file."
    assert path.read_text("utf-8") == OLD


@pytest.mark.parametrize("has_links", [True, False])
def test_a_deleted_record_is_brought_back(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        no_links(monkeypatch)
    mark = open_record(path)[2]
    delete(path, tmp_path)
    path.parent.rmdir()
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (OLD, [])


def test_of_several_states_the_one_that_was_deleted_comes_back(path: Path, tmp_path: Path) -> None:
    delete(path, tmp_path)
    path.write_text(NEW, encoding="utf-8")
    mark = open_record(path)[2]
    delete(path, tmp_path)
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (NEW, [OLD])


@pytest.mark.parametrize("has_links", [True, False])
def test_what_took_its_place_is_not_written_over(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        no_links(monkeypatch)
    mark = open_record(path)[2]
    delete(path, tmp_path)
    path.write_text(NEW, encoding="utf-8")
    said = restore_record(path, mark, trash_dir(tmp_path))
    assert said == f"Not put back: another file is at {path} now, and stays."
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (NEW, [OLD])


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("text", ["", OLD])
def test_what_an_earlier_try_has_left_there_is_filled(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool, text: str
) -> None:
    """It was killed, with the name taken and nothing in it yet, or with the record in both places."""
    if not has_links:
        no_links(monkeypatch)
    mark = open_record(path)[2]
    delete(path, tmp_path)
    path.write_text(text, encoding="utf-8")
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (OLD, [])


def test_what_is_back_already_needs_no_trash(path: Path, tmp_path: Path) -> None:
    """An earlier try was killed just before it could say so."""
    assert restore_record(path, open_record(path)[2], trash_dir(tmp_path)) == ""


@pytest.mark.parametrize("has_trash", [True, False])
def test_what_the_trash_has_no_longer_is_said(path: Path, tmp_path: Path, has_trash: bool) -> None:
    if has_trash:
        delete(path, tmp_path)
        for place in trash_dir(tmp_path).glob("*.toml"):
            place.unlink()
    else:
        path.unlink()
    said = restore_record(path, mark_of(OLD.encode()), trash_dir(tmp_path))
    assert said == "Not put back: the trash has it no longer."


def test_a_trash_that_is_no_folder_is_left_alone(path: Path, tmp_path: Path) -> None:
    trash_dir(tmp_path).write_text("mine", encoding="utf-8")
    assert delete(path, tmp_path).said == f"Not deleted: {trash_dir(tmp_path)} is not a folder."
    assert (path.read_text("utf-8"), trash_dir(tmp_path).read_text("utf-8")) == (OLD, "mine")


def test_a_move_that_is_refused_leaves_nothing_in_the_trash(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refuse)
    assert delete(path, tmp_path).said == f"Not deleted: {path} is not writable."
    assert (path.read_text("utf-8"), trashed(tmp_path)) == (OLD, [])

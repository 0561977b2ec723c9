"""A file that says the same as the one that is corrected or deleted goes along with it: else it would count now."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glutetimer.adapters.log import change
from glutetimer.adapters.log.change import Change, delete_record, restore_record
from glutetimer.adapters.log.read import digest_of, read_entry, read_log
from glutetimer.adapters.log.trash import mark_of, move_old, trash_dir
from tests.adapters.log.test_change import NEW, OLD, POSIX, correct, put, trashed

SAME = "\ufeff" + OLD.replace("\n", "\r\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in a log."""
    return put(tmp_path)


@pytest.fixture
def twin(path: Path) -> Path:
    """A file that says the same, as a Windows machine would."""
    return beside(path, "-PC", SAME)


def beside(path: Path, words: str, text: str) -> Path:
    other = path.with_name(f"{path.stem}{words}.toml")
    other.write_bytes(text.encode())
    return other


def delete(path: Path, log: Path) -> Change:
    return delete_record(path, mark_of(path.read_bytes()), trash_dir(log))


def left(log: Path) -> list[Path]:
    return sorted(path for path, _ in read_log(log)[0])


def test_a_deleted_workout_is_gone(path: Path, twin: Path, tmp_path: Path) -> None:
    done = delete(path, tmp_path)
    assert (done.done, done.said, left(tmp_path)) == (True, "", [])
    ((was, place),) = done.twins
    assert (was, place.read_bytes()) == (twin, SAME.encode())


def test_the_one_that_counted_comes_back(path: Path, twin: Path, tmp_path: Path) -> None:
    mark = mark_of(path.read_bytes())
    delete(path, tmp_path)
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert left(tmp_path) == [path]


def test_one_that_is_passed_over_goes_alone(path: Path, twin: Path, tmp_path: Path) -> None:
    """As `log check` says: one of them is enough."""
    assert delete(twin, tmp_path).twins == ()
    assert left(tmp_path) == [path]


def test_a_copy_that_says_something_else_stays(path: Path, tmp_path: Path) -> None:
    other = beside(path, "-PC", OLD.replace("done = 8", "done = 7"))
    delete(path, tmp_path)
    assert left(tmp_path) == [other]


def test_a_copy_goes_with_its_own_equals(path: Path, tmp_path: Path) -> None:
    for words in (".a", ".b"):
        beside(path, words, NEW)
    delete(path.with_name(f"{path.stem}.a.toml"), tmp_path)
    assert left(tmp_path) == [path]


def test_what_cannot_be_read_is_no_workout(path: Path, tmp_path: Path) -> None:
    """Two empty files have nothing to do with each other."""
    path.write_bytes(b"")
    other = beside(path, ".b", "")
    assert delete(path, tmp_path).twins == ()
    assert other.exists()


@POSIX
def test_a_link_stays(path: Path, tmp_path: Path) -> None:
    """In the trash it would point nowhere."""
    elsewhere, link = tmp_path / "elsewhere", path.with_name("mine.toml")
    elsewhere.write_text(OLD, encoding="utf-8")
    link.symlink_to(Path("..", "..", "elsewhere"))
    assert delete(path, tmp_path).twins == ()
    assert left(tmp_path) == [link]


@POSIX
@pytest.mark.parametrize("link", ["0", "zz"])
def test_behind_a_link_to_a_folder_it_is_the_same(path: Path, tmp_path: Path, link: str) -> None:
    """Whichever comes first: the name of the link, or where it leads."""
    log = tmp_path / "linked" / "log"
    log.mkdir(parents=True)
    (log / link).symlink_to(path.parent)
    mine = path.rename(path.with_name("a.toml"))
    twin = path.with_name("b.toml")
    twin.write_text(OLD, encoding="utf-8")
    delete(mine, log)
    assert (mine.exists(), twin.exists()) == (False, False)


@POSIX
def test_the_record_behind_a_link_is_none_of_its_twins(path: Path, tmp_path: Path) -> None:
    mine = path.rename(path.with_name("mine.toml"))
    path.symlink_to(mine)
    assert correct(path, tmp_path).twins == ()
    assert (mine.read_text("utf-8"), path.is_symlink()) == (NEW, True)


def test_a_corrected_workout_has_no_copy_with_the_old_text(path: Path, twin: Path, tmp_path: Path) -> None:
    done = correct(path, tmp_path)
    assert (done.done, done.said) == (True, "")
    assert [(was, place.read_bytes()) for was, place in done.twins] == [(twin, SAME.encode())]
    assert left(tmp_path) == [path]
    assert path.read_text("utf-8") == NEW


def test_correcting_one_that_is_passed_over_moves_none(path: Path, twin: Path, tmp_path: Path) -> None:
    assert correct(twin, tmp_path).twins == ()
    assert left(tmp_path) == sorted([path, twin])


def test_nothing_goes_with_one_that_was_edited_since(path: Path, twin: Path, tmp_path: Path) -> None:
    mark = mark_of(path.read_bytes())
    path.write_text(NEW, encoding="utf-8")
    assert not delete_record(path, mark, trash_dir(tmp_path)).done
    assert (left(tmp_path), trashed(tmp_path)) == (sorted([path, twin]), [])


@pytest.mark.parametrize("is_there", [True, False])
def test_one_that_is_edited_or_goes_in_that_moment_is_none(
    path: Path, twin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    def moved(path: Path, trash: Path) -> Path:
        if is_there:
            twin.write_text(NEW, encoding="utf-8")
        else:
            twin.unlink()
        return move_old(path, trash)

    monkeypatch.setattr(change, "move_old", moved)
    done = delete(path, tmp_path)
    assert (done.done, done.said, done.twins, left(tmp_path)) == (True, "", (), [twin] * is_there)


def test_one_that_cannot_be_moved_is_named(
    path: Path, twin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(path: Path, trash: Path) -> Path:
        if path == twin:
            raise PermissionError(13, os.strerror(13))
        return move_old(path, trash)

    monkeypatch.setattr(change, "move_old", moved)
    done = delete(path, tmp_path)
    assert done.done
    assert done.said == f"{twin} says what was there before, and stays: {twin} is not writable."


@pytest.mark.parametrize("text", [OLD, OLD.replace("\n", "\r\n"), "\ufeff" + OLD])
def test_the_index_tells_equal_files_by_the_same_digest(path: Path, tmp_path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    entry = read_entry(tmp_path, path.relative_to(tmp_path).as_posix(), "-")
    assert entry is not None
    assert entry.digest == digest_of(OLD)

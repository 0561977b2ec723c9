"""Whatever lies where the index should lie, and whatever the disk refuses: the rows are there all the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from glutetimer.adapters.log.index.index import index_folder, open_index
from glutetimer.adapters.log.index.year_files import load, opened, seal
from glutetimer.adapters.log.read import packed
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, files_read, put, read, year_files

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such rights and limits on Windows")

#: Brings the index up to date where no file may be longer than 4 KiB, as on a disk that is full.
LIMITED = """
import resource, sys
from pathlib import Path
from glutetimer.adapters.log.index.index import open_index
from glutetimer.core.log.query import Filter
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
index = open_index(Path(sys.argv[1]), Path(sys.argv[2]))
index.refresh()
print(index.count(Filter()))
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    for workout in few():
        put(tmp_path / "log", workout)
    return tmp_path / "log"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def file(log: Path, cache: Path) -> Path:
    """The index of the log: all of it is of one year."""
    read(log, cache)
    (file,) = year_files(cache)
    return file


def assert_right(log: Path, cache: Path) -> None:
    assert everything(read(log, cache)) == everything(Direct(log))


def kept(log: Path, cache: Path) -> bool:
    """Whether there is an index that is used again: no file need be read."""
    return files_read(open_index(log, cache)) == 0


def truncate(file: Path) -> None:
    os.truncate(file, 9000)


def cut_its_last_byte(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1)


def gone(file: Path) -> None:
    file.unlink()


def nothing(file: Path) -> None:
    os.truncate(file, 0)


def something_else(file: Path) -> None:
    file.write_bytes(b"format = 1\n" * 5000)


def zeros(file: Path) -> None:
    file.write_bytes(b"\0" * file.stat().st_size)


def other_rows(file: Path) -> None:
    """With a digest that is right: as a program would write them that calls other things by the same names."""
    file.write_bytes(seal(packed([("2026/a.toml", "1 2 3", b"", ("a",))])))


DAMAGES = [truncate, cut_its_last_byte, gone, nothing, something_else, zeros, other_rows]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(log: Path, cache: Path, file: Path, damage: Callable[[Path], None]) -> None:
    assert kept(log, cache)
    damage(file)
    assert_right(log, cache)
    assert kept(log, cache)


@pytest.mark.parametrize("damage", DAMAGES)
def test_until_it_is_read_again_it_has_no_rows(
    log: Path, cache: Path, file: Path, damage: Callable[[Path], None]
) -> None:
    damage(file)
    assert everything(open_index(log, cache)) == everything(Direct(log.with_name("none")))


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_that_is_damaged_while_it_is_open_does_no_harm(
    log: Path, cache: Path, file: Path, damage: Callable[[Path], None]
) -> None:
    index = read(log, cache)
    damage(file)
    put(log, few(30)[-1])
    assert files_read(index) == 1
    assert everything(index) == everything(Direct(log))
    assert kept(log, cache)


def test_no_flipped_bit_makes_other_rows(tmp_path: Path) -> None:
    """In most places it would be another number or letter, and nothing else would be wrong."""
    for workout in few()[:3]:
        put(tmp_path / "log", workout)
    read(tmp_path / "log", tmp_path)
    (file,) = year_files(tmp_path)
    flipped = bytearray(file.read_bytes())
    assert len(opened(bytes(flipped))) == 3
    for bit in range(len(flipped) * 8):
        flipped[bit // 8] ^= 1 << bit % 8
        assert opened(bytes(flipped)) == []
        flipped[bit // 8] ^= 1 << bit % 8


def test_after_a_flipped_bit_it_is_made_anew(log: Path, cache: Path, file: Path) -> None:
    dice, right = Random(1), everything(Direct(log))
    for _ in range(10):
        flipped = bytearray(file.read_bytes())
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        file.write_bytes(flipped)
        index = open_index(log, cache)
        assert files_read(index) == len(few())
        assert everything(index) == right


def test_the_index_of_another_version_is_made_anew(
    log: Path, cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = file.read_bytes()
    with monkeypatch.context() as other:
        other.setattr("glutetimer.adapters.log.index.year_files._FORMAT", b"['9.9.9', {}]")
        assert not kept(log, cache)
        assert file.read_bytes() != whole
    assert not kept(log, cache)
    assert_right(log, cache)


def test_the_index_of_an_older_program_is_taken_away_and_never_read(log: Path, cache: Path) -> None:
    old = index_folder(log, cache).with_suffix(".sqlite")
    cache.mkdir()
    with sqlite3.connect(old) as database:
        database.execute("CREATE TABLE workouts (id)")
    database.close()
    for end in ("-wal", "-shm"):
        old.with_name(old.name + end).touch()
    other = cache / "log-0123456789abcdef.sqlite"
    other.touch()
    assert_right(log, cache)
    assert sorted(path.name for path in cache.iterdir()) == sorted([other.name, index_folder(log, cache).name])


def test_what_a_killed_writer_left_is_swept(log: Path, cache: Path, file: Path) -> None:
    left = file.with_name(f".{file.name}.0123abcd.tmp")
    left.touch()
    assert kept(log, cache)
    assert not left.exists()


def test_a_folder_in_its_place_leaves_it_in_memory(log: Path, cache: Path, file: Path) -> None:
    file.unlink()
    file.mkdir()
    assert_right(log, cache)
    assert file.is_dir()


def test_a_cache_folder_that_is_a_file_leaves_it_in_memory(log: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    assert_right(log, tmp_path / "taken" / "cache")
    assert (tmp_path / "taken").read_text() == "mine"


def test_the_cache_folder_is_made(log: Path, tmp_path: Path) -> None:
    assert_right(log, tmp_path / "a" / "b")
    assert kept(log, tmp_path / "a" / "b")


@POSIX
@pytest.mark.parametrize("there", [False, True], ids=["no index", "an index"])
def test_where_nothing_may_be_written_it_is_in_memory(there: bool) -> None:
    with open_folder() as folder:
        log, cache = folder / "log", folder / "cache"
        cache.mkdir()
        (first, *rest) = few()
        put(log, first)
        if there:
            read(log, cache)
        for workout in rest:
            put(log, workout)
        _set_modes(folder, 0o555, 0o444)
        with as_nobody():
            index = open_index(log, cache)
            # What can be read of an index that may not be written need not be read from the log again.
            assert files_read(index) == len(rest) + (not there)
            assert files_read(index) == 0
            assert everything(index) == everything(Direct(log))
        _set_modes(folder, 0o755, 0o644)


@POSIX
@pytest.mark.parametrize("damage", [truncate, zeros, other_rows])
def test_one_that_is_damaged_and_may_not_be_written_does_no_harm(damage: Callable[[Path], None]) -> None:
    with open_folder() as folder:
        log, cache = folder / "log", folder / "cache"
        for workout in few():
            put(log, workout)
        read(log, cache)
        damage(*year_files(cache))
        _set_modes(folder, 0o555, 0o444)
        with as_nobody():
            assert_right(log, cache)
        _set_modes(folder, 0o755, 0o644)


def _set_modes(folder: Path, folders: int, files: int) -> None:
    for part in (folder, *folder.rglob("*")):
        part.chmod(folders if part.is_dir() else files)


def test_where_there_is_nothing_new_nothing_is_written_or_made_again(log: Path, cache: Path, file: Path) -> None:
    """Also where a file may have changed and is read again."""
    put(log, few(30)[-1], settled=False)
    index = read(log, cache)
    inode, table = file.stat().st_ino, index.table
    assert (files_read(index), index.refresh()) == (1, False)
    assert (file.stat().st_ino, index.table) == (inode, table)


def test_a_file_is_replaced_as_a_whole(log: Path, cache: Path, file: Path) -> None:
    """Another program may be reading it."""
    old, whole = file.with_name("old"), file.read_bytes()
    old.hardlink_to(file)
    put(log, few(30)[-1])
    assert_right(log, cache)
    assert (old.read_bytes(), kept(log, cache)) == (whole, True)
    assert file.read_bytes() != whole


def test_only_the_year_of_a_change_is_written(log: Path, cache: Path, file: Path) -> None:
    inode, old = file.stat().st_ino, put(log, few()[0], "20200101T120000Z-0123abcd.toml")
    index = read(log, cache)
    assert [path.name for path in year_files(cache)] == ["2020.rows", file.name]
    old.unlink()
    index.refresh()
    assert kept(log, cache)
    assert (file.stat().st_ino, [*year_files(cache)]) == (inode, [file])


def test_the_newest_year_comes_first(log: Path, cache: Path, file: Path) -> None:
    put(log, few()[0], "20200101T120000Z-0123abcd.toml")
    put(log, few()[0], "by hand.toml")
    read(log, cache)
    paths = [entry.path.rpartition("/")[2][:4] for entry in load(file.parent)]
    assert paths == ["by h", *[file.stem] * len(few()), "2020"]


@POSIX
def test_a_full_disk_leaves_it_in_memory(log: Path, cache: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", LIMITED, str(log), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (f"{len(few())}\n", "")
    assert [*index_folder(log, cache).iterdir()] == []
    assert_right(log, cache)


@POSIX
def test_a_disk_that_fills_up_leaves_what_is_there(log: Path, cache: Path, file: Path) -> None:
    whole = file.read_bytes()
    put(log, few(30)[-1])
    command = [sys.executable, "-W", "error", "-c", LIMITED, str(log), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, file.read_bytes()) == (f"{len(few()) + 1}\n", whole)
    assert files_read(open_index(log, cache)) == 1

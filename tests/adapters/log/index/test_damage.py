"""Whatever lies where the index should lie, and whatever the disk refuses: the rows are there all the same."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from glutetimer.adapters.log.index.connections import in_memory
from glutetimer.adapters.log.index.database import Database
from glutetimer.adapters.log.index.index import Index, index_file, open_index
from glutetimer.adapters.log.index.refresh import refresh
from glutetimer.adapters.log.index.tables import SCHEMA, VERSION, version_of
from glutetimer.core.log.query import Filter
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, files_read, put, read

POSIX = pytest.mark.skipif(os.name == "nt", reason="no such rights and limits on Windows")

#: Brings the index up to date where no file may be longer than 24 KiB, as on a disk that is full.
LIMITED = """
import resource, sys
from pathlib import Path
from glutetimer.adapters.log.index.index import open_index
from glutetimer.core.log.query import Filter
resource.setrlimit(resource.RLIMIT_FSIZE, (24576, 24576))
with open_index(Path(sys.argv[1]), Path(sys.argv[2])) as index:
    index.refresh()
    print(index.count(Filter()))
"""

#: Dies in the middle of a change that is on the disk in part.
KILLED = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.executescript("PRAGMA cache_size = 1; BEGIN; UPDATE sides SET name = name || name")
file.execute("UPDATE workouts SET note = name")
os._exit(9)
"""

#: Has it open, with what it wrote last still beside it; changes it once more when it is told to.
OPEN = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("UPDATE sides SET name = name || name")
print("ready", flush=True)
sys.stdin.readline()
try:
    file.execute("DELETE FROM workouts")
except sqlite3.Error:
    pass
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    for workout in few():
        put(tmp_path / "log", workout)
    return tmp_path / "log"


@pytest.fixture
def file(tmp_path: Path, log: Path) -> Path:
    """The index of the log, made and closed."""
    with read(log, tmp_path / "cache"):
        return index_file(log, tmp_path / "cache")


def assert_right(log: Path, cache: Path) -> None:
    with read(log, cache) as index:
        assert everything(index) == everything(Direct(log))


def kept(log: Path, cache: Path) -> bool:
    """Whether there is an index that is used again: no file need be read."""
    with open_index(log, cache) as index:
        return files_read(index) == 0


def truncate(file: Path) -> None:
    os.truncate(file, 9000)


def cut_its_last_page(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 2000)


def gone(file: Path) -> None:
    file.unlink()


def nothing(file: Path) -> None:
    os.truncate(file, 0)


def no_database(file: Path) -> None:
    file.write_bytes(b"format = 1\n" * 5000)


def another_database(file: Path) -> None:
    file.unlink()
    foreign = sqlite3.connect(file)
    foreign.executescript('CREATE TABLE files (a, b); CREATE TABLE "o\'dd" (x); INSERT INTO files VALUES (1, 2)')
    foreign.close()


def another_version(file: Path) -> None:
    other = sqlite3.connect(file)
    other.executescript("DELETE FROM workouts; PRAGMA user_version = 7")
    other.close()


def no_tables(file: Path) -> None:
    """With the right version, as after an interrupted change by somebody else."""
    other = sqlite3.connect(file)
    other.executescript("DROP TABLE sides; DROP TABLE workouts")
    other.close()


def every_page_but_the_first(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as pages:
        pages.seek(4096)
        pages.write(b"\0" * (size - 4096))


def a_value_that_was_never_written(file: Path) -> None:
    other = sqlite3.connect(file)
    other.executescript("UPDATE workouts SET started = 'yesterday'")
    other.close()


DAMAGES = [truncate, nothing, no_database, another_database, another_version, no_tables, every_page_but_the_first]
DAMAGES += [a_value_that_was_never_written, gone, cut_its_last_page]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(log: Path, file: Path, damage: Callable[[Path], None]) -> None:
    assert kept(log, file.parent)
    damage(file)
    assert_right(log, file.parent)
    assert kept(log, file.parent)


@pytest.mark.parametrize("damage", DAMAGES)
def test_until_it_is_read_again_nothing_raises(log: Path, file: Path, damage: Callable[[Path], None]) -> None:
    damage(file)
    with open_index(log, file.parent) as index:
        everything(index)


@POSIX
@pytest.mark.parametrize("damage", [truncate, no_database, every_page_but_the_first, gone])
def test_one_that_is_damaged_while_it_is_open_is_made_anew(
    log: Path, file: Path, damage: Callable[[Path], None]
) -> None:
    with open_index(log, file.parent) as index:
        index.refresh()
        damage(file)
        put(log, few(30)[-1])
        index.refresh()
        assert everything(index) == everything(Direct(log))
    assert_right(log, file.parent)


def test_damage_that_only_a_question_finds_is_mended_before_the_answer(log: Path, file: Path) -> None:
    """Nothing has changed in the log, so nothing is looked at in the index but the list of its files."""
    a_value_that_was_never_written(file)
    with open_index(log, file.parent) as index:
        assert index.refresh() is False
        assert index.history(Filter(), 0, 99) == Direct(log).history(Filter(), 0, 99)


def test_damage_that_a_question_finds_while_the_log_is_read_is_mended_by_the_reading(log: Path, file: Path) -> None:
    """What it had found to be known is no longer so."""
    a_value_that_was_never_written(file)
    put(log, few(30)[-1])
    with open_index(log, file.parent) as index:
        asked = list[object]()
        index.refresh(lambda done, of: asked.append(index.starts(date.min)))
        assert everything(index) == everything(Direct(log))


def of_an_older_program(file: Path) -> None:
    """Its rows knew less, and it took another number for that."""
    schema = [statement.replace(" hurt,", "") for statement in SCHEMA if "shown_hurt" not in statement]
    assert schema != list(SCHEMA)
    file.unlink()
    other = sqlite3.connect(file)
    other.executescript("; ".join(schema))
    other.execute(f"PRAGMA user_version = {version_of(schema)}")
    other.close()


def test_an_index_with_other_columns_is_made_anew(log: Path, file: Path) -> None:
    of_an_older_program(file)
    (file.parent / "the same").hardlink_to(file)
    assert version_of(SCHEMA) == VERSION
    assert_right(log, file.parent)
    assert kept(log, file.parent)
    assert file.samefile(file.parent / "the same")


def test_where_only_a_question_finds_damage_a_screen_has_its_answer_at_once(
    log: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is read again beside it, and not on the thread that draws."""
    reading, goes_on = list[threading.Thread](), threading.Event()

    def read_later(*about: Any) -> bool:
        reading.append(threading.current_thread())
        assert goes_on.wait(30)
        return refresh(*about)

    a_value_that_was_never_written(file)
    with open_index(log, file.parent, at_once=True) as index:
        index.refresh()
        monkeypatch.setattr("glutetimer.adapters.log.index.index.refresh", read_later)
        assert index.history(Filter(), 0, 99) == ()
        goes_on.set()
        reading[0].join(30)
        assert index.history(Filter(), 0, 99) == Direct(log).history(Filter(), 0, 99)


def test_an_index_of_another_version_is_emptied_where_it_lies(log: Path, file: Path) -> None:
    """Another program may have it open: on Windows it could not be thrown away."""
    another_version(file)
    inode = file.stat().st_ino
    with sqlite3.connect(file) as other:
        assert_right(log, file.parent)
    other.close()
    assert file.stat().st_ino == inode


@POSIX
@pytest.mark.parametrize("damage", [no_database, gone, nothing, lambda file: None])
def test_what_a_killed_program_left_does_no_harm(log: Path, file: Path, damage: Callable[[Path], None]) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert file.with_name(f"{file.name}-wal").stat().st_size > 512
    damage(file)
    assert_right(log, file.parent)
    assert kept(log, file.parent)


def test_a_folder_in_its_place_leaves_it_in_memory(log: Path, file: Path) -> None:
    file.unlink()
    file.mkdir()
    assert_right(log, file.parent)
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
            with read(log, cache):
                pass
        for workout in rest:
            put(log, workout)
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o555 if part.is_dir() else 0o444)
        with as_nobody(), open_index(log, cache) as index:
            # What can be read of an index that may not be written need not be read from the log again.
            assert files_read(index) == len(rest) + (not there)
            assert everything(index) == everything(Direct(log))
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o755)


@POSIX
@pytest.mark.parametrize("damage", [a_value_that_was_never_written, every_page_but_the_first, truncate])
def test_one_that_is_damaged_and_may_not_be_written_does_no_harm(damage: Callable[[Path], None]) -> None:
    with open_folder() as folder:
        log, cache = folder / "log", folder / "cache"
        for workout in few():
            put(log, workout)
        with read(log, cache):
            pass
        damage(index_file(log, cache))
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o555 if part.is_dir() else 0o444)
        with as_nobody():
            assert_right(log, cache)
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o755)


@POSIX
def test_one_that_is_thrown_away_is_another_than_the_one_a_program_has_open(log: Path, file: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", OPEN, str(file)], text=True, stdin=PIPE, stdout=PIPE)
    assert (other.stdin, other.stdout and other.stdout.readline()) == (other.stdin, "ready\n")
    no_database(file)
    assert_right(log, file.parent)
    assert kept(log, file.parent)
    other.communicate("\n", timeout=30)
    assert_right(log, file.parent)
    assert kept(log, file.parent)


def test_where_there_is_nothing_new_nothing_is_written(log: Path, file: Path) -> None:
    """So a read-only disk does no harm, and no other program is waited for."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = Database(file, patience=0.0)
    with Index(log, database) as index:
        assert index.refresh() is False
        assert not database.in_memory
    other.close()


@POSIX
def test_a_full_disk_leaves_it_in_memory(log: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", LIMITED, str(log), str(tmp_path / "full")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("24\n", "")
    assert_right(log, tmp_path / "full")


def test_a_disk_that_fills_up_leaves_what_is_there(log: Path, file: Path) -> None:
    database = Database(file)
    database.look("PRAGMA max_page_count = 1")  # SQLite takes the number of pages there are
    with_notes = [put(log, workout, f"{workout.id} again.toml") for workout in few()]
    index = Index(log, database)
    with index:
        assert files_read(index) == len(with_notes)
        assert (database.in_memory, index.count(Filter())) == (True, 24)
    for path in with_notes:
        path.unlink()
    assert kept(log, file.parent)


def test_a_file_that_another_program_does_not_let_go_leaves_it_in_memory(log: Path, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Index(log, Database(file, patience=0.05)) as index:
        index.refresh()
        assert everything(index) == everything(Direct(log))
    other.execute("ROLLBACK")
    other.close()
    assert kept(log, file.parent)


def test_a_mistake_of_our_own_is_not_hidden(log: Path, file: Path) -> None:
    database = Database(file)
    for _ in range(3):
        with pytest.raises(Exception, match=r"^$|no such table"):
            database.ask("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.ask("SELECT * FROM nowhere")
    database.close()


def test_no_flipped_bit_in_the_text_of_its_tables_locks_anybody_out(tmp_path: Path, log: Path, file: Path) -> None:
    """The library tells of names that are no UTF-8 with an error of its own."""
    whole = file.read_bytes()
    begins = [at.start() for at in re.finditer(rb"CREATE ", whole)]
    for number, place in enumerate(range(min(begins), max(begins) + 200, 149)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x80 >> (number % 3)
        file.write_bytes(damaged)
        in_memory(file).close()
        with read(log, tmp_path / "cache") as index:
            assert index.count(Filter()) > 0

"""Several threads with one index, several programs with one file."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from threading import Event

import pytest

from glutetimer.adapters.log.index.database import Database
from glutetimer.adapters.log.index.index import Index, index_file, open_index
from glutetimer.adapters.log.index.refresh import FIRST
from glutetimer.core.log.query import Filter
from glutetimer.core.values import replace
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, files_read, put, read, settle

#: Another program: it waits to be told, reads the log, and says how many workouts there are.
PROGRAM = """
import sys
from pathlib import Path
from glutetimer.adapters.log.index.database import Database
from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.core.log.query import Filter
print("ready", flush=True)
sys.stdin.readline()
with open_index(Path(sys.argv[1]), Path(sys.argv[2])) as index:
    index.refresh()
    print(index.count(Filter()), index.unreadable())
"""
MANY = 120
#: Seconds in which a question is answered, however busy the machine is.
SOON = 60.0


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change waits longer for other programs than a question may take."""
    monkeypatch.setattr(Database.__init__, "__defaults__", (3 * SOON,))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    for workout in few(MANY):
        put(tmp_path / "log", workout)
    return tmp_path / "log"


def test_programs_that_read_the_log_at_once_all_end_well(log: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(log), str(tmp_path / "cache")]
    programs = [Popen(command, text=True, stdin=PIPE, stdout=PIPE, stderr=STDOUT) for _ in range(3)]
    assert [program.stdout and program.stdout.readline() for program in programs] == ["ready\n"] * 3
    for program in programs:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    assert [program.communicate(timeout=SOON)[0] for program in programs] == [f"{MANY} ()\n"] * 3
    with open_index(log, tmp_path / "cache") as index:
        assert files_read(index) == 0
        assert everything(index) == everything(Direct(log))


def test_questions_are_answered_while_the_log_is_read(log: Path, tmp_path: Path) -> None:
    asked, answered = Event(), Event()

    def wait(done: int, of: int) -> None:
        if done == FIRST + 1:
            asked.set()
            assert answered.wait(SOON)

    with open_index(log, tmp_path / "cache") as index, ThreadPoolExecutor(1) as thread:
        reading = thread.submit(index.refresh, wait)
        assert asked.wait(SOON)
        assert index.count(Filter()) == FIRST
        assert len(index.history(Filter(), 0, 9)) == 9
        answered.set()
        assert reading.result(SOON) is True
        assert index.count(Filter()) == MANY


def test_many_threads_get_right_answers(log: Path, tmp_path: Path) -> None:
    with read(log, tmp_path / "cache") as index:
        right = everything(Direct(log))
        with ThreadPoolExecutor(6) as threads:
            answers = [threads.submit(everything, index) for _ in range(6)]
            assert [answer.result(SOON) == right for answer in answers] == [True] * 6


def test_two_threads_that_refresh_read_each_file_once(log: Path, tmp_path: Path) -> None:
    reads: list[int] = []
    with open_index(log, tmp_path / "cache") as index, ThreadPoolExecutor(2) as threads:
        both = [threads.submit(index.refresh, lambda done, of: reads.append(done)) for _ in range(2)]
        assert sorted(one.result(SOON) for one in both) == [False, True]
    assert len(reads) == MANY


def test_closing_it_ends_the_reading(log: Path, tmp_path: Path) -> None:
    index = open_index(log, tmp_path / "cache")
    reads: list[int] = []

    def close(done: int, of: int) -> None:
        reads.append(done)
        if done == 3:
            index.close()

    index.refresh(close)
    assert reads == [1, 2, 3]
    assert index.count(Filter()) == 0


def test_a_program_that_dies_while_it_writes_leaves_a_whole_index(log: Path, tmp_path: Path) -> None:
    die = "lambda done, of: done == 100 and __import__('os')._exit(9)"
    program = PROGRAM.replace("refresh()", f"refresh({die})")
    command = [sys.executable, "-c", program, str(log), str(tmp_path / "cache")]
    assert subprocess.run(command, input="\n", text=True, stdout=subprocess.DEVNULL).returncode == 9
    with open_index(log, tmp_path / "cache") as index:
        assert files_read(index) == MANY - FIRST
        assert everything(index) == everything(Direct(log))


def test_what_another_program_put_in_meanwhile_is_not_taken_for_what_was_read(log: Path, tmp_path: Path) -> None:
    """A file goes from one text to another and back while two programs look at it, one after the other."""
    path, one = put(tmp_path / "log", few(MANY)[-1]), few(MANY)[-1]
    with read(log, tmp_path / "cache") as index, read(log, tmp_path / "cache") as other:

        def meanwhile(done: int, of: int) -> None:
            put(tmp_path / "log", replace(one, note="Another text"))
            other.refresh()
            put(tmp_path / "log", one)
            os.utime(path, ns=(changed, changed))

        settle(path)
        changed = path.stat().st_mtime_ns
        index.refresh(meanwhile)
        index.refresh()
        assert everything(index) == everything(Direct(log))


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_question_waits_for_no_program_that_writes(log: Path, tmp_path: Path, how: str) -> None:
    """It is answered from what was written last; the other one has written something else, and is not done."""
    with read(log, tmp_path / "cache") as index, writer(index_file(log, tmp_path / "cache"), how) as other:
        other.execute("DELETE FROM workouts")
        other.execute("DELETE FROM sides")
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(everything, index).result(SOON) == everything(Direct(log))


@pytest.mark.usefixtures("patient")
def test_a_question_waits_for_no_reading_that_waits_for_another_program(log: Path, tmp_path: Path) -> None:
    """A screen reads the log on a thread and asks on another."""
    with read(log, tmp_path / "cache") as index, ThreadPoolExecutor(2) as threads:
        with writer(index_file(log, tmp_path / "cache"), "IMMEDIATE"):
            path, told = put(log, few(MANY + 1)[-1]), Event()
            reading = threads.submit(index.refresh, lambda done, of: told.set())
            assert told.wait(SOON)
            while not is_changing(index):
                Event().wait(0.001)
            assert threads.submit(index.count, Filter()).result(SOON) == MANY
            assert not reading.done()
        assert reading.result(SOON) is True
        assert (path.exists(), index.count(Filter())) == (True, MANY + 1)


def test_what_another_program_holds_too_long_is_read_in_memory_and_left_as_it_is(log: Path, tmp_path: Path) -> None:
    """Being busy is no damage: what was known need not be read again, and the file stays."""
    with read(log, tmp_path / "cache"):
        pass
    file = index_file(log, tmp_path / "cache")
    database, inode = Database(file, patience=0.05), file.stat().st_ino
    with Index(log, database) as index, writer(file, "IMMEDIATE"):
        put(log, few(MANY + 1)[-1])
        assert files_read(index) == 1
        assert (database.in_memory, index.count(Filter())) == (True, MANY + 1)
    assert file.stat().st_ino == inode
    with open_index(log, tmp_path / "cache") as index:
        assert files_read(index) == 1


@contextmanager
def writer(file: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of a change."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute(f"BEGIN {how}")
    yield other
    other.execute("ROLLBACK")
    other.close()


def is_changing(index: Index) -> bool:
    """Whether a thread is at work in it, or waits to be."""
    return index._database._lines.writer.lock.locked()


def test_while_one_program_changes_the_index_no_other_begins_to(tmp_path: Path) -> None:
    """Two that had begun by reading could not both go on to write, however long they waited."""
    database, other = Database(tmp_path / "a"), sqlite3.connect(tmp_path / "a", timeout=0, isolation_level=None)

    def act(connection: sqlite3.Connection) -> None:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    database.change(act, None)
    other.execute("BEGIN IMMEDIATE")
    other.close()
    database.close()


def test_an_index_that_nobody_closed_is_closed(log: Path, tmp_path: Path) -> None:
    """The interpreter would complain of it on the terminal."""
    database = Database(tmp_path / "a")
    index = Index(log, database)
    del index
    gc.collect()
    assert database.closed

"""Several threads with one index, several programs with one file."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from threading import Event

import pytest

from glutetimer.adapters.log.index.index import open_index
from glutetimer.adapters.log.index.refresh import FIRST
from glutetimer.core.log.query import Filter
from glutetimer.core.values import replace
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, files_read, put, read, settle

#: Another program: it waits to be told, reads the log, and says how many workouts there are.
PROGRAM = """
import sys
from pathlib import Path
from glutetimer.adapters.log.index.index import open_index
from glutetimer.core.log.query import Filter
print("ready", flush=True)
sys.stdin.readline()
index = open_index(Path(sys.argv[1]), Path(sys.argv[2]))
index.refresh()
print(index.count(Filter()), index.unreadable())
"""
MANY = 120
#: Seconds in which a question is answered, however busy the machine is.
SOON = 60.0


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
    index = open_index(log, tmp_path / "cache")
    assert files_read(index) == 0
    assert everything(index) == everything(Direct(log))


def test_questions_are_answered_while_the_log_is_read(log: Path, tmp_path: Path) -> None:
    asked, answered = Event(), Event()

    def wait(done: int, of: int) -> None:
        if done == FIRST + 1:
            asked.set()
            assert answered.wait(SOON)

    index = open_index(log, tmp_path / "cache")
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(index.refresh, wait)
        assert asked.wait(SOON)
        assert index.count(Filter()) == FIRST
        assert len(index.history(Filter(), 0, 9)) == 9
        answered.set()
        assert reading.result(SOON) is True
        assert index.count(Filter()) == MANY


def test_many_threads_get_right_answers(log: Path, tmp_path: Path) -> None:
    index = read(log, tmp_path / "cache")
    right = everything(Direct(log))
    with ThreadPoolExecutor(6) as threads:
        answers = [threads.submit(everything, index) for _ in range(6)]
        assert [answer.result(SOON) == right for answer in answers] == [True] * 6


def test_two_threads_that_refresh_read_each_file_once(log: Path, tmp_path: Path) -> None:
    reads: list[int] = []
    index = open_index(log, tmp_path / "cache")
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(index.refresh, lambda done, of: reads.append(done)) for _ in range(2)]
        assert sorted(one.result(SOON) for one in both) == [False, True]
    assert len(reads) == MANY


def test_a_program_that_dies_while_it_writes_leaves_a_whole_index(log: Path, tmp_path: Path) -> None:
    die = "lambda done, of: done == 100 and __import__('os')._exit(9)"
    program = PROGRAM.replace("refresh()", f"refresh({die})")
    command = [sys.executable, "-c", program, str(log), str(tmp_path / "cache")]
    assert subprocess.run(command, input="\n", text=True, stdout=subprocess.DEVNULL).returncode == 9
    index = open_index(log, tmp_path / "cache")
    assert files_read(index) == MANY - FIRST
    assert everything(index) == everything(Direct(log))


def test_what_another_program_put_in_meanwhile_is_not_taken_for_what_was_read(log: Path, tmp_path: Path) -> None:
    """A file goes from one text to another and back while two programs look at it, one after the other."""
    path, one = put(tmp_path / "log", few(MANY)[-1]), few(MANY)[-1]
    index, other = read(log, tmp_path / "cache"), read(log, tmp_path / "cache")

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

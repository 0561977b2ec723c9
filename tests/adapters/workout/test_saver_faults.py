"""The keeper where the disk refuses, fills up, or the program is killed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.workout.saver import RecordSaver
from glutetimer.adapters.workout.unfinished import unfinished
from tests.helpers.paths import TOP
from tests.helpers.records import ID, RESUME, finished, over, running
from tests.helpers.saver_child import BOUTS

SOON = 60.0
POSIX = pytest.mark.skipif(os.name == "nt", reason="no file size limit on Windows")

#: Keeps a small workout, then a large one where 4000 bytes a file are allowed, then seals it.
FULL = """
import resource, sys
from pathlib import Path
from glutetimer.adapters.files import durable
from glutetimer.adapters.workout.saver import RecordSaver
from tests.helpers.records import RESUME, finished, running
how = {"durable": durable.replace, "plain": Path.write_text}[sys.argv[2]]
keeper = RecordSaver(Path(sys.argv[1], "state"), Path(sys.argv[1], "log"), RESUME, replace=how)
keeper.keep(running(2))
keeper.wait(20)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
keeper.keep(running(40, 50))
keeper.wait(20)
print(keeper.problem)
keeper.seal(finished(50))
keeper.close()
print(keeper.problem)
"""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


def on_full_disk(folder: Path, how: str) -> list[str]:
    """The problems that the program above printed."""
    args: list[str | Path] = [sys.executable, "-c", FULL, folder, how]
    return subprocess.run(args, cwd=TOP, capture_output=True, text=True, check=True).stdout.splitlines()


def killed_after(state: Path, bouts: int, how: str) -> set[int]:
    """Kill a program once it has said that so many bouts are durable; all bouts that it said so of."""
    args: list[str | Path] = [sys.executable, "-m", "tests.helpers.saver_child", state, how]
    with subprocess.Popen(args, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(bouts)]
        process.kill()
        lines += process.stdout.readlines()
    return {int(word) for line in lines if line.endswith("\n") for word in line.split()}


def kept(state: Path) -> set[int]:
    """The bouts that are over in the running file that was left behind."""
    [item], unreadable = unfinished(state, state / "log")
    assert unreadable == []
    return set(over(item.workout))


@pytest.mark.parametrize("bouts", range(1, BOUTS, 3))
def test_a_killed_program_leaves_every_bout_that_it_said_was_durable(state: Path, bouts: int) -> None:
    said = killed_after(state, bouts, "honest")
    assert len(said) >= bouts
    assert said <= kept(state)


def test_a_program_that_says_so_too_early_is_found_out(state: Path) -> None:
    assert not killed_after(state, 5, "lazy") <= kept(state)


def test_a_state_folder_that_refuses_stops_neither_the_run_nor_the_log(state: Path, log: Path) -> None:
    state.touch()
    told: list[frozenset[int]] = []
    keeper = RecordSaver(state, log, RESUME, on_saved=told.append)
    keeper.keep(running(2))
    keeper.wait(SOON)
    assert keeper.problem == (f"Not saved: {state} is not a folder. The workout goes on; the record is kept in memory.")
    assert told == []
    keeper.seal(finished())
    keeper.close()
    assert (keeper.problem, keeper.saved_path) == ("", record_path(log, finished()))
    assert told == [frozenset(range(3))]


def test_a_state_folder_that_comes_back_is_used_again(state: Path, log: Path) -> None:
    state.touch()
    keeper = RecordSaver(state, log, RESUME)
    keeper.keep(running(1))
    keeper.wait(SOON)
    state.unlink()
    keeper.keep(running(2))
    keeper.close()
    assert keeper.problem == ""
    assert kept(state) == {0, 1}


def test_a_log_that_refuses_leaves_the_sealed_record_for_the_next_start(state: Path, log: Path) -> None:
    log.touch()
    keeper = RecordSaver(state, log, RESUME)
    keeper.keep(running(2))
    keeper.seal(finished())
    keeper.close()
    waiting = state / "running" / f"{ID}.toml"
    assert keeper.problem == (
        f"Not in the log: {log} is not a folder. The record waits in {waiting}; the next start offers it."
    )
    assert keeper.saved_path is None
    assert [item.workout for item in unfinished(state, log)[0]] == [finished()]
    assert "[seal]" in waiting.read_text(encoding="utf-8")


def test_a_file_by_the_name_of_the_record_is_not_overwritten(state: Path, log: Path) -> None:
    path = record_path(log, finished())
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    keeper = RecordSaver(state, log, RESUME)
    keeper.seal(finished())
    keeper.close()
    assert path.read_text() == "mine"
    assert keeper.problem.startswith(f"Not in the log: {path} holds another record.")


def test_a_refused_record_can_go_to_another_folder(state: Path, log: Path, tmp_path: Path) -> None:
    log.touch()
    keeper = RecordSaver(state, log, RESUME)
    keeper.seal(finished())
    keeper.wait(SOON)
    keeper.move_to(tmp_path / "other")
    keeper.close()
    assert (keeper.problem, keeper.saved_path) == ("", record_path(tmp_path / "other", finished()))
    assert list((state / "running").iterdir()) == []


def test_what_is_told_after_a_refusal_goes_with_the_record(state: Path, log: Path, tmp_path: Path) -> None:
    log.touch()
    keeper = RecordSaver(state, log, RESUME)
    for workout in (finished(), finished(minutes=21)):
        keeper.amend(workout)
        keeper.wait(SOON)
    assert [item.workout for item in unfinished(state, tmp_path)[0]] == []  # held
    keeper.move_to(tmp_path / "other")
    keeper.close()
    assert read_record(record_path(tmp_path / "other", finished())) == finished(minutes=21)


def test_where_everything_refuses_the_record_stays_in_memory(state: Path, log: Path, tmp_path: Path) -> None:
    log.touch()
    state.touch()
    keeper = RecordSaver(state, log, RESUME)
    keeper.seal(finished())
    keeper.wait(SOON)
    assert keeper.problem == (f"Not saved: {log} is not a folder. The record is kept in memory; choose another folder.")
    keeper.move_to(tmp_path / "other")
    keeper.close()
    assert read_record(record_path(tmp_path / "other", finished())) == finished()


def test_moving_before_the_end_seals_nothing(state: Path, log: Path, tmp_path: Path) -> None:
    keeper = RecordSaver(state, log, RESUME)
    keeper.keep(running(1))
    keeper.move_to(tmp_path / "other")
    keeper.wait(SOON)
    assert read_log(tmp_path / "other") == ([], [])
    keeper.seal(finished())
    keeper.close()
    assert keeper.saved_path == record_path(tmp_path / "other", finished())


def test_a_trash_that_refuses_is_told_of(state: Path, log: Path) -> None:
    keeper = RecordSaver(state, log, RESUME)
    keeper.keep(running(1))
    keeper.wait(SOON)
    (state / "trash").touch()
    keeper.discard()
    keeper.close()
    assert keeper.problem.startswith(f"Not moved to the trash: {state / 'running' / ID}.toml.")
    assert kept(state) == {0}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no space is left for {log}"),
        (errno.EROFS, "{log} is not writable"),
        (errno.EACCES, "{log} is not writable"),
        (errno.EIO, "{log}: Input/output error"),
    ],
)
def test_each_refusal_is_told_in_words(state: Path, log: Path, number: int, said: str) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(number, os.strerror(number), str(path))

    keeper = RecordSaver(state, log, RESUME, create=refuse)
    keeper.seal(finished())
    keeper.close()
    assert keeper.problem.startswith(f"Not in the log: {said.format(log=log)}. ")


@POSIX
def test_a_full_disk_leaves_the_last_good_running_file(tmp_path: Path) -> None:
    problems = on_full_disk(tmp_path, "durable")
    assert problems[0].startswith(f"Not saved: no space is left for {tmp_path / 'state'}.")
    assert problems[1].startswith(f"Not saved: no space is left for {tmp_path / 'log'}.")
    assert kept(tmp_path / "state") == {0, 1}
    assert read_log(tmp_path / "log") == ([], [])


@POSIX
def test_that_full_disk_does_damage_a_running_file_written_in_place(tmp_path: Path) -> None:
    on_full_disk(tmp_path, "plain")
    items, unreadable = unfinished(tmp_path / "state", tmp_path / "log")
    assert (items, len(unreadable)) == ([], 1)


@pytest.mark.parametrize(
    ("blocked", "why"),
    [
        pytest.param("file", "{log} is not a folder", id="a file in its place"),
        pytest.param("parent", "{top} is not a folder", id="a file above it"),
    ],
)
def test_a_log_that_cannot_be_written_is_told_while_there_is_time(tmp_path: Path, blocked: str, why: str) -> None:
    """With the first bout, not with the last one; the workout itself is safe in the state folder."""
    top = tmp_path / "top"
    log = top / "log" if blocked == "parent" else top
    top.write_text("")
    keeper = RecordSaver(tmp_path / "state", log, RESUME)
    try:
        keeper.keep(running(1))
        assert keeper.wait(SOON)
        said = why.format(log=log, top=top)
        assert (
            keeper.problem == f"The log cannot be written: {said}. The workout goes on; the end offers another folder."
        )
        assert [item.workout for item in unfinished(tmp_path / "state", log)[0]] == []  # this program holds it
        keeper.move_to(tmp_path / "other")
        keeper.keep(running(2))
        assert keeper.wait(SOON)
        assert keeper.problem == ""
    finally:
        keeper.close()


def test_a_record_whose_folder_the_disk_does_not_answer_for_is_in_the_log_and_said_so(state: Path, log: Path) -> None:
    """The running file stays, should the power go; what is told later is added as ever."""
    keeper = RecordSaver(state, log, RESUME, create=unsure(durable.create), replace=unsure(durable.replace))
    keeper.keep(running(1))
    keeper.wait(SOON)
    kept = next((state / "running").glob("*.toml"))
    assert keeper.problem.startswith(f"{kept} is saved, but may be gone should the power go: ")
    keeper.seal(finished())
    keeper.wait(SOON)
    path = record_path(log, finished())
    assert (keeper.saved_path, kept.exists()) == (path, True)
    assert keeper.problem.startswith(f"{path} is saved, but may be gone should the power go: ")
    for minutes in (21, 22):
        keeper.amend(finished(minutes=minutes))
        keeper.wait(SOON)
        assert keeper.problem.startswith(f"{path} is changed, but may be the old one again should the power go: ")
    keeper.close()
    assert not keeper.elsewhere
    assert read_record(path) == finished(minutes=22)
    assert unfinished(state, log) == ([], [])


def unsure(write: durable.Write) -> durable.Write:
    def written(path: Path, text: str) -> None:
        write(path, text)
        raise durable.NotSure(errno.EIO, os.strerror(errno.EIO), str(path))

    return written

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.workout.run_lock import RunBusy, claim
from glutetimer.adapters.workout.unfinished import Unfinished, discard, save_as_is, take_over, unfinished
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import Resume, dump_record
from glutetimer.core.values import replace
from tests.helpers.paths import TOP
from tests.helpers.records import ID, RESUME, STARTED, finished, running

SAVED = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


def put(state: Path, workout: Workout, *, seal: bool = False, resume: Resume | None = RESUME) -> Path:
    """The running file of a program that is no more, last saved at SAVED."""
    path = state / "running" / f"{workout.id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_record(workout, seal=seal, resume=resume), encoding="utf-8")
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp() + 0.5))
    return path


def broken_off(state: Path, log: Path, workout: Workout) -> Unfinished:
    """The same, as it is found at the next start."""
    put(state, workout)
    [item], _ = unfinished(state, log)
    return item


@contextmanager
def another_program(state: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the workout ID until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.saver_child", state, "hold"],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_broke_off_is_found_with_all_that_is_needed_to_go_on(state: Path, log: Path) -> None:
    path = put(state, running(2))
    assert unfinished(state, log) == ([Unfinished(path, running(2), RESUME, SAVED)], [])


def test_the_newest_comes_first(state: Path, log: Path) -> None:
    ids = [f"2026112{day}T183005Z-7f3a9c21" for day in range(3)]
    for id_ in ids:
        put(state, running(id_=id_))
    assert [item.workout.id for item in unfinished(state, log)[0]] == ids[::-1]


def test_without_a_state_folder_nothing_broke_off(state: Path, log: Path) -> None:
    assert unfinished(state, log) == ([], [])


def test_what_cannot_be_read_is_named_and_left_alone(state: Path, log: Path) -> None:
    whole = put(state, running(1)).read_bytes()
    folder = state / "running"
    for name, data in {"torn": whole[:300], "other": whole, "cut": whole[: whole.index(b"[resume]")]}.items():
        (folder / f"{name}.toml").write_bytes(data.replace(ID.encode(), b"cut") if name == "cut" else data)
    before = names(folder)
    items, unreadable = unfinished(state, log)
    assert [item.workout.id for item in items] == [ID]
    assert sorted(path.stem for path, _ in unreadable) == ["cut", "other", "torn"]
    assert names(folder) == before


def test_a_record_that_is_in_the_log_is_not_unfinished(state: Path, log: Path) -> None:
    """The program was stopped after the sealing, before the running file was taken away."""
    put(state, running(3))
    path = record_path(log, finished())
    path.parent.mkdir(parents=True)
    path.write_text(dump_record(finished(), seal=True), encoding="utf-8")
    assert unfinished(state, log) == ([], [])


def test_a_broken_record_in_the_log_hides_nothing(state: Path, log: Path) -> None:
    put(state, running(3))
    record_path(log, running()).parent.mkdir(parents=True)
    record_path(log, running()).touch()
    assert len(unfinished(state, log)[0]) == 1


def test_two_programs_cannot_hold_the_same_workout(state: Path) -> None:
    with another_program(state), pytest.raises(RunBusy):
        claim(state, ID)


def test_what_another_program_runs_is_not_unfinished(state: Path, log: Path) -> None:
    with another_program(state):
        put(state, running(1))
        assert unfinished(state, log) == ([], [])


def test_it_is_unfinished_once_that_program_is_killed(state: Path, log: Path) -> None:
    with another_program(state) as process:
        put(state, running(1))
        process.kill()
    assert len(unfinished(state, log)[0]) == 1


def test_two_runs_in_one_program_cannot_hold_the_same_workout(state: Path) -> None:
    held = claim(state, ID)
    with pytest.raises(RunBusy):
        claim(state, ID)
    held.release()


def test_other_workouts_can_be_held_beside_it(state: Path) -> None:
    claims = [claim(state, ID), claim(state, "another")]
    assert names(state / "running") == [f"{ID}.lock", "another.lock"]
    for held in claims:
        held.release()


def test_release_leaves_the_running_file_for_the_next(state: Path, log: Path) -> None:
    held = claim(state, ID)
    put(state, running(1))
    held.release()
    assert len(unfinished(state, log)[0]) == 1


def test_release_leaves_no_lock_where_there_is_no_running_file(state: Path) -> None:
    claim(state, ID).release()
    assert names(state / "running") == []


def test_finish_takes_everything_away_with_the_leftovers_of_killed_programs(state: Path) -> None:
    held = claim(state, ID)
    path = put(state, running(1))
    path.with_name(f".{path.name}.0f3c2a11.tmp").touch()
    held.finish()
    assert names(state / "running") == []


def test_taking_over_holds_it(state: Path, log: Path) -> None:
    held = take_over(broken_off(state, log, running(1)))
    assert unfinished(state, log) == ([], [])
    held.release()


def test_what_somebody_else_has_dealt_with_cannot_be_taken_over(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    discard(item)
    for deal in (take_over, discard, lambda item: save_as_is(item, log)):
        with pytest.raises(FileNotFoundError):
            deal(item)
    assert names(state / "running") == []


def test_discarding_moves_it_to_the_trash(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    text = item.path.read_text(encoding="utf-8")
    assert discard(item).read_text(encoding="utf-8") == text
    assert names(state / "trash") == [f"{ID}.toml"]
    assert unfinished(state, log) == ([], [])


def test_nothing_in_the_trash_is_overwritten(state: Path, log: Path) -> None:
    for count in (1, 2):
        discard(broken_off(state, log, running(count)))
    assert names(state / "trash") == [f"{ID}.2.toml", f"{ID}.toml"]


def test_a_trash_that_cannot_be_made_keeps_the_file_where_it_is(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    (state / "trash").touch()
    with pytest.raises(NotADirectoryError):
        discard(item)
    assert unfinished(state, log) == ([item], [])


def test_saving_as_is_seals_it_as_an_early_end(state: Path, log: Path) -> None:
    path = save_as_is(broken_off(state, log, running(1)), log)
    found = read_record(path)
    assert path == record_path(log, running())
    assert (found.state, found.ended) == ("early", SAVED)
    assert [bout.result and bout.result.outcome for bout in found.bouts] == ["done", "not-reached", "not-reached"]
    assert names(state / "running") == []


def test_what_waits_sealed_is_moved_to_the_log_as_it_is(state: Path, log: Path) -> None:
    put(state, finished(), seal=True, resume=None)
    [item], _ = unfinished(state, log)
    assert item.resume is None
    assert read_record(save_as_is(item, log)) == finished()


def test_a_log_that_refuses_leaves_it_for_another_try(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    log.touch()
    with pytest.raises(NotADirectoryError):
        save_as_is(item, log)
    assert unfinished(state, log) == ([item], [])


def test_a_record_that_got_into_the_log_meanwhile_stays_and_the_rest_is_kept(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    path = record_path(log, finished())
    path.parent.mkdir(parents=True)
    path.write_text(dump_record(finished(), seal=True), encoding="utf-8")
    assert save_as_is(item, log) == path
    assert read_log(log)[0] == [(path, finished())]
    assert names(state / "trash") == [f"{ID}.toml"]


def test_another_file_by_that_name_is_not_overwritten(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    path = record_path(log, finished())
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        save_as_is(item, log)
    assert path.read_text() == "mine"
    assert unfinished(state, log) == ([item], [])


def test_what_was_saved_since_it_was_listed_is_saved_too(state: Path, log: Path) -> None:
    item = broken_off(state, log, running(1))
    put(state, running(2))
    assert read_record(save_as_is(item, log)).bouts[:2] == running(2).bouts[:2]


def test_a_clock_that_was_set_back_gives_no_negative_workout(state: Path, log: Path) -> None:
    late = replace(running(1), started=STARTED + timedelta(days=1))
    assert read_record(save_as_is(broken_off(state, log, late), log)).ended == late.started

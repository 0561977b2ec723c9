from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.workout.run_lock import RunBusy, claim
from glutetimer.adapters.workout.saver import RecordSaver
from glutetimer.adapters.workout.unfinished import take_over, unfinished
from glutetimer.core.record.write import load_running
from glutetimer.core.values import replace
from tests.helpers.records import ID, RESUME, finished, over, running

SOON = 60.0


class SlowDisk:
    """Writes durably, but only while the gate is open; remembers what was written how."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Event()
        self.writes: list[tuple[str, frozenset[int]]] = []

    def create(self, path: Path, text: str) -> None:
        self._pass("create", text)
        durable.create(path, text)

    def replace(self, path: Path, text: str) -> None:
        self._pass("replace", text)
        durable.replace(path, text)

    def _pass(self, how: str, text: str) -> None:
        self.begun.set()
        assert self.gate.wait(SOON)
        self.writes.append((how, over(load_running(text)[0])))


@pytest.fixture
def disk() -> Iterator[SlowDisk]:
    disk = SlowDisk()
    yield disk
    disk.gate.set()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def told() -> list[frozenset[int]]:
    """What the keeper said to be durable, in order."""
    return []


@pytest.fixture
def keeper(state: Path, log: Path, disk: SlowDisk, told: list[frozenset[int]]) -> Iterator[RecordSaver]:
    keeper = RecordSaver(state, log, RESUME, on_saved=told.append, create=disk.create, replace=disk.replace)
    yield keeper
    disk.gate.set()
    keeper.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shut(keeper: RecordSaver, disk: SlowDisk) -> None:
    """Hold the disk up in the middle of a first save."""
    disk.gate.clear()
    keeper.keep(running(1, 9))
    assert disk.begun.wait(SOON)


def test_a_kept_workout_lies_in_the_state_folder_with_all_that_is_needed_to_go_on(
    keeper: RecordSaver, state: Path
) -> None:
    keeper.keep(running(1))
    assert keeper.wait(SOON)
    text = (state / "running" / f"{ID}.toml").read_text(encoding="utf-8")
    assert load_running(text) == (running(1), RESUME)
    assert (keeper.problem, keeper.saved_path) == ("", None)


def test_nobody_else_can_hold_a_kept_workout(keeper: RecordSaver, state: Path) -> None:
    keeper.keep(running(1))
    keeper.wait(SOON)
    with pytest.raises(RunBusy):
        claim(state, ID)


def test_nobody_waits_for_the_disk(keeper: RecordSaver, disk: SlowDisk) -> None:
    shut(keeper, disk)
    keeper.keep(running(2, 9))
    keeper.seal(finished(9))
    assert disk.writes == []
    assert not keeper.wait(0.01)


def test_of_several_snapshots_waiting_the_newest_wins(keeper: RecordSaver, disk: SlowDisk) -> None:
    shut(keeper, disk)
    for count in range(2, 9):
        keeper.keep(running(count, 9))
    disk.gate.set()
    assert keeper.wait(SOON)
    assert disk.writes == [("replace", frozenset({0})), ("replace", frozenset(range(8)))]


def test_the_last_save_comes_last(keeper: RecordSaver, disk: SlowDisk, state: Path) -> None:
    shut(keeper, disk)
    keeper.keep(running(2, 9))
    keeper.seal(finished(9))
    disk.gate.set()
    assert keeper.wait(SOON)
    assert [how for how, _ in disk.writes] == ["replace", "create"]
    assert names(state / "running") == []


def test_a_sealed_workout_lies_in_the_log_and_no_longer_in_the_state_folder(
    keeper: RecordSaver, state: Path, log: Path
) -> None:
    keeper.keep(running(2))
    keeper.wait(SOON)
    keeper.seal(finished())
    assert keeper.wait(SOON)
    assert keeper.saved_path == record_path(log, finished())
    assert read_record(record_path(log, finished())) == finished()
    assert names(state / "running") == []


def test_nothing_is_kept_after_the_seal(keeper: RecordSaver, state: Path) -> None:
    keeper.seal(finished())
    keeper.keep(running(1))
    assert keeper.wait(SOON)
    assert not (state / "running").exists()


def test_what_is_told_afterwards_is_added_to_the_record(keeper: RecordSaver, log: Path) -> None:
    keeper.seal(finished())
    for effort in (5, 6):
        keeper.amend(replace(finished(), effort=effort, confirmed=True))
        assert keeper.wait(SOON)
    assert read_record(record_path(log, finished())) == replace(finished(), effort=6, confirmed=True)
    assert keeper.problem == ""


def test_a_record_that_somebody_edited_stays_as_it_is(keeper: RecordSaver, log: Path) -> None:
    keeper.seal(finished())
    keeper.wait(SOON)
    path = record_path(log, finished())
    path.write_text("mine")
    keeper.amend(replace(finished(), effort=6))
    keeper.wait(SOON)
    assert path.read_text() == "mine"
    assert keeper.problem == f"Not changed: {path} was edited since, and stays as it is."


def test_a_record_that_somebody_took_away_does_not_come_back(keeper: RecordSaver, log: Path) -> None:
    keeper.seal(finished())
    keeper.wait(SOON)
    path = record_path(log, finished())
    path.unlink()
    keeper.amend(replace(finished(), effort=6))
    keeper.wait(SOON)
    assert not path.exists()
    assert keeper.problem == f"Not changed: {path} is no longer there. The record stays as it was sealed."


def test_each_bout_is_told_once_when_it_is_durable(keeper: RecordSaver, told: list[frozenset[int]]) -> None:
    for workout in (running(0), running(1), running(1), running(3), running(2)):
        keeper.keep(workout)
        keeper.wait(SOON)
    keeper.seal(finished())
    keeper.wait(SOON)
    assert told == [frozenset({0}), frozenset({1, 2})]


def test_no_bout_is_told_before_it_is_durable(keeper: RecordSaver, disk: SlowDisk, told: list[frozenset[int]]) -> None:
    shut(keeper, disk)
    assert told == []
    disk.gate.set()
    keeper.wait(SOON)
    assert told == [frozenset({0})]


def test_a_listener_that_stumbles_is_told_of_and_stops_nothing(state: Path, log: Path) -> None:
    def stumble(_: frozenset[int]) -> None:
        raise RuntimeError("nobody listens")

    keeper = RecordSaver(state, log, RESUME, on_saved=stumble)
    keeper.keep(running(1))
    keeper.wait(SOON)
    assert "nobody listens" in keeper.problem
    keeper.seal(replace(finished(), bouts=running(1).bouts))
    keeper.close()
    assert (keeper.problem, keeper.saved_path) == ("", record_path(log, finished()))


def test_a_record_that_would_not_read_back_is_told_of_and_harms_nothing(keeper: RecordSaver, state: Path) -> None:
    keeper.keep(running(1))
    keeper.wait(SOON)
    keeper.keep(replace(running(2), effort=99))
    keeper.wait(SOON)
    assert keeper.problem.startswith("Not saved: effort will not do")
    assert load_running((state / "running" / f"{ID}.toml").read_text(encoding="utf-8"))[0] == running(1)


def test_a_discarded_workout_lies_in_the_trash_in_its_newest_state(
    keeper: RecordSaver, disk: SlowDisk, state: Path
) -> None:
    shut(keeper, disk)
    keeper.keep(running(2, 9))
    keeper.discard()
    disk.gate.set()
    assert keeper.wait(SOON)
    assert names(state / "running") == []
    assert load_running((state / "trash" / f"{ID}.toml").read_text(encoding="utf-8"))[0] == running(2, 9)


def test_nothing_is_kept_of_a_discarded_workout(keeper: RecordSaver, state: Path, log: Path) -> None:
    keeper.keep(running(1))
    keeper.discard()
    keeper.seal(finished())
    assert keeper.wait(SOON)
    assert names(state / "running") == []
    assert read_log(log) == ([], [])


def test_discarding_before_anything_was_kept_leaves_nothing(keeper: RecordSaver, state: Path) -> None:
    keeper.discard()
    assert keeper.wait(SOON)
    assert not state.exists()


def test_a_sealed_workout_is_not_discarded(keeper: RecordSaver, log: Path) -> None:
    keeper.seal(finished())
    keeper.wait(SOON)
    keeper.discard()
    keeper.amend(replace(finished(), effort=6))
    keeper.wait(SOON)
    assert read_record(record_path(log, finished())).effort == 6


def test_a_run_that_is_taken_up_again_goes_on_in_its_file(state: Path, log: Path) -> None:
    first = RecordSaver(state, log, RESUME)
    first.keep(running(1))
    first.close()
    [item], _ = unfinished(state, log)
    second = RecordSaver(state, log, RESUME, held=take_over(item))
    second.keep(running(2))
    second.close()
    assert [item.workout for item in unfinished(state, log)[0]] == [running(2)]


def test_closing_does_what_still_waits(keeper: RecordSaver, disk: SlowDisk, log: Path) -> None:
    shut(keeper, disk)
    keeper.seal(finished())
    disk.gate.set()
    keeper.close()
    assert read_record(record_path(log, finished())) == finished()


def test_closing_lets_go_of_what_is_not_over(keeper: RecordSaver, state: Path, log: Path) -> None:
    keeper.keep(running(1))
    keeper.close()
    assert [item.workout for item in unfinished(state, log)[0]] == [running(1)]


def test_nothing_is_kept_after_closing(keeper: RecordSaver, state: Path) -> None:
    keeper.close()
    keeper.keep(running(1))
    assert keeper.wait(0)
    assert not state.exists()

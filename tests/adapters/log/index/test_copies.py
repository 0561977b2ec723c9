"""Sync tools keep two files where two machines changed one: the workout is there once, and what differs is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.core.log.query import Filter
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, put, put_text

WORKOUT: Workout = few()[-1]
OTHER = replace(WORKOUT, note="Changed on the other laptop")
ID = WORKOUT.id
SYNCTHING = f"{ID}.sync-conflict-20261121-120000-ABCDEFG.toml"
DROPBOX = f"{ID} (conflicted copy 2026-11-21).toml"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def index(tmp_path: Path, log: Path) -> Index:
    return open_index(log, tmp_path / "cache")


def seen(index: Index, log: Path) -> list[tuple[str, bool]]:
    """After a refresh: the names of the files that are shown, and whether they are copies."""
    index.refresh()
    assert everything(index) == everything(Direct(log))
    return sorted((row.path.rpartition("/")[2], row.copy) for row in index.history(Filter(), 0, 9))


@pytest.mark.parametrize("name", [SYNCTHING, DROPBOX, "a copy.toml"])
def test_an_equal_copy_is_not_there(index: Index, log: Path, name: str) -> None:
    put(log, WORKOUT)
    put(log, WORKOUT, name)
    assert seen(index, log) == [(f"{ID}.toml", False)]


def test_line_ends_and_a_byte_order_mark_make_no_difference(index: Index, log: Path) -> None:
    path = put(log, WORKOUT)
    put_text(path.with_name(DROPBOX), "\ufeff" + path.read_text("utf-8").replace("\n", "\r\n"))
    assert seen(index, log) == [(f"{ID}.toml", False)]


@pytest.mark.parametrize("name", [SYNCTHING, DROPBOX, "0 copy.toml"])
def test_a_copy_that_differs_is_shown_once_and_never_counted(index: Index, log: Path, name: str) -> None:
    put(log, WORKOUT)
    put(log, OTHER, name)
    put(log, OTHER, f"{name} again.toml")
    assert seen(index, log) == sorted([(f"{ID}.toml", False), (name, True)])
    assert sum(index.weekly().values()) == 1


def test_a_copy_alone_is_the_workout(index: Index, log: Path) -> None:
    put(log, OTHER, SYNCTHING)
    assert seen(index, log) == [(SYNCTHING, False)]


def test_of_files_with_other_names_the_first_counts(index: Index, log: Path) -> None:
    put(log, WORKOUT, SYNCTHING)
    put(log, OTHER, DROPBOX)
    assert seen(index, log) == [(DROPBOX, False), (SYNCTHING, True)]


def test_a_copy_takes_the_place_of_the_workout_that_is_gone(index: Index, log: Path) -> None:
    path = put(log, WORKOUT)
    put(log, WORKOUT, SYNCTHING)
    put(log, OTHER, DROPBOX)
    assert seen(index, log) == [(DROPBOX, True), (f"{ID}.toml", False)]
    path.unlink()
    assert seen(index, log) == [(DROPBOX, False), (SYNCTHING, True)]


def test_the_workout_comes_back_beside_its_copy(index: Index, log: Path) -> None:
    put(log, OTHER, SYNCTHING)
    assert seen(index, log) == [(SYNCTHING, False)]
    put(log, WORKOUT)
    assert seen(index, log) == [(SYNCTHING, True), (f"{ID}.toml", False)]


def test_a_copy_is_no_longer_one_when_it_is_changed_to_be_equal(index: Index, log: Path) -> None:
    put(log, WORKOUT)
    put(log, OTHER, SYNCTHING)
    assert len(seen(index, log)) == 2
    put(log, WORKOUT, SYNCTHING)
    assert seen(index, log) == [(f"{ID}.toml", False)]


def test_another_id_inside_makes_it_another_workout(index: Index, log: Path) -> None:
    put(log, WORKOUT)
    put(log, replace(OTHER, id="by-hand"), SYNCTHING)
    assert seen(index, log) == [(SYNCTHING, False), (f"{ID}.toml", False)]


def test_the_same_workout_in_another_folder_is_a_copy_too(index: Index, log: Path) -> None:
    put(log, WORKOUT)
    put(log / "laptop", WORKOUT)
    assert len(seen(index, log)) == 1
    put(log / "laptop", OTHER)
    assert [copy for _, copy in seen(index, log)] == [False, True]

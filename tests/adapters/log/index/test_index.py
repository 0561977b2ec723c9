"""The index says what the files say: whatever became of them, and whatever became of itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.adapters.log.index.index import open_index
from glutetimer.core.values import replace
from tests.helpers.log_maker import write
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, put, put_text, read, settle, year_files


class Disk:
    """A log and its index, to which things happen. `pick` names one of the files or workouts there are."""

    def __init__(self, folder: Path) -> None:
        self.log, self.cache = folder / "log", folder / "cache"
        self.made = few()
        self.index = open_index(self.log, self.cache)

    def add(self, pick: int) -> None:
        put(self.log, self.made[pick % len(self.made)], settled=pick % 3 > 0)

    def amend(self, pick: int) -> None:
        workout = self.made[pick % len(self.made)]
        self.made[pick % len(self.made)] = amended = replace(workout, effort=pick % 10, note=f"{workout.note} {pick}")
        put(self.log, amended, settled=pick % 3 > 0)

    def delete(self, pick: int) -> None:
        self._with_one(pick, Path.unlink)

    def rename(self, pick: int) -> None:
        self._with_one(pick, lambda path: path.rename(path.with_name(f"{pick} moved.toml")))

    def copy(self, pick: int) -> None:
        def copied(path: Path) -> None:
            put_text(path.with_name(f"{path.stem} ({pick}).toml"), path.read_text("utf-8"))

        self._with_one(pick, copied)

    def copy_changed(self, pick: int) -> None:
        workout = self.made[pick % len(self.made)]
        put(self.log, replace(workout, pain=pick % 7), f"{workout.id}.sync-conflict-{pick}.toml")

    def windows(self, pick: int) -> None:
        self._with_one(pick, lambda path: put_text(path, "\ufeff" + path.read_text("utf-8").replace("\n", "\r\n")))

    def cut(self, pick: int) -> None:
        self._with_one(pick, lambda path: put_text(path, path.read_text("utf-8")[: pick * 10]))

    def touch(self, pick: int) -> None:
        self._with_one(pick, settle)

    def look(self, pick: int = 0) -> None:
        """Refresh, and compare every answer."""
        self.index.refresh()
        assert everything(self.index) == everything(Direct(self.log))

    def reopen(self, pick: int) -> None:
        self.index = open_index(self.log, self.cache)

    def lose_index(self, pick: int) -> None:
        self._harmed(Path.unlink)

    def truncate_index(self, pick: int) -> None:
        self._harmed(lambda file: os.truncate(file, file.stat().st_size * (pick % 100) // 100))

    def garble_index(self, pick: int) -> None:
        self._harmed(lambda file: garble(file, pick))

    def _with_one(self, pick: int, act: Callable[[Path], object]) -> None:
        paths = sorted(self.log.rglob("*.toml"))
        if paths:
            act(paths[pick % len(paths)])

    def _harmed(self, act: Callable[[Path], object]) -> None:
        """Closed, as between two starts of the program."""
        for file in year_files(self.cache):
            act(file)
        self.index = open_index(self.log, self.cache)


def garble(file: Path, pick: int) -> None:
    """A disk gives back another page than the one that was written."""
    with file.open("r+b") as pages:
        pages.seek(4096 * (pick % max(1, file.stat().st_size // 4096)))
        pages.write((b"\0" if pick % 2 else b"\xa5") * 4096)


CHANGES = [Disk.add, Disk.amend, Disk.delete, Disk.rename, Disk.copy, Disk.copy_changed, Disk.windows, Disk.cut]
CHANGES += [Disk.touch, Disk.look]
HARM = [Disk.reopen, Disk.lose_index, Disk.truncate_index, Disk.garble_index]


def happenings(*kinds: Callable[[Disk, int], None]) -> st.SearchStrategy[list[tuple[Callable[[Disk, int], None], int]]]:
    """Some of these, one after the other, each to something else."""
    return st.lists(st.tuples(st.sampled_from(kinds), st.integers(0, 199)), max_size=10)


@settings(max_examples=30)
@given(start=st.integers(0, 12), happened=happenings(*CHANGES))
def test_it_says_what_the_files_say_whatever_became_of_them(
    start: int, happened: list[tuple[Callable[[Disk, int], None], int]]
) -> None:
    with TemporaryDirectory() as folder:
        _play(Disk(Path(folder)), start, happened)


@settings(max_examples=30)
@given(start=st.integers(0, 12), happened=happenings(*CHANGES, *HARM, *HARM))
def test_it_says_the_same_whatever_became_of_itself(
    start: int, happened: list[tuple[Callable[[Disk, int], None], int]]
) -> None:
    with TemporaryDirectory() as folder:
        _play(Disk(Path(folder)), start, happened)


def _play(disk: Disk, start: int, happened: list[tuple[Callable[[Disk, int], None], int]]) -> None:
    write(disk.log, disk.made[:start])
    for act, pick in happened:
        act(disk, pick)
    disk.look()


def test_years_of_workouts_are_what_their_files_say(tmp_path: Path) -> None:
    write(tmp_path / "log", few(150))
    index = read(tmp_path / "log", tmp_path / "cache")
    assert everything(index) == everything(Direct(tmp_path / "log"))
    assert len(index.exercises()) > 15


def test_without_a_log_there_are_no_rows(tmp_path: Path) -> None:
    index = read(tmp_path / "log", tmp_path / "cache")
    assert everything(index) == everything(Direct(tmp_path / "log"))
    assert not (tmp_path / "log").exists()


def test_what_was_known_is_known_before_anything_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "log", few())
    index = read(tmp_path / "log", tmp_path / "cache")
    known = everything(index)
    index = open_index(tmp_path / "log", tmp_path / "cache")
    assert everything(index) == known


def test_each_log_has_an_index_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "a", few())
    one, other = (read(tmp_path / name, tmp_path / "cache") for name in ("a", "b"))
    assert (len(one.starts(few()[0].started.date())) > 0, other.starts(few()[0].started.date())) == (True, ())

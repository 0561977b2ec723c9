"""One log on two laptops: what git merges and sync tools copy is the union, nothing lost and nothing doubled."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.adapters.log.read import read_log
from glutetimer.core.log.query import Filter
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, put

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

#: Done before the second laptop came; then on the first laptop; then on the second.
BEFORE, FIRST, SECOND = few()[:8], few()[8:14], few()[14:20]
ALL = Filter()


class Laptop:
    """A clone of the log, and this machine's own index of it."""

    def __init__(self, folder: Path) -> None:
        self.log, self.cache = folder / "log", folder / "cache"

    def git(self, *args: str, code: int = 0) -> str:
        """A real git, with nobody's own settings."""
        who = {f"GIT_{role}_{what}": "runner" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = own | who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        done = subprocess.run(["git", "-C", self.log, *args], env=env, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "workouts")

    def merge(self, other: Laptop, code: int = 0) -> str:
        """What the other one committed."""
        self.git("fetch", "--quiet", str(other.log), "main:refs/remotes/other")
        return self.git("merge", "--no-edit", "refs/remotes/other", code=code)

    def read(self) -> Index:
        """The index as of now: what it says is what the files say."""
        index = open_index(self.log, self.cache)
        index.refresh()
        assert everything(index) == everything(Direct(self.log))
        return index


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Laptop, Laptop]:
    """Both with the same log, looked at on both."""
    first, second = Laptop(tmp_path / "first"), Laptop(tmp_path / "second")
    for workout in BEFORE:
        put(first.log, workout)
    first.git("init", "--quiet", "--initial-branch", "main")
    first.commit()
    second.log.mkdir(parents=True)
    second.git("clone", "--quiet", str(first.log), ".")
    for laptop in (first, second):
        laptop.read()
    return first, second


def done_on(laptop: Laptop, workouts: list[Workout]) -> None:
    for workout in workouts:
        put(laptop.log, workout)
    laptop.read()
    laptop.commit()


def workouts_of(laptop: Laptop) -> list[Workout]:
    return sorted((workout for _, workout in read_log(laptop.log)[0]), key=lambda workout: workout.id)


def test_what_was_done_on_both_is_there_once_on_both(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    amended = replace(BEFORE[0], note="Corrected on the second", amended=(SECOND[0].started,))
    done_on(first, FIRST)
    done_on(second, [*SECOND, amended])
    first.merge(second)
    second.merge(first)
    union = sorted([amended, *BEFORE[1:], *FIRST, *SECOND], key=lambda workout: workout.id)
    for laptop in laptops:
        assert workouts_of(laptop) == union
        index = laptop.read()
        rows = index.history(ALL, 0, 99)
        assert (len(rows), len({row.id for row in rows}), index.unreadable()) == (20, 20, ())
        assert [row.note for row in rows if row.amended] == ["Corrected on the second"]


def test_the_same_correction_on_both_is_no_conflict(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    for laptop in laptops:
        done_on(laptop, [replace(BEFORE[0], note="The same")])
    first.merge(second)
    assert workouts_of(first) == sorted([replace(BEFORE[0], note="The same"), *BEFORE[1:]], key=lambda each: each.id)


def test_what_git_could_not_merge_is_named_with_its_line_and_left_alone(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    done_on(first, [*FIRST, replace(BEFORE[0], note="So")])
    done_on(second, [*SECOND, replace(BEFORE[0], note="Or so")])
    assert "CONFLICT" in first.merge(second, code=1)
    torn = record_path(first.log, BEFORE[0])
    path, text = torn.relative_to(first.log).as_posix(), torn.read_bytes()
    (marker,) = [number for number, line in enumerate(text.split(b"\n"), 1) if line.startswith(b"<<<<<<<")]
    index = first.read()
    assert [(row.path, row.line) for row in index.unreadable()] == [(path, marker)]
    assert {row.id for row in index.history(ALL, 0, 99)} == {each.id for each in (*BEFORE[1:], *FIRST, *SECOND)}
    assert torn.read_bytes() == text
    first.git("checkout", "--theirs", str(torn))
    index.refresh()
    assert (index.count(ALL), index.unreadable()) == (20, ())
    assert [row.note for row in index.history(ALL, 0, 99) if row.id == BEFORE[0].id] == ["Or so"]


def test_what_was_deleted_on_one_is_gone_on_both(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    record_path(first.log, BEFORE[0]).unlink()
    first.commit()
    done_on(second, SECOND)
    second.merge(first)
    index = second.read()
    assert {row.id for row in index.history(ALL, 0, 99)} == {each.id for each in (*BEFORE[1:], *SECOND)}


def test_copied_folders_are_the_union(laptops: tuple[Laptop, Laptop]) -> None:
    """By hand, with a USB stick."""
    first, second = laptops
    done_on(first, FIRST)
    done_on(second, SECOND)
    shutil.copytree(second.log, first.log, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))
    assert workouts_of(first) == sorted([*BEFORE, *FIRST, *SECOND], key=lambda workout: workout.id)
    index = first.read()
    assert index.count(ALL) == 20


@pytest.mark.parametrize(
    "name", ["{}.sync-conflict-20261121-120000-ABCDEFG.toml", "{} (conflicted copy 2026-11-21).toml"]
)
@pytest.mark.parametrize("differs", [False, True])
def test_what_sync_tools_leave_is_counted_once(laptops: tuple[Laptop, Laptop], name: str, differs: bool) -> None:
    laptop, _ = laptops
    ours = BEFORE[-1]
    theirs = replace(ours, note="On the other laptop") if differs else ours
    path = put(laptop.log, theirs, name.format(ours.id))
    index = laptop.read()
    rows = [row for row in index.history(ALL, 0, 99) if row.id == ours.id]
    assert sorted((row.copy, row.note) for row in rows) == [(False, ours.note), (True, theirs.note)][: 1 + differs]
    assert sum(index.weekly().values()) == sum(row.counts for row in index.history(ALL, 0, 99)) == len(BEFORE) - 2
    assert path.exists()

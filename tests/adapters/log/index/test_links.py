"""A log of which parts lie elsewhere: a year on another disk, a folder that a sync tool keeps in its own place."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from glutetimer.adapters.files.durable import create
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.core.log.query import Filter
from glutetimer.core.record.write import dump_record
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.log_oracle import Direct, everything
from tests.helpers.small_log import few, put, read

POSIX = pytest.mark.skipif(os.name == "nt", reason="links need rights there")
ALL = Filter()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "log").mkdir()
    return tmp_path / "log"


@pytest.fixture
def index(tmp_path: Path, log: Path) -> Index:
    return open_index(log, tmp_path / "cache")


def seen(index: Index, log: Path) -> list[str]:
    """The paths of all workouts after a refresh."""
    index.refresh()
    assert everything(index) == everything(Direct(log))
    return sorted(row.path for row in index.history(ALL, 0, 99))


def named(index: Index) -> dict[str, str]:
    """What cannot be read."""
    return {row.path: row.problem.partition(" (")[0] for row in index.unreadable()}


@POSIX
@pytest.mark.parametrize("part", ["year", "month"])
def test_what_is_saved_through_a_link_is_there(index: Index, log: Path, tmp_path: Path, part: str) -> None:
    workout = few()[-1]
    path = record_path(log, workout)
    linked = path.parent if part == "month" else path.parents[1]
    linked.parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    linked.symlink_to(tmp_path / "elsewhere")
    create(path, dump_record(workout, seal=True))
    assert seen(index, log) == [path.relative_to(log).as_posix()]


@POSIX
def test_links_that_lead_in_a_circle_come_to_an_end(index: Index, log: Path, tmp_path: Path) -> None:
    put(log, few()[0], "one.toml")
    year = next(path for path in log.iterdir())
    for name, leads in {"log": log, "up": tmp_path, "root": Path("/"), "year": year, "self": log / "self"}.items():
        (log / name).symlink_to(leads)
    (year / "back").symlink_to(log)
    (tmp_path / "other").mkdir()
    put(tmp_path / "other", few()[1], "two.toml")
    (log / "other").symlink_to(tmp_path / "other")
    (tmp_path / "other" / "other").symlink_to(tmp_path / "other")
    one, two = seen(index, log)
    assert (one.partition("/")[0], two.partition("/")[0]) == (year.name, "other")
    assert list(named(index)) == ["self"]


@POSIX
@pytest.mark.parametrize("name", ["0", "zz"], ids=["before", "after"])
def test_a_folder_inside_counts_once_and_by_its_own_name(index: Index, log: Path, tmp_path: Path, name: str) -> None:
    path = put(log, few()[0])
    (tmp_path / "around").mkdir()
    (tmp_path / "around" / "year").symlink_to(path.parents[1])
    (log / name).symlink_to(path.parents[1])
    (log / f"{name} around").symlink_to(tmp_path / "around")
    assert seen(index, log) == [path.relative_to(log).as_posix()]


@POSIX
def test_a_link_that_leads_nowhere_is_named_until_it_leads_somewhere(index: Index, log: Path, tmp_path: Path) -> None:
    (log / "2026").symlink_to(tmp_path / "disk")
    (log / "one.toml").symlink_to("nowhere")
    (log / ".hidden").symlink_to("nowhere")
    assert seen(index, log) == []
    nowhere = {"2026": "this link leads nowhere", "one.toml": "there is no file behind this name"}
    assert named(index) == nowhere
    put(tmp_path / "disk", few()[0])
    assert len(seen(index, log)) == 1
    assert list(named(index)) == ["one.toml"]


@POSIX
def test_a_log_that_is_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "log").symlink_to("nowhere")
    index = read(tmp_path / "log", tmp_path / "cache")
    assert named(index) == {".": "this link leads nowhere"}


@POSIX
def test_a_link_into_a_folder_that_is_shut_is_named() -> None:
    with open_folder() as folder:
        index = read(folder / "log", folder / "cache")
        (folder / "shut" / "year").mkdir(parents=True)
        (folder / "log").mkdir(mode=0o755)
        (folder / "log" / "2026").symlink_to(folder / "shut" / "year")
        (folder / "shut").chmod(0)
        with as_nobody():
            index.refresh()
        (folder / "shut").chmod(0o755)
        assert named(index) == {"2026": "cannot be looked into: Permission denied"}


@POSIX
def test_a_link_to_a_file_is_a_file(index: Index, log: Path, tmp_path: Path) -> None:
    (log / "link.toml").symlink_to(put(tmp_path / "elsewhere", few()[0]))
    (log / "notes").symlink_to(tmp_path / "elsewhere" / "notes.txt")
    (tmp_path / "elsewhere" / "notes.txt").touch()
    assert seen(index, log) == ["link.toml"]
    assert named(index) == {}


if os.name == "nt":  # nowhere else are there junctions, so elsewhere there is nothing to be skipped

    def test_a_junction_is_followed_once(index: Index, log: Path, tmp_path: Path) -> None:
        put(tmp_path / "elsewhere", few()[0])
        for name, leads in {"2020": tmp_path / "elsewhere", "again": tmp_path / "elsewhere", "round": log}.items():
            subprocess.run(["cmd", "/c", "mklink", "/J", str(log / name), str(leads)], check=True, capture_output=True)
        assert [path.partition("/")[0] for path in seen(index, log)] == ["2020"]

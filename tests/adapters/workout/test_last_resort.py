"""A record that neither the log nor the state folder takes lies in the first other folder that does."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.adapters.files.folders import places, refuges
from glutetimer.adapters.files.home import stand_in_for_home
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.workout import last_resort
from glutetimer.adapters.workout.saver import RecordSaver
from glutetimer.adapters.workout.unfinished import discard, save_as_is, take_newest, unfinished
from glutetimer.core.record.write import load_running
from tests.helpers.records import ID, RESUME, finished, running

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes and no user ids")


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    """A place below which no folder can be made."""
    (tmp_path / "file").write_text("")
    return tmp_path / "file"


def kept(shut: Path, *refuges: Path, do: Callable[[RecordSaver], None]) -> RecordSaver:
    """A keeper that can write nowhere else, closed after that."""
    keeper = RecordSaver(shut / "state", shut / "log", RESUME, refuges=refuges)
    do(keeper)
    keeper.close()
    return keeper


def test_a_workout_goes_to_the_first_refuge_that_takes_it_and_is_offered(shut: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    keeper = kept(shut, shut / "none", first, second, do=lambda keeper: keeper.keep(running(2)))
    path = first / "running" / f"{ID}.toml"
    assert load_running(path.read_text("utf-8")) == (running(2), RESUME)
    assert keeper.elsewhere
    assert keeper.problem.endswith(f" is not a folder. Your workout waits in {path}; the next start offers it.")
    assert not second.exists()
    [item], bad = unfinished(tmp_path / "state", tmp_path / "log", [first, second])
    assert (item.path, item.workout, bad) == (path, running(2), [])
    assert unfinished(tmp_path / "state", tmp_path / "log") == ([], [])


def test_one_that_is_over_is_sealed_and_saved_from_there(shut: Path, tmp_path: Path) -> None:
    refuge, log = tmp_path / "refuge", tmp_path / "log"
    kept(shut, refuge, do=lambda keeper: keeper.seal(finished()))
    [item], _ = unfinished(tmp_path / "state", log, [refuge])
    assert item.resume is None
    save_as_is(item, log)
    assert [workout for _, workout in read_log(log)[0]] == [finished()]
    last_resort.tidy([refuge])
    assert not refuge.exists()


def test_nothing_goes_there_where_a_last_try_succeeds(shut: Path, tmp_path: Path) -> None:
    keeper = RecordSaver(shut / "state", tmp_path / "log", RESUME, refuges=[tmp_path / "refuge"])
    keeper.keep(running(1))
    keeper.wait(60)
    assert keeper.problem
    shut.unlink()
    keeper.close()
    assert (keeper.problem, keeper.elsewhere) == ("", False)
    assert len(unfinished(shut / "state", tmp_path / "log")[0]) == 1
    assert not (tmp_path / "refuge").exists()


def test_what_was_thrown_away_goes_nowhere(shut: Path, tmp_path: Path) -> None:
    def throw(keeper: RecordSaver) -> None:
        keeper.keep(running(1))
        keeper.discard()

    assert not kept(shut, tmp_path / "refuge", do=throw).elsewhere
    assert not (tmp_path / "refuge").exists()


def test_where_no_folder_takes_it_the_record_is_given_back(shut: Path) -> None:
    keeper = kept(shut, shut / "refuge", do=lambda keeper: keeper.keep(running(2)))
    record = tomllib.loads(keeper.unkept)
    assert (record["id"], record["state"], record["seal"]) == (ID, "early", {"of": ID})
    assert [bout["outcome"] for bout in record["bout"]] == ["done", "done", "not-reached"]
    assert " No other folder takes it either. " in keeper.problem


def test_of_two_files_of_a_workout_the_later_one_counts_and_both_are_thrown_away(shut: Path, tmp_path: Path) -> None:
    """The state folder has what was saved before the disk was full."""
    state, log, refuge = tmp_path / "state", tmp_path / "log", tmp_path / "refuge"
    before = RecordSaver(state, log, RESUME)
    before.keep(running(1))
    before.close()
    os.utime(state / "running" / f"{ID}.toml", (1, 1))
    kept(shut, refuge, do=lambda keeper: keeper.keep(running(2)))
    taken, _ = take_newest(state, log, lambda item: True, [refuge])
    assert taken is not None
    taken.held.release()
    [item], _ = unfinished(state, log, [refuge])
    assert item == taken.item
    assert item.workout == running(2)
    discard(item, [state, refuge])
    assert unfinished(state, log, [refuge]) == ([], [])
    assert (state / "trash" / f"{ID}.toml").exists()


@posix
def test_it_is_private(shut: Path, tmp_path: Path) -> None:
    kept(shut, tmp_path / "refuge", do=lambda keeper: keeper.keep(running(1)))
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "refuge", *(tmp_path / "refuge").rglob("*.toml"))]
    assert modes == [0o700, 0o600]


@posix
@pytest.mark.parametrize("how", ["open to others", "a link", "somebody else's"])
def test_a_folder_that_somebody_else_may_have_laid_out_is_not_used(shut: Path, tmp_path: Path, how: str) -> None:
    laid_out = tmp_path / "laid out"
    laid_out.mkdir(0o700)
    if how == "open to others":
        laid_out.chmod(0o777)
    elif how == "a link":
        laid_out.rename(tmp_path / "real")
        laid_out.symlink_to(tmp_path / "real")
    elif os.getuid() != 0:
        pytest.skip("only root can give a folder away")
    else:
        os.chown(laid_out, 12345, 12345)
    keeper = kept(shut, laid_out, tmp_path / "next", do=lambda keeper: keeper.keep(running(1)))
    assert str(tmp_path / "next") in keeper.problem
    assert [*laid_out.iterdir()] == []
    assert last_resort.own([laid_out, tmp_path / "next"]) == [tmp_path / "next"]


@posix
def test_the_refuges_in_their_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    home, config = Path.home(), Path(os.environ["XDG_CONFIG_HOME"])
    mine = f"glutetimer-{os.getuid()}"
    usual = [config / "glutetimer" / "unsaved", home / "glutetimer-unsaved"]
    assert [*refuges()] == [*usual, tmp_path / mine]
    monkeypatch.delenv("TMPDIR")
    assert [*refuges()] == [*usual, Path("/tmp", mine), Path("/var/tmp", mine)]


@posix
def test_without_a_home_a_private_folder_stands_in_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert stand_in_for_home() is None
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME")
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    own = tmp_path / f"glutetimer-{os.getuid()}"
    assert stand_in_for_home() == own
    assert places().log == own / ".local" / "share" / "glutetimer" / "log"
    assert refuges()[1] == own / "glutetimer-unsaved"


def unknown(_: int) -> None:
    raise KeyError

"""Kill a program at each of its calls that change the disk, and look at what it leaves behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.workout.unfinished import unfinished
from tests.helpers.paths import TOP

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")

CALLS = "write,fsync,link,linkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat"
OLD, NEW = "old " * 5000, "new " * 6000
WRITE = f"""
import sys
from pathlib import Path
from glutetimer.adapters.files import durable
how = {{"create": durable.create, "replace": durable.replace, "plain": Path.write_text}}[sys.argv[1]]
how(Path(sys.argv[2]), {NEW!r})
"""
SEAL = """
import sys
from pathlib import Path
from glutetimer.adapters.workout.saver import RecordSaver
from tests.helpers.records import RESUME, finished, running
keeper = RecordSaver(Path(sys.argv[1], "state"), Path(sys.argv[1], "log"), RESUME)
keeper.keep(running(1))
keeper.wait(60)
keeper.seal(finished())
keeper.wait(60)
keeper.amend(finished(minutes=21))
keeper.close()
"""


def traced(program: str, args: list[str], *inject: str, report: Path | None = None) -> int:
    """Run the program under strace; its exit code."""
    options = [word for rule in inject for word in ("-e", f"inject={rule}")]
    command = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(report or os.devnull), *options]
    env = os.environ | {"PYTHONPATH": str(TOP), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([*command, sys.executable, "-c", program, *args], env=env, check=False).returncode


def kills(tmp_path: Path, program: str, prepare: Callable[[Path], list[str]], *inject: str) -> Iterator[Path]:
    """The folders left behind by the program, killed at its first call of each kind, its second, and so on."""
    report, folder = tmp_path / "report", tmp_path / "whole"
    folder.mkdir()
    traced(program, prepare(folder), *inject, report=report)
    calls = Counter(re.findall(r"^\d+ +(\w+)\(", report.read_text(), re.MULTILINE))
    assert calls["fsync"] + calls["write"] > 0
    for call, count in calls.items():
        for number in range(1, count + 1):
            folder = tmp_path / f"{call}-{number}"
            folder.mkdir()
            rest = [rule for rule in inject if not rule.startswith(call)]
            if len(rest) == len(inject):  # the same call cannot be both refused and killed
                code = traced(program, prepare(folder), f"{call}:signal=SIGKILL:when={number}", *inject)
                assert code in (-signal.SIGKILL, 128 + signal.SIGKILL)
                yield folder


def target(how: str, old: str | None) -> Callable[[Path], list[str]]:
    """Prepare a folder with the old text (None: no file) for a program that writes the new one."""

    def prepare(folder: Path) -> list[str]:
        if old is not None:
            (folder / "a.toml").write_text(old)
        return [how, str(folder / "a.toml")]

    return prepare


def left(folder: Path) -> str | None:
    """What the file holds now; whatever else lies there is a hidden temporary file."""
    assert all(path.name == "a.toml" or re.fullmatch(r"\.a\.toml\.\w+\.tmp", path.name) for path in folder.iterdir())
    path = folder / "a.toml"
    return path.read_text() if path.exists() else None


def test_a_new_file_is_absent_or_whole_and_the_next_try_completes_it(tmp_path: Path) -> None:
    found = []
    for folder in kills(tmp_path, WRITE, target("create", None)):
        found.append(left(folder))
        durable.create(folder / "a.toml", NEW)
    assert set(found) == {None, NEW}


def test_a_file_that_is_there_stays_whatever_happens_to_a_second_one(tmp_path: Path) -> None:
    assert {left(folder) for folder in kills(tmp_path, WRITE, target("create", OLD))} == {OLD}


def test_without_links_a_new_file_may_be_empty_and_the_next_try_completes_it(tmp_path: Path) -> None:
    found = []
    for folder in kills(tmp_path, WRITE, target("create", None), "link,linkat:error=EPERM"):
        found.append(left(folder))
        durable.create(folder / "a.toml", NEW)
        assert left(folder) == NEW
    assert set(found) == {None, "", NEW}


def test_a_replaced_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    found = []
    for folder in kills(tmp_path, WRITE, target("replace", OLD)):
        found.append(left(folder))
        durable.replace(folder / "a.toml", NEW)
    assert set(found) == {OLD, NEW}


def test_a_file_written_in_place_is_caught_torn(tmp_path: Path) -> None:
    assert not {left(folder) for folder in kills(tmp_path, WRITE, target("plain", OLD))} <= {OLD, NEW}


def test_a_workout_is_never_in_neither_place(tmp_path: Path) -> None:
    """Once something was kept, it is found either as unfinished or in the log, and never as both."""
    places = Counter[tuple[int, int]]()
    for folder in kills(tmp_path, SEAL, lambda folder: [str(folder)]):
        records, torn = read_log(folder / "log")
        items, unreadable = unfinished(folder / "state", folder / "log")
        assert torn == unreadable == []
        places[len(items), len(records)] += 1
    assert set(places) == {(0, 0), (1, 0), (0, 1)}
    # Nothing was kept yet only up to the naming of the first running file: folders, its text, its flush.
    assert places[0, 0] <= 12

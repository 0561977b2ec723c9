"""The real program with a disk call spoiled: killed before the N-th one, or refused there, once or from then on.

A small library, compiled here and loaded before all others, counts the calls (`shim.c`).
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.workout.unfinished import unfinished

SECONDS = 120.0
REFUSALS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS)
SESSION = """
format = 1
name = "Three"
rest = 0
[[exercise]]
id = "first"
hold = 5
[[exercise]]
id = "second"
hold = 5
[[exercise]]
id = "third"
hold = 5
"""
#: An editor that gives the workout another effort.
EDITOR = (
    "import re, sys; p = sys.argv[1]; t = open(p).read(); open(p, 'w').write(t.replace('effort = 3', 'effort = 7'))"
)
#: What the settings screen does.
SETTINGS = """
import sys
from pathlib import Path
from glutetimer.adapters.files.folders import places
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.program import FileProgram
from glutetimer.core.settings.config import Config
from glutetimer.core.plan.options import Options
objection = FileProgram(Settings(places(), Config()), Options()).change({"rest": 45})
print(objection, file=sys.stderr)
sys.exit(bool(objection))
"""


@dataclass(frozen=True, slots=True)
class Spoil:
    """Which call is spoiled, from 1, and how: by a kill (0), or by an errno; `lasting`: each one from there on."""

    at: int
    how: int = 0
    lasting: bool = False

    def __str__(self) -> str:
        what = errno.errorcode[self.how] if self.how else "kill"
        return f"{what} {'from' if self.lasting else 'at'} call {self.at}"


class World:
    """A home of its own, all of whose disk calls count."""

    def __init__(self, folder: Path, shim: Path, like: World | None = None) -> None:
        """An empty one, or one that is as another one is."""
        folder.mkdir(parents=True)
        if like is not None:
            shutil.copytree(like.folder, folder, dirs_exist_ok=True)
        self.folder: Path = folder.resolve()
        self._shim = shim
        self.log, self.trace = self.folder / "log", folder.with_name(f"{folder.name}.jsonl")
        self._list = folder.with_name(f"{folder.name}.calls")
        self.session = folder.with_name("three.toml")
        self.session.write_text(SESSION, "utf-8")
        names = {name: str(self.folder / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
        self._env = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp")}
        self._env |= {f"XDG_{name}_HOME": where for name, where in names.items()}
        self._env |= {"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "WAKEPY_FAKE_SUCCESS": "1"}
        self._env["EDITOR"] = f'"{sys.executable}" "{folder.with_name("editor.py")}"'
        folder.with_name("editor.py").write_text(EDITOR, "utf-8")
        for name in ("home", "tmp"):
            (self.folder / name).mkdir(exist_ok=True)

    def run(self, *words: str, spoil: Spoil | None = None) -> subprocess.CompletedProcess[str]:
        """The program to its end."""
        program = ["-c", SETTINGS] if words == ("settings",) else ["-m", "glutetimer", *words]
        self._list.unlink(missing_ok=True)
        env = self._env | {"LD_PRELOAD": str(self._shim), "FAULT_ROOT": str(self.folder), "FAULT_LIST": str(self._list)}
        if spoil is not None:
            env |= {"FAULT_AT": str(spoil.at), "FAULT_ACT": str(spoil.how or "kill")}
            env |= {"FAULT_LASTING": "1"} if spoil.lasting else {}
        return subprocess.run(
            [sys.executable, *program],
            env=env,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            cwd=self.folder,
            check=False,
        )

    @property
    def calls(self) -> int:
        """How many calls the last run has made."""
        return len(self._list.read_text().splitlines()) if self._list.exists() else 0

    @property
    def refuges(self) -> list[Path]:
        """Where else a record may lie."""
        own = f"glutetimer-{os.getuid()}"
        known = (self.folder / "config" / "glutetimer" / "unsaved", self.folder / "home" / "glutetimer-unsaved")
        return [*known, self.folder / "tmp" / own]

    def efforts(self) -> list[int | None]:
        """What is in the log, each file whole."""
        records, torn = read_log(self.log)
        assert torn == []
        return [workout.effort for _, workout in records]

    def trashed(self) -> list[str]:
        """The whole texts in the log's trash."""
        return [text for path in (self.log / ".trash").glob("*.toml") if (text := path.read_text("utf-8"))]

    def waiting(self) -> int:
        """How many workouts the next start offers; none of them is torn."""
        found, torn = unfinished(self.folder / "state" / "glutetimer", self.log, self.refuges)
        assert torn == []
        return len(found)


Judge = Callable[[World, subprocess.CompletedProcess[str], Spoil], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is there before, what the program is asked, and what must be so afterwards."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...]
    judge: Judge


ADD = ("log", "add", "get-hip", "--effort", "3", "--at", "2026-11-20 18:30", "--log-dir", "log")
RUN = ("run", "../three.toml", "--plain", "--speed", "200", "--log-dir", "log", "--trace", "../world.jsonl")


def _of_run(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """What was called saved is in the log, or waits, or was printed: in one place."""
    in_log, waits = len(world.efforts()), world.waiting()
    saved = '"Saved"' in (world.trace.read_text("utf-8") if world.trace.exists() else "")
    printed = '[seal]\nof = "' in done.stderr
    if spoil.how == 0:
        assert in_log + waits <= 1, "in two places"
        assert in_log + waits == 1 or not saved, "called saved and nowhere"
        return
    if done.returncode == 2 and "--trace" in done.stderr:  # refused before anything was done
        assert in_log + waits == 0, "something was done"
        return
    assert in_log + waits + printed >= 1, "lost"
    assert (done.returncode == 0) is (in_log == 1), "exit code"
    assert done.returncode in (0, 1)


def _of_add(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """It says it is there where it is, and that it is not where it is not."""
    efforts = world.efforts()
    assert efforts in ([], [3])
    if spoil.how:
        assert (done.returncode == 0) is (efforts == [3]), "exit code"
        assert ("Added: " in done.stdout) is (efforts == [3])


def _of_edit(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """The old one or the new one, whole; the old one lies in the trash, too, once it was replaced."""
    efforts = world.efforts()
    assert efforts in ([3], [7]), "lost"
    if efforts == [7]:
        assert any("effort = 3" in text for text in world.trashed()), "the old one is lost"
    if spoil.how and "Not changed" in done.stderr:
        assert efforts == [3]
    if spoil.how and done.returncode == 0:
        assert efforts == [7]


def _of_delete(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """In the log, or in the trash."""
    efforts = world.efforts()
    assert efforts == [3] or any("effort = 3" in text for text in world.trashed()), "lost"
    if spoil.how:
        assert (done.returncode == 0) is (efforts == []), "exit code"


def _of_settings(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """The old file or the new one, with its comment."""
    text = (world.folder / "config" / "glutetimer" / "config.toml").read_text("utf-8")
    rest = tomllib.loads(text)["rest"]
    assert rest in (30, 45)
    assert "# mine" in text
    if spoil.how:
        assert (done.returncode == 0) is (rest == 45), "exit code"


def _of_index(world: World, done: subprocess.CompletedProcess[str], spoil: Spoil) -> None:
    """Whatever becomes of the index: the answer is the same."""
    if spoil.how:
        assert done.returncode == 0, "the index stood in the way"
        assert '"effort": 3' in done.stdout
    assert '"effort": 3' in world.run("log", "--json", "--log-dir", "log").stdout


SCENES: Mapping[str, Scene] = {
    "run": Scene(RUN, (), _of_run),
    "log add": Scene(ADD, (), _of_add),
    "log edit": Scene(("log", "edit", "last", "--log-dir", "log"), (ADD,), _of_edit),
    "log delete": Scene(("log", "delete", "last", "--log-dir", "log"), (ADD,), _of_delete),
    "settings": Scene(("settings",), (), _of_settings),
    "the index made anew": Scene(("log", "--json", "--log-dir", "log"), (ADD,), _of_index),
}


def spoils(calls: int, most: int | None, seed: str) -> Iterator[Spoil]:
    """Every kill and every refusal at every call; of these at most `most`, chosen by a seed."""
    ways = [Spoil(at) for at in range(1, calls + 1)]
    ways += [Spoil(at, how, last) for at in range(1, calls + 1) for how in REFUSALS for last in (False, True)]
    yield from ways if most is None else random.Random(seed).sample(ways, min(most, len(ways)))


def built(folder: Path) -> Path:
    """The library, compiled."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    shim = folder / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(shim), str(Path(__file__).with_name("shim.c")), "-ldl"]
    subprocess.run(command, check=True)
    return shim


def play(name: str, folder: Path, shim: Path, most: int | None) -> Mapping[str, Any]:
    """Play a scene once whole, then spoiled in each way; how many ways, and what went wrong in which."""
    scene, wrong = SCENES[name], list[str]()
    before = _world(scene, folder / "before" / "world", shim)
    first = World(folder / "whole" / "world", shim, like=before)
    done = first.run(*scene.words)
    assert done.returncode == 0, done.stderr
    ways = [*spoils(first.calls, most, name)]
    for number, spoil in enumerate(ways):
        world = World(folder / f"way-{number}" / "world", shim, like=before)
        if why := _verdict(scene, world, spoil):
            wrong.append(f"{spoil}: {why}")
        shutil.rmtree(folder / f"way-{number}")
    return {"calls": first.calls, "ways": len(ways), "wrong": wrong}


def _world(scene: Scene, folder: Path, shim: Path) -> World:
    world = World(folder, shim)
    config = world.folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("rest = 30  # mine\n", "utf-8")
    for words in scene.before:
        assert world.run(*words).returncode == 0
    return world


def _verdict(scene: Scene, world: World, spoil: Spoil) -> str:
    """What went wrong; "" where nothing has."""
    done = world.run(*scene.words, spoil=spoil)
    if spoil.how == 0 and done.returncode not in (-signal.SIGKILL, 0):
        return f"ended with {done.returncode}: {done.stderr[-300:]}"
    if "Traceback" in done.stderr:
        return done.stderr[-600:]
    try:
        scene.judge(world, done, spoil)
    except AssertionError as slip:
        return f"{slip} (exit code {done.returncode}; {done.stderr.strip()[-300:]})"
    return ""

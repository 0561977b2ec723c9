"""Logs of 100 to 100,000 workouts, made from a seed, beside an empty one: what each answer takes, and how it grows.

By hand: some five minutes, most of them to read 100,000 files for the first time; `--most 10000` takes one. Each figure
is the least of its rounds: first on the wall, then CPU seconds of all threads (and of the process that was started).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Thread
from time import perf_counter, process_time, sleep

from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.adapters.workout.saver_files import SaverFiles
from glutetimer.core.log.query import Filter
from glutetimer.core.plan.options import Options
from glutetimer.core.record.record import Workout
from glutetimer.core.record.resume import Resume
from glutetimer.tui.log.common.page import Tab
from tests.bench.bench_log_screens import Seconds, first_picture
from tests.helpers.log_maker import UNTIL, make_log, workouts
from tests.helpers.paths import TESTS

SIZES = (0, 100, 2_000, 10_000, 100_000)
SEED = 20261121
LONG_AGO = 1_600_000_000
TODAY = UNTIL.date()
YEAR, EIGHT_WEEKS = (TODAY - timedelta(days=days) for days in (365, 56))
#: So many weeks of an exercise are shown at 120 columns.
WIDE = TODAY - timedelta(weeks=114)


@dataclass(frozen=True)
class Scene:
    """A log of `size` workouts; its index, up to date from the second row of the table on; workouts not in it yet."""

    size: int
    folder: Path
    index: Index
    new: Iterator[Workout]

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def cache(self) -> Path:
        """As the program finds it where XDG_CACHE_HOME is `folder`."""
        return self.folder / "glutetimer"


@dataclass(frozen=True)
class Row:
    """A line of the table: `act` is done `rounds` times, each after `before`, which is not timed; the least counts.

    What answers in `Seconds` is taken at its word.
    """

    name: str
    act: Callable[[Scene], object]
    rounds: int = 11
    before: Callable[[Scene], object] = id


def exercise(scene: Scene) -> None:
    """What a wide screen shows of an exercise."""
    scene.index.of_exercise("step-up", WIDE, UNTIL)
    scene.index.ever("step-up", UNTIL)


def screen(tab: Tab) -> Callable[[Scene], Seconds]:
    """How long a page of the log lets one wait."""
    return lambda scene: first_picture(scene.log, scene.cache, UNTIL, tab)


def listed(wanted: Filter) -> Callable[[Scene], object]:
    """What the list asks for once a filter is chosen."""
    return lambda scene: (scene.index.count(wanted), scene.index.history(wanted, 0, 50))


def open_and_show(scene: Scene) -> None:
    """What a screen needs for its first picture."""
    index = open_index(scene.log, scene.cache)
    index.history(Filter(), 0, 50)


def save(scene: Scene) -> None:
    """A workout that has just ended, put into the log for good."""
    with closing(SaverFiles(scene.folder / "state", scene.log, Resume("", "", Options()))) as shelf:
        assert shelf.seal(next(scene.new)) == ""


def ask_everything(scene: Scene) -> None:
    """What a home screen and all pages ask, of an index opened just now, and what a refresh does."""
    index = open_index(scene.log, scene.cache)
    index.history(Filter(), 0, 50), index.count(Filter()), index.choices(), index.latest(UNTIL)
    index.starts(YEAR), index.weekly(), index.sides(EIGHT_WEEKS), index.workouts(EIGHT_WEEKS), index.exercises()
    index.of_exercise("step-up", WIDE, UNTIL), index.ever("step-up", UNTIL)
    index.refresh()


def make_anew(scene: Scene) -> None:
    """What the first start does, in another cache folder."""
    with tempfile.TemporaryDirectory(prefix="cache-") as cache:
        open_index(scene.log, Path(cache)).refresh()


def stalled(act: Callable[[Scene], object]) -> Callable[[Scene], Seconds]:
    """How long another thread, which wakes each millisecond, was kept from it at most while this was done."""

    def longest(scene: Scene) -> Seconds:
        thread, worst, last = Thread(target=act, args=[scene]), 0.0, perf_counter()
        thread.start()
        while thread.is_alive():
            sleep(0.001)
            worst, last = max(worst, perf_counter() - last - 0.001), perf_counter()
        return Seconds(worst)

    return longest


def list_newest(scene: Scene) -> None:
    """The whole process of `glutetimer log -n 20`."""
    command = [sys.executable, "-m", "glutetimer", "log", "-n", "20", "--log-dir", str(scene.log)]
    env = os.environ | {f"XDG_{name}_HOME": str(scene.folder) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    subprocess.run(command, env=env, cwd=TESTS.parent, check=True, stdout=subprocess.DEVNULL)


#: Add a row here: a name, what is timed, how often.
ROWS = [
    Row("the index made anew", lambda scene: scene.index.refresh(), rounds=1),
    Row("refresh, nothing new", lambda scene: scene.index.refresh(), rounds=5),
    Row("history: opened, first page", open_and_show),
    Row("history: count", lambda scene: scene.index.count(Filter())),
    Row("history: what to filter by", lambda scene: scene.index.choices()),
    Row("history: an exercise", listed(Filter(exercise="step-up"))),
    Row("history: where it hurt", listed(Filter(pain=True))),
    Row("history: a session in one mode", listed(Filter(session="get-hip", mode="full"))),
    Row("weeks", lambda scene: (scene.index.starts(YEAR), scene.index.weekly())),
    Row("balance: sides of 8 weeks", lambda scene: scene.index.sides(EIGHT_WEEKS)),
    Row("balance: workouts of 8 weeks", lambda scene: scene.index.workouts(EIGHT_WEEKS)),
    Row("exercises", lambda scene: scene.index.exercises()),
    Row("exercise: two years of one", exercise),
    Row("home: the newest of each", lambda scene: scene.index.latest()),
    Row("screen: history", screen("history"), rounds=5),
    Row("screen: weeks", screen("weeks"), rounds=5),
    Row("screen: exercise", screen("exercise"), rounds=5),
    Row("screen: balance", screen("balance"), rounds=5),
    Row("glutetimer log -n 20", list_newest, rounds=5),
    Row("saving a workout", save),
    Row("refresh after saving", lambda scene: scene.index.refresh(), rounds=5, before=save),
    Row("stall: the index made anew", stalled(make_anew), rounds=1),
    Row("stall: opened, asked, refreshed", stalled(ask_everything)),
    Row("stall: refresh after saving", stalled(lambda scene: scene.index.refresh()), before=save),
]


def main() -> None:
    """Make the logs, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the longest log, in workouts")
    sizes = [size for size in SIZES if size <= parser.parse_args().most]
    columns = [figures(size, ROWS) for size in sizes]
    print(f"{'milliseconds: wall / CPU':32}", *(f"{size:>17,}" for size in sizes))
    for row in ROWS:
        taken = [column[row.name] for column in columns]
        print(f"{row.name:32}", *(f"{wall * 1000:9.2f} /{cpu * 1000:6.1f}" for wall, cpu in taken))


def figures(size: int, rows: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """Wall and CPU seconds of each row for a log of so many workouts."""
    with made(size) as scene:
        out = {}
        for row in rows:
            walls, cpus = zip(*(seconds_of(row, scene) for _ in range(row.rounds)), strict=True)
            out[row.name] = (min(walls), min(cpus))
        kept = sum(path.stat().st_size for path in scene.cache.rglob("*") if path.is_file())
    print(f"{size:,} workouts: the index has {kept / 1e6:.1f} MB", file=sys.stderr)
    return out


@contextmanager
def made(size: int) -> Iterator[Scene]:
    """A log from the seed, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="log-") as name:
        folder = Path(name)
        (folder / "log").mkdir()
        make_log(folder / "log", SEED, size)
        for path in (folder / "log").rglob("*.toml"):
            os.utime(path, (LONG_AGO, LONG_AGO))  # what was only just written would be read once more
        index = open_index(folder / "log", folder / "glutetimer")
        yield Scene(size, folder, index, iter(workouts(SEED + 1, 40)))


def seconds_of(row: Row, scene: Scene) -> tuple[float, float]:
    """Wall and CPU seconds of one call."""
    row.before(scene)
    start, cpu = perf_counter(), cpu_seconds()
    answer = row.act(scene)
    taken, cpu = perf_counter() - start, cpu_seconds() - cpu
    return answer if isinstance(answer, Seconds) else taken, cpu


def cpu_seconds() -> float:
    """CPU seconds of this process, and of those that it started and that have ended."""
    return process_time() + sum(os.times()[2:4])


if __name__ == "__main__":
    main()

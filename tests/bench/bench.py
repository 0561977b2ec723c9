"""One table of ratios, in one run: this program beside an empty Textual app and others. By hand: machines are noisy.

All programs are taken in turn, so that a slow moment of the machine meets each; figures are medians.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tests.bench.growth import grown
from tests.bench.meter import Running
from tests.bench.programs import OWN, Measured, all_programs

ANSWERS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "glutetimer --version": [*OWN, "--version"],
    "glutetimer list": [*OWN, "list"],
    "glutetimer plan hip-control": [*OWN, "plan", "hip-control"],
    "glutetimer log -n 5": [*OWN, "log", "-n", "5"],
}
Figures = dict[str, list[float]]


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory() as home:
        environment = _environment(Path(home))
        _table("whole process, s", answers(asked.rounds, environment), "python -c pass")
        found, missing = all_programs()
        for title, figures in screens(found, environment, asked).items():
            _table(title, figures, "empty Textual app")
        for package, why in missing.items():
            print(f"{package}: left out, {why}")
        if asked.drift:
            print(f"\nlate after {asked.drift} s of a run: {drift(environment, asked.drift):.0f} ms")
    if asked.growth:
        print(f"\n{'growth':32} {'how many':>9} {'ms':>9}")
        for what, count, took in grown(long=asked.long):
            print(f"{what:32} {count:9} {took:9.2f}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is done")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each is watched, running and paused")
    parser.add_argument("--drift", type=int, default=0, help="watch a run so many seconds (600)")
    parser.add_argument("--no-growth", dest="growth", action="store_false")
    parser.add_argument("--long", action="store_true", help="growth up to 1,000 session files and 10,000 workouts")
    return parser.parse_args()


def _environment(home: Path) -> Mapping[str, str]:
    """A home in which somebody was before; no desktop is kept awake."""
    (home / "glutetimer").mkdir()
    (home / "glutetimer" / "welcomed").touch()
    names = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    return os.environ | names | {"TERM": "xterm-256color", "WAKEPY_FAKE_SUCCESS": "1"}


def answers(rounds: int, environment: Mapping[str, str]) -> Figures:
    """Seconds of whole processes."""
    out: Figures = {name: [] for name in ANSWERS}
    for _ in range(rounds):
        for name, command in ANSWERS.items():
            out[name].append(_took(lambda command=command: _run(command, environment)))  # type: ignore[misc]
    return out


def screens(
    programs: Mapping[str, Measured], environment: Mapping[str, str], asked: argparse.Namespace
) -> dict[str, Figures]:
    """Title -> program -> figures."""
    titles = (
        "start to first picture, s",
        "CPU of it, s",
        "memory of the screen's process, MiB",
        "key to screen, s",
        "CPU running, s a minute",
        "bytes running, a minute",
        "CPU paused, s a minute",
        "bytes paused, a minute",
    )
    out: dict[str, Figures] = {title: {} for title in titles}
    for number in range(asked.rounds):
        for name, program in programs.items():
            try:
                found = _measure(program, environment, asked.seconds if number == 0 else 0.0)
            except (TimeoutError, OSError) as why:
                print(f"{name}: {str(why).splitlines()[0]}", file=sys.stderr)
                continue
            for title, figure in zip(titles, found, strict=True):
                if figure is not None:
                    out[title].setdefault(name, []).append(figure)
    return out


def _measure(program: Measured, environment: Mapping[str, str], seconds: float) -> list[float | None]:
    with Running(program, environment) as running:
        sleep(0.5)
        found: list[float | None] = [running.start, running.cpu, running.memory]
        found.append(running.press(program.key) if program.key else None)
        if program.begin and seconds:
            running.press(program.begin)
            running.stand(4.0)  # a count-in, or what begins is drawn
        found += _watched(running, seconds)
        if program.pause and seconds:
            running.press(program.pause)
            running.stand(1.0)
        return [*found, *(_watched(running, seconds) if program.pause else (None, None))]


def _watched(running: Running, seconds: float) -> list[float | None]:
    if not seconds:
        return [None, None]
    cpu, written = running.stand(seconds)
    return [cpu * 60 / seconds, written * 60 / seconds]


def drift(environment: Mapping[str, str], seconds: int) -> float:
    """Milliseconds by which the last counted second of a run is late."""
    from json import loads

    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace.jsonl"
        command = [*OWN, "run", "hip-control", "--mute", "--plain", "--trace", str(trace)]
        child = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        sleep(seconds)
        child.terminate()
        child.wait()
        events = [loads(line) for line in trace.read_text().splitlines()]
        timed = [event for event in events if "at" in event]
        return float((timed[-1]["mono"] - timed[0]["mono"] - (timed[-1]["at"] - timed[0]["at"])) * 1000)


def _took(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=quiet, stderr=quiet, stdin=quiet, env=dict(environment))


def _table(title: str, figures: Figures, base: str) -> None:
    if not figures:
        return
    print(f"\n{title:36} {'median':>10} {'ratio':>7} {'least':>10} {'most':>10}")
    unit = median(figures[base]) if figures.get(base) else 0.0
    for name, taken in figures.items():
        ratio = f"{median(taken) / unit:7.2f}" if unit else " " * 7
        print(f"{name:36} {median(taken):10.3f} {ratio} {min(taken):10.3f} {max(taken):10.3f}")


if __name__ == "__main__":
    main()

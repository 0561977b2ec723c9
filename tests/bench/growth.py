"""How what is computed grows: plan and engine with their steps, the list with session files, the log with workouts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from glutetimer.adapters.files.sessions import built_in_dir, load, load_all
from glutetimer.adapters.log.index.index import open_index
from glutetimer.core.log.query import Filter
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.engine import Engine
from glutetimer.core.values import replace
from tests.helpers.log_maker import make_log

#: What is done so often, in milliseconds; and for how many of what.
Row = tuple[str, int, float]


def grown(*, long: bool) -> list[Row]:
    """Rows of what, how many, and milliseconds in all. `long`: up to the largest sizes, some minutes."""
    steps = (50, 500, 1_950)  # a plan has at most 1,000 bouts
    logs = (100, 1_000, 10_000) if long else (100, 1_000)
    rows = [row for count in steps for row in _of_steps(count)]
    rows += [_of_sessions(count) for count in ((10, 100, 1_000) if long else (10, 100))]
    return [*rows, *(row for count in logs for row in _of_log(count))]


def _of_steps(count: int) -> list[Row]:
    return [
        ("plan: steps compiled", count, _took(lambda: _plan(count))),
        ("engine: steps run through", count, _took(lambda: _run_through(_plan(count)))),
    ]


def _plan(steps: int) -> Plan:
    """A round of so many exercises as make so many steps."""
    session = load(built_in_dir() / "hip-control.toml")
    once = len(compile_plan(session, Options(rounds=1)).bouts) * 2
    times = max(1, steps // once)
    return compile_plan(replace(session, exercises=session.exercises * times), Options(rounds=1))


def _run_through(plan: Plan) -> None:
    engine = Engine(plan)
    engine.start(0.0)
    while (due := engine.next_due()) is not None:
        engine.advance(due)


def _of_sessions(count: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        text = (built_in_dir() / "get-hip.toml").read_text()
        for number in range(count):
            (Path(folder) / f"one-{number}.toml").write_text(text)
        return ("list: session files read", count, _took(lambda: load_all(Path(folder))))


def _of_log(count: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        log, cache = Path(folder, "log"), Path(folder, "cache")
        make_log(log, 7, count)
        rows = open_index(log, cache)
        first = _took(rows.refresh, times=1)
        again = _took(rows.refresh, times=3)
        page = _took(lambda: rows.history(Filter(), 0, 200))
        return [("log: read first", count, first), ("log: looked at again", count, again), ("log: a page", count, page)]


def _took(work: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append((perf_counter() - begun) * 1000)
        if taken[0] > 2000:
            break
    return median(taken)

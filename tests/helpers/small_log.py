"""A log small enough to be worked out by hand, with all that is odd in one; and files whose times are told."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import count
from pathlib import Path

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.index.index import Index, open_index
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from tests.helpers.log_maker import days, workouts

#: Seconds since 1970, long before any test; each write is later than the one before.
_LONG_AGO = count(1_600_000_000, 10)


def few(number: int = 24) -> list[Workout]:
    """Workouts, the oldest first: a rehearsal, one in which nothing was done, two at one moment, one at midnight."""
    return list(_few(number))


@cache
def _few(number: int, seed: int = 10) -> tuple[Workout, ...]:
    found = workouts(seed, number)
    found[1] = replace(found[1], speed=20.0)
    found[2] = replace(found[2], bouts=tuple(replace(bout, result=None) for bout in found[2].bouts))
    found[4] = replace(found[4], started=found[3].started, note="Zwei – \u0130 'quoted' \"twice\" 100 %")
    # Late on a Sunday where it was done, and Monday in UTC.
    sunday = next(day for day in days(number) if day.weekday() == 6)
    late = datetime(sunday.year, sunday.month, sunday.day, 23, 30, 0, 250_000, timezone(timedelta(hours=-8)))
    found[5] = replace(found[5], started=late, ended=None)
    return tuple(found)


def put(log_dir: Path, workout: Workout, name: str = "", *, settled: bool = True) -> Path:
    """Write the record to its place, or beside it under another name. `settled`: it was written long ago."""
    path = record_path(log_dir, workout)
    return put_text(path.with_name(name or path.name), dump_record(workout, seal=True), settled=settled)


def put_text(path: Path, text: str, *, settled: bool = True) -> Path:
    """The same for any text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    if settled:
        settle(path)
    return path


def settle(path: Path) -> None:
    """Let it be changed long ago, later than all that were settled before."""
    at = next(_LONG_AGO)
    os.utime(path, (at, at))


def read(log_dir: Path, cache_dir: Path) -> Index:
    """The index of the log as it is now."""
    index = open_index(log_dir, cache_dir)
    index.refresh()
    return index


def year_files(cache_dir: Path) -> list[Path]:
    """The files of all indexes in the cache folder."""
    return sorted(cache_dir.glob("log-*/*.rows"))


def files_read(index: Index) -> int:
    """How many files a refresh has to read."""
    told = [(0, 0)]
    index.refresh(lambda done, of: told.append((done, of)))
    (done, of) = told[-1]
    assert done == of
    return of

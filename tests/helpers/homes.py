"""A home with a log of some years, for the real program."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from glutetimer.adapters.system.clock import new_id
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from tests.helpers.log_maker import workouts, write
from tests.helpers.terminal import Home

#: What lies in the log beside its workouts.
COPY, BROKEN = "a.sync-conflict-20260101-000000-ABCDEFG.toml", "broken.toml"

#: Seconds since 1970.
LONG_AGO = 1_600_000_000
#: It is this hour there, whenever the tests are run: what was done today is over, and midnight is not near.
HOUR = 22


def log_home(folder: Path, count: int, seed: int = 5) -> Home:
    """So many workouts, the last of them today: what the commands say goes by today."""
    home = Home(folder)
    home.env["TZ"], now = evening()
    for path in write(home.log, [_over(workout, now) for workout in workouts(seed, count, now)]):
        # What was written just now is read once more: it could be written again in the same moment.
        os.utime(path, (LONG_AGO, LONG_AGO))
    config = folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'log_dir = "{home.log.as_posix()}"\n', "utf-8")
    return home


def evening() -> tuple[str, datetime]:
    """A zone in which it is evening now, and what its clocks show."""
    hours = (HOUR - datetime.now(UTC).hour + 12) % 24 - 12
    name = f"Etc/GMT{-hours:+d}" if hours else "UTC"  # the sign is the other way round there
    return name, datetime.now(timezone(timedelta(hours=hours)))


def _over(workout: Workout, now: datetime) -> Workout:
    """The workout, or one like it that has just ended where it would be later than now."""
    assert workout.ended is not None
    if workout.ended <= now:
        return workout
    ended = now.replace(microsecond=0) - timedelta(minutes=1)
    started = ended - (workout.ended - workout.started)
    return replace(workout, id=new_id(started, workout.id.rpartition("-")[2]), started=started, ended=ended)


def add_trouble(home: Home) -> tuple[Path, Path]:
    """A copy of the newest workout with another note, and a file that cannot be read; where they are."""
    newest = max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)
    text = newest.read_text("utf-8")
    copy, broken = newest.with_name(COPY), home.log / BROKEN
    copy.write_text(text.replace('state = "', 'note = "Other words"\nstate = "', 1) if "note" not in text else
                    text.replace('note = "', 'note = "Other words. ', 1), "utf-8")  # fmt: skip
    broken.write_text("format = 1\n", "utf-8")
    return copy, broken


#: The user id of nobody on every Linux; any id but root's will do.
NOBODY = 65534


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's rights; for others nothing changes."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)

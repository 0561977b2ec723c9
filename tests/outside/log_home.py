"""A home with a log of some years, for the real program."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from log_maker import workouts, write
from terminal import Home

#: What lies in the log beside its workouts.
COPY, BROKEN = "a.sync-conflict-20260101-000000-ABCDEFG.toml", "broken.toml"

#: Seconds since 1970.
LONG_AGO = 1_600_000_000


def log_home(folder: Path, count: int, seed: int = 5) -> Home:
    """So many workouts, the last of them a moment ago: what the commands say goes by today."""
    home = Home(folder)
    home.env["TZ"] = "UTC"
    for path in write(home.log, workouts(seed, count, datetime.now(UTC))):
        # What was written just now is read once more: it could be written again in the same moment.
        os.utime(path, (LONG_AGO, LONG_AGO))
    config = folder / "config" / "glutetimer" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'log_dir = "{home.log.as_posix()}"\n', "utf-8")
    return home


def add_trouble(home: Home) -> tuple[Path, Path]:
    """A copy of the newest workout with another note, and a file that cannot be read; where they are."""
    newest = max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)
    text = newest.read_text("utf-8")
    copy, broken = newest.with_name(COPY), home.log / BROKEN
    copy.write_text(text.replace('state = "', 'note = "Other words"\nstate = "', 1) if "note" not in text else
                    text.replace('note = "', 'note = "Other words. ', 1), "utf-8")  # fmt: skip
    broken.write_text("format = 1\n", "utf-8")
    return copy, broken

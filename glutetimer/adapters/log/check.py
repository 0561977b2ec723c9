"""Check every file of the log: unreadable files, copies, odd values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from glutetimer.adapters.files.record_file import read_text
from glutetimer.adapters.log.copies import FileStanding, Twin, standings
from glutetimer.adapters.log.read import digest_of, sealed_record
from glutetimer.core.record.amend import refuse_unsealed
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile, Problem

#: The clocks of two machines need not agree.
_AHEAD = timedelta(days=1)


@dataclass(slots=True)
class Checked:
    """Findings: `fine` files count as a workout each; `copies` differ from the file beside them, which counts."""

    fine: int = 0
    unreadable: list[tuple[Path, BadFile]] = field(default_factory=list)
    copies: list[tuple[Path, Path]] = field(default_factory=list)
    hints: list[tuple[Path, Problem]] = field(default_factory=list)


def check_files(files: Iterable[Path], now: datetime) -> Checked:
    """Read and check all files, in their order."""
    found = Checked()
    twins: dict[str, list[Twin]] = {}
    paths: list[Path] = []
    for path in files:
        try:
            text = read_text(path)
            workout = sealed_record(text)
        except BadFile as bad:
            found.unreadable.append((path, bad))
            continue
        found.hints += ((path, hint) for hint in _hints(text, workout, now))
        twin = Twin(len(paths), workout.id, path.as_posix(), digest_of(text))
        twins.setdefault(workout.id, []).append(twin)
        paths.append(path)
    for same in twins.values():
        _sort_out(same, paths, found)
    return found


def _sort_out(same: list[Twin], paths: list[Path], found: Checked) -> None:
    """Sort the files of one workout into the findings."""
    standing = standings(same)
    counts = next(paths[file] for file, how in standing.items() if how is FileStanding.COUNTS)
    found.fine += 1
    if counts.name != f"{same[0].id}.toml":
        found.hints.append((counts, Problem(None, "not called after its id", f"{same[0].id}.toml")))
    digests = {twin.file: twin.digest for twin in same}
    first: dict[bytes, Path] = {}
    for file, how in standing.items():
        twin = first.setdefault(digests[file], paths[file])
        if how is FileStanding.COPY:
            found.copies.append((paths[file], counts))
        elif how is FileStanding.EQUAL:
            found.hints.append((paths[file], Problem(None, f"says the same as {twin}", "one of them is enough")))


def _hints(text: str, workout: Workout, now: datetime) -> Iterator[Problem]:
    if workout.ended is not None and workout.ended < workout.started:
        yield Problem(None, "it ended before it began", "look at started and ended")
    if workout.started > now + _AHEAD:
        yield Problem(None, f"it began on {workout.started:%Y-%m-%d}, which is still to come", "look at started")
    try:
        refuse_unsealed(text)
    except BadFile as bad:
        yield from bad.problems

"""Find new, changed and removed files of the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from glutetimer.adapters.log.read import LogEntry, problem_entry, read_entry
from glutetimer.adapters.log.scan import stamp, walk
from glutetimer.core.log.query import Progress
from glutetimer.core.text.problems import Problem

#: Files per step: few at first, since they are on the visible page.
FIRST, CHUNK = 40, 200

Entries = Mapping[str, LogEntry]
#: By path; None for files that are gone.
Changes = Mapping[str, LogEntry | None]


def changes(log_dir: Path, known: Entries, progress: Progress) -> Iterator[Changes]:
    """Read files that are not as they are known, some at a time, the newest first; raise errors of `progress`."""
    refused: dict[str, Problem] = {}
    seen = {path: stamp(entry) for path, entry in walk(log_dir, refused.__setitem__)}
    again = [path for path, now in seen.items() if path not in known or known[path].stamp != now]
    # Names start with the time: the newest workouts come first.
    again.sort(key=lambda path: path.rpartition("/")[2], reverse=True)
    for start, chunk in _chunks(again):
        found: dict[str, LogEntry] = {}
        for done, path in enumerate(chunk, start + 1):
            if entry := read_entry(log_dir, path, seen[path], known.get(path)):
                found[path] = entry  # else removed meanwhile, which is noticed the next time
            progress(done, len(again))
        yield found
    shut = {path: problem_entry(path, why) for path, why in refused.items() if path not in seen}
    # Last: a file that was only moved is never missing.
    yield {**shut, **dict.fromkeys(path for path in known if path not in seen and path not in refused)}


def _chunks(paths: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    if paths:
        yield 0, paths[:FIRST]
    for start in range(FIRST, len(paths), CHUNK):
        yield start, paths[start : start + CHUNK]

"""Where running workouts lie: looked for at each start, so nothing that reads them is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def running_files(folders: Iterable[Path]) -> list[Path]:
    """Running files, the newest first. Of a workout in several folders, the file written last: the others are older."""
    found = [path for folder in folders for path in (folder / "running").glob("[!.]*.toml")]
    found.sort(key=lambda path: (path.name, _written(path)))
    return list({path.name: path for path in found}.values())[::-1]


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0

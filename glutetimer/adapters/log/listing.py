"""Which files of the log there are, and the ids inside, which their names need not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.log.scan import walk

#: So many bytes of a file are looked at for its id, which is its second line.
_HEAD = 4096
_ID = re.compile(rb"""^[ \t]*id[ \t]*=[ \t]*["']([A-Za-z0-9_-]+)["']""", re.MULTILINE)


def record_files(log_dir: Path) -> list[Path]:
    """All that looks like a record, by its path. Folders that cannot be looked into are passed over."""
    return sorted(log_dir / path for path, _ in walk(log_dir, lambda _, __: None))


def ids_inside(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """What those files that have an id say that it is, whatever they are called."""
    for path in files:
        with suppress(OSError):
            if path.is_file() and (found := _ID.search(_head(path))):
                yield found[1].decode(), path


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)

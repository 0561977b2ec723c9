"""Which files of the log there are, and which of them have an id inside that their names do not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.log.scan import walk

#: So many bytes of a file are looked at for its id, which is its second line.
_HEAD = 4096


def record_files(log_dir: Path) -> list[Path]:
    """All that looks like a record, by its path. Folders that cannot be looked into are passed over."""
    return sorted(log_dir / path for path, _ in walk(log_dir, lambda _, __: None))


def named_inside(files: Iterable[Path], id_: str) -> Iterator[Path]:
    """Those that say of themselves to have this id, whatever they are called."""
    line = re.compile(rb"""^[ \t]*id[ \t]*=[ \t]*["']""" + re.escape(id_.encode()) + rb"""["']""", re.MULTILINE)
    for path in files:
        with suppress(OSError):
            if path.is_file() and line.search(_head(path)):
                yield path


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)

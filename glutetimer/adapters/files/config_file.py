"""Write settings into the runner's config.toml, and leave everything else in it as it is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files.durable import NotSure, replace
from glutetimer.adapters.files.read import read_text
from glutetimer.core.settings.check import objection
from glutetimer.core.settings.config import USUAL, read_config, value_of
from glutetimer.core.settings.edit import edited
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.parse import load_toml

#: First line of a new file.
HEADER = "# Settings of glutetimer: each key may be left out. `glutetimer config` shows them all.\n"


def write_settings(path: Path, changes: Mapping[str, object]) -> None:
    """Change settings by dotted name ("volume.ticks"), all or none; None removes one.

    Comments, order, line ends, unknown keys and the file's permissions stay (a byte order mark does not); a symbolic
    link stays a link. A missing file is made. Raises ValueError for an impossible value, BadFile for a file that cannot
    be read, OSError where it cannot be written: then the old file is whole.
    """
    for name, value in changes.items():
        if why := objection(name, value):
            raise ValueError(why)
    target = Path(os.path.realpath(path))
    old = read_text(target) if os.path.lexists(target) else None
    new = _edited(HEADER if old is None else old, changes)
    _read_back(old or "", new, changes)
    if new != old:
        _put(target, new)


def _edited(text: str, changes: Mapping[str, object]) -> str:
    load_toml(text)  # names the line where the text is not TOML
    try:
        return edited(text, changes)
    except Exception:  # the library fails on odd files in many ways; the old file is whole
        raise BadFile([Problem(None, "written in a form that cannot be changed here", "change it by hand")]) from None


def _read_back(old: str, new: str, changes: Mapping[str, object]) -> None:
    """Raise ValueError where the new text does not hold the changes, or has a problem that the old text had not."""
    _, problems_before = read_config(old)
    config, problems = read_config(new)
    worse = Counter(map(str, problems)) - Counter(map(str, problems_before))
    for problem in worse:
        raise ValueError(problem)
    for name, value in changes.items():
        wanted = value_of(USUAL, name) if value is None else value
        if value_of(config, name) != (tuple(wanted) if isinstance(wanted, list) else wanted):
            raise ValueError(f"{name} cannot be changed here (change it by hand)")


def _put(target: Path, text: str) -> None:
    """Replace the file durably; refuse a file that may not be written, though its folder may be."""
    if target.exists():
        with target.open("r+b"):
            pass
    with suppress(NotSure):  # it is written; after a power cut it may be the old one, which harms nobody
        replace(target, text)

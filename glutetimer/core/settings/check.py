"""Whether a setting may have a value, and what to say where it may not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from glutetimer.core.settings.settings import LISTS, ROWS, TABLES, TOP
from glutetimer.core.settings.spec import SettingSpec
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import Problem, did_you_mean
from glutetimer.core.toml.kinds import ListOf, Tables
from glutetimer.core.toml.lines import Path, line_of

_MOST_SHOWN = 40


def objection(name: str, value: object) -> str:
    """Say why a setting, by its dotted name, cannot have this value; "" where it can. None is the usual value."""
    row = ROWS.get(name)
    if row is None:
        what, instead = _unknown(tuple(name.split(".")))
    elif value is None or row.kind.fits(value):
        return ""
    else:
        what, instead = f"{name} cannot be {_shown(value)}", row.kind.say
    return f"{what} ({instead})"


def problem_at(path: Path, value: Any, lines: Mapping[Path, int]) -> Problem | None:
    """Name the problem with what stands at `path` of the file; None where it is a setting with a value it may have."""
    name, *inside = path
    if name in LISTS and inside:
        return _wrong_table(ROWS[str(name)], path, value, lines)
    return _problem_of(tuple(map(str, path)), value, lines)


def _problem_of(path: tuple[str, ...], value: Any, lines: Mapping[Path, int]) -> Problem | None:
    row = _row_at(path)
    if row is not None:
        return None if row.kind.fits(value) else _misfit(row, value, lines)
    line = line_of(lines, path)
    if path[0] in TABLES and len(path) == 1:
        instead = f"write [{path[0]}], and below it {', '.join(TABLES[path[0]])}"
        return Problem(line, f"{path[0]} cannot be {_shown(value)}: the usual values are used", instead)
    return Problem(line, *_unknown(path))


def _wrong_table(row: SettingSpec, path: Path, value: Any, lines: Mapping[Path, int]) -> Problem | None:
    """Name the problem of one table; the others of the list are useful without it."""
    assert isinstance(row.kind, Tables)
    key = row.kind.wrong_key(value)
    if key is None:
        return None
    if not isinstance(value, Mapping):
        what = f"{row.name} cannot have {_shown(value)}"
    elif key in value:
        path, what = (*path, key), f"{row.name} cannot have {clean(key)[:_MOST_SHOWN]} = {_shown(value[key])}"
    else:
        what = f"one {row.name} has no {key}"
    return Problem(line_of(lines, path), f"{what}: that one is left out", row.kind.say)


def _row_at(path: tuple[str, ...]) -> SettingSpec | None:
    """Find a setting by path, not by name: a quoted "volume.ticks" is one key with a dot in it."""
    row = ROWS.get(".".join(path))
    return row if row is not None and row.path == path else None


def _misfit(row: SettingSpec, value: Any, lines: Mapping[Path, int]) -> Problem:
    where: Path = row.path
    at = row.kind.wrong_item(value) if isinstance(row.kind, ListOf) else None
    if at is None:
        shown = "so long a list" if isinstance(row.kind, ListOf) and isinstance(value, list) else _shown(value)
        what = f"{row.name} cannot be {shown}"
    else:
        again = " twice" if value[at] in value[:at] else ""
        where, what = (*row.path, at), f"{row.name} cannot have {_shown(value[at])}{again}"
    return Problem(line_of(lines, where), f"{what}: the usual value is used", row.kind.say)


def _unknown(path: tuple[str, ...]) -> tuple[str, str]:
    *tables, key = path
    known = TABLES.get(tables[0], ()) if tables else TOP
    if tables and key in TOP and key not in known:
        instead = f"write {key} above the line [{tables[0]}]"
    else:
        instead = did_you_mean(key, known) or f"the settings are {', '.join(known or TOP)}"
    return f'no setting is called "{clean(".".join(path))[:_MOST_SHOWN]}"', instead


def _shown(value: Any) -> str:
    """Show a value as it would be written, with hidden characters made visible."""
    from glutetimer.core.toml.tables import show  # 8 ms, for what is rarely said

    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else show(value)
    return clean(text)[:_MOST_SHOWN]

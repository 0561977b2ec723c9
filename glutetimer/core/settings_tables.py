"""Change a [[list]] of tables in the text of a config.toml, line by line: every other line stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from glutetimer.core.settings_kinds import toml_value
from glutetimer.core.toml_lines import find_lines
from glutetimer.core.toml_text import load_toml

Table = Mapping[str, object]


def with_tables(text: str, name: str, wanted: Sequence[Table], is_one: Callable[[Any], bool]) -> str:
    """The text with these tables of the list, new ones after those that stay; what is none of its tables stays, too.

    The text ends with its last line; no value of a table goes over several lines.
    """
    there: Sequence[Any] = load_toml(text).get(name, [])
    places = [_lines_of(text, name, at) for at in range(len(there))]
    gone = [place for place, one in zip(places, there, strict=True) if is_one(one) and one not in wanted]
    rows = [f"{row}\n" for row in text.split("\n")[:-1]]
    end = max((max(place) for place in places), default=len(rows))
    new = [row for one in wanted if one not in there for row in _written(name, one)]
    rows[end:end] = new if end else new[1:]
    return "".join(row for number, row in enumerate(rows, 1) if number not in _with_blanks(rows, gone))


def is_headed(text: str, name: str) -> bool:
    """Whether the tables of the list stand below headings, and not in one value."""
    line = find_lines(text).get((name, 0), 0)
    return line > 0 and text.split("\n")[line - 1].lstrip().startswith("[[")


def _lines_of(text: str, name: str, at: int) -> set[int]:
    """Of the heading and of each key."""
    return {line for path, line in find_lines(text).items() if path[:2] == (name, at)}


def _with_blanks(rows: Sequence[str], gone: Iterable[set[int]]) -> set[int]:
    """The lines that go, each table with the free line above it."""
    above = {min(place) - 1 for place in gone}
    return set().union(*gone, (number for number in above if number and not rows[number - 1].strip()))


def _written(name: str, table: Table) -> list[str]:
    return ["\n", f"[[{name}]]\n", *(f"{key} = {toml_value(value)}\n" for key, value in table.items())]

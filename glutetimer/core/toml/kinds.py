"""Kinds of value that a key of a TOML file may hold: what fits, and what to say where it does not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, Protocol

import msgspec

from glutetimer.core.text.clean import clean

#: For editors: visible characters with nothing blank at the ends, as far as JSON Schema can express `clean`.
_CLEAN = r"^[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$"


class ValueKind(Protocol):
    """Rule for a value."""

    @property
    def say(self) -> str:
        """Say what a person may write, as a clause."""
        ...

    def fits(self, value: object) -> bool: ...


class Whole(msgspec.Struct, frozen=True):
    """A whole number, both ends included."""

    least: int
    most: int
    say: str

    def fits(self, value: object) -> bool:
        return type(value) is int and self.least <= value <= self.most


class FlagKind(msgspec.Struct, frozen=True):
    """Yes or no."""

    say: str = "true or false"

    def fits(self, value: object) -> bool:
        return type(value) is bool


class OneOf(msgspec.Struct, frozen=True):
    """One word of a few."""

    words: tuple[str, ...]
    say: str

    def fits(self, value: object) -> bool:
        return isinstance(value, str) and value in self.words


class WordOrFlag(OneOf, frozen=True):
    """One word of a few; true or false, as it was written before, is understood too."""

    def fits(self, value: object) -> bool:
        return type(value) is bool or OneOf.fits(self, value)


class Text(msgspec.Struct, frozen=True):
    """A text that can be shown as it is, of 1 to `most` characters; `pattern` as in both Python and JSON Schema."""

    most: int
    pattern: str = _CLEAN
    say: str = "a text"

    def fits(self, value: object) -> bool:
        if not isinstance(value, str) or not 1 <= len(value) <= self.most:
            return False
        return clean(value) == value and re.search(self.pattern, value) is not None


class DayKind(msgspec.Struct, frozen=True):
    """A day of the calendar, as TOML has them."""

    say: str = "a day, as in 2026-11-20"

    def fits(self, value: object) -> bool:
        return type(value) is date


class Such(msgspec.Struct, frozen=True):
    """Any value that passes a test of its own."""

    passes: Callable[[Any], bool]
    say: str

    def fits(self, value: object) -> bool:
        return self.passes(value)


class ListOf(msgspec.Struct, frozen=True):
    """A list of up to `most` items, each of them once unless it `repeats`."""

    item: ValueKind
    most: int
    say: str
    repeats: bool = False

    def fits(self, value: object) -> bool:
        if not isinstance(value, (list, tuple)) or len(value) > self.most:
            return False
        return all(map(self.item.fits, value)) and (self.repeats or len(set(value)) == len(value))

    def wrong_item(self, value: object) -> int | None:
        """Index of the item of a list that does not fit or is repeated; None where it is too long, or no list."""
        if not isinstance(value, (list, tuple)):
            return None
        wrong = (at for at, item in enumerate(value[: self.most]) if not self.item.fits(item) or item in value[:at])
        return next(wrong, None)


class TableKey(msgspec.Struct, frozen=True):
    """Rule for a key of a table: its value, and whether it must be there."""

    kind: ValueKind
    needed: bool = True


TableKeys = Mapping[str, TableKey]


class Tables(msgspec.Struct, frozen=True):
    """A [[list]] of tables, each with these keys and no other."""

    keys: TableKeys
    say: str

    def fits(self, value: object) -> bool:
        return isinstance(value, (list, tuple)) and all(self.wrong_key(table) is None for table in value)

    def wrong_key(self, table: object) -> str | None:
        """Name the key that is wrong in a table: missing, unknown, or with a bad value; None if all are right.

        The first of the keys where it is no table.
        """
        found = as_table(table)
        if found is None:
            return next(iter(self.keys))
        return next(chain(wrong_keys(found, self.keys), (key for key in found if key not in self.keys)), None)


def wrong_keys(table: Mapping[str, object], keys: TableKeys) -> Iterator[str]:
    """Find those of the keys that are missing in a table, or hold what does not fit; other keys are ignored."""
    for name, key in keys.items():
        if not key.kind.fits(table[name]) if name in table else key.needed:
            yield name


def as_table(value: object) -> Mapping[str, object] | None:
    """Read a table of a list, from a file or from the settings (a named tuple); None where it is no table."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return dict(value._asdict())
    return value if isinstance(value, Mapping) else None


def toml_value(value: object) -> str:
    """Write a setting's value as in the file; except for days and tables JSON and TOML agree."""
    if isinstance(value, date):
        return value.isoformat()
    if (table := as_table(value)) is not None:
        return f"{{ {', '.join(f'{key} = {toml_value(one)}' for key, one in table.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False)

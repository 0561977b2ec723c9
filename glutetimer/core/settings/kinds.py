"""The kinds of value that a setting may have: what fits, what to say when it does not, and the JSON Schema of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Protocol

from glutetimer.core.text.clean import clean

#: For editors: visible characters with nothing blank at the ends, as far as JSON Schema can say `clean`.
_CLEAN = r"^[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$"


class SettingKind(Protocol):
    """What a setting may be."""

    @property
    def say(self) -> str:
        """What a person may write, as a clause."""
        ...

    def fits(self, value: object) -> bool: ...

    def schema(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number of something, both ends included."""

    least: int
    most: int
    unit: str = "seconds"

    @property
    def say(self) -> str:
        return f"whole {self.unit}, {self.least} to {self.most}"

    def fits(self, value: object) -> bool:
        return type(value) is int and self.least <= value <= self.most

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class FlagKind:
    """Yes or no."""

    say: str = "true or false"

    def fits(self, value: object) -> bool:
        return type(value) is bool

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a few."""

    words: tuple[str, ...]

    @property
    def say(self) -> str:
        return f"one of {', '.join(self.words)}"

    def fits(self, value: object) -> bool:
        return isinstance(value, str) and value in self.words

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can be shown as it is, of 1 to `most` characters; `pattern` as in both Python and JSON Schema."""

    most: int
    pattern: str = _CLEAN
    say: str = "a text"

    def fits(self, value: object) -> bool:
        if not isinstance(value, str) or not 1 <= len(value) <= self.most:
            return False
        return clean(value) == value and re.search(self.pattern, value) is not None

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": self.most, "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of up to `most` texts, each once."""

    item: Text
    most: int
    say: str

    def fits(self, value: object) -> bool:
        if not isinstance(value, (list, tuple)) or len(value) > self.most:
            return False
        return all(map(self.item.fits, value)) and len(set(value)) == len(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema(), "maxItems": self.most, "uniqueItems": True}

    def wrong_item(self, value: object) -> int | None:
        """Which item of a list does not fit or stands there before; None where it is too long, or no list."""
        if not isinstance(value, (list, tuple)):
            return None
        wrong = (at for at, item in enumerate(value[: self.most]) if not self.item.fits(item) or item in value[:at])
        return next(wrong, None)


@dataclass(frozen=True, slots=True)
class DayKind:
    """A day of the calendar, as TOML has them."""

    say: str = "a day, as in 2026-11-20"

    def fits(self, value: object) -> bool:
        return type(value) is date

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}  # so editors see it


@dataclass(frozen=True, slots=True)
class Tables:
    """A [[list]] of tables, each with all of these keys and no other."""

    keys: tuple[tuple[str, SettingKind], ...]
    say: str

    def fits(self, value: object) -> bool:
        return isinstance(value, (list, tuple)) and not any(map(self.wrong_key, value))

    def wrong_key(self, table: object) -> str:
        """What is wrong with one of the tables: a key that is missing, too many or has such a value; "" if nothing."""
        found = as_table(table)
        names = [name for name, _ in self.keys]
        if found is None:
            return names[0]
        misfits = (name for name, kind in self.keys if name not in found or not kind.fits(found[name]))
        unknown = (name for name in found if name not in names)
        return next(chain(misfits, unknown), "")

    def schema(self) -> dict[str, Any]:
        properties = {name: kind.schema() for name, kind in self.keys}
        table = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
        return {"type": "array", "items": table}


def as_table(value: object) -> Mapping[str, object] | None:
    """A table of a list, as it is read or as the settings hold it (a named tuple); None where it is none."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return dict(value._asdict())
    return value if isinstance(value, Mapping) else None


def toml_value(value: object) -> str:
    """A setting's value as it is written in the file; but for days and tables JSON and TOML agree."""
    if isinstance(value, date):
        return value.isoformat()
    if (table := as_table(value)) is not None:
        return f"{{ {', '.join(f'{key} = {toml_value(one)}' for key, one in table.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False)

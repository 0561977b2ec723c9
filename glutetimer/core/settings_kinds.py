"""The kinds of value that a setting may have: what fits, what to say when it does not, and the JSON Schema of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Protocol

from glutetimer.core.clean import clean

#: For editors: visible characters with nothing blank at the ends, as far as JSON Schema can say `clean`.
_CLEAN = r"^[^\s\u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$"


class Kind(Protocol):
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
class Flag:
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

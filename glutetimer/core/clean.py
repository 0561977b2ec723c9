"""Take out of a text what a terminal must never be sent."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category

#: Controls, invisible formats (bidi too), lone surrogates, private and unassigned points, line separators.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = re.compile(r"[ \t\n\r\v\f]+")


def clean(text: str) -> str:
    """The text on one line, with only what can be seen, and nothing blank at its ends.

    Blanks that hold a tab or a line break become one space; the rest of what is unwanted is dropped.
    """
    if not text.isprintable():
        text = _BLANKS.sub(_one_line, text)
        text = "".join(char for char in text if category(char) not in _UNWANTED)
    return text.strip()


def clean_all(value: Any) -> Any:
    """The same tables and lists with every text in them cleaned; keys stay as they are.

    The value must not be nested deeply (see `toml_text.MOST_NESTED`).
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: clean_all(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clean_all(item) for item in value]
    return value


def _one_line(blanks: re.Match[str]) -> str:
    found = blanks.group()
    return " " if found.strip(" ") else found

"""Cleaner of texts: takes out what a terminal must never be sent, and what is no part of the text."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category

#: Controls, invisible formats (bidi too), lone surrogates, private and unassigned points, line separators.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = re.compile(r"[ \t\n\r\v\f]+")
#: Part or join the letters beside them. Within a word they are spelling, as in Persian, Sinhala and Marathi.
JOINERS = "\u200c\u200d"
_JOINERS = re.compile(f"[{JOINERS}]+")


def clean(text: str) -> str:
    """Clean a text to keep: on one line, with only what can be seen or is spelling, and nothing blank at its ends.

    Blanks that hold a tab or a line break become one space; the rest of what is unwanted is dropped.
    """
    if not text.isprintable():
        text = _BLANKS.sub(_one_line, text)
        text = "".join(char for char in text if category(char) not in _UNWANTED or char in JOINERS)
        text = _JOINERS.sub(_within_a_word, text)
    return text.strip()


def drawn(text: str) -> str:
    """Clean a text for a terminal: without joiners too, which terminals and programs count differently."""
    return unjoined(clean(text))


def unjoined(text: str) -> str:
    """Remove joiners from the text."""
    return _JOINERS.sub("", text)


def clean_all(value: Any) -> Any:
    """Clean every text in the same tables and lists; keys stay as they are.

    The value must not be nested deeply (see `MOST_NESTED` in `toml/parse.py`).
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


def _within_a_word(joiners: re.Match[str]) -> str:
    """Keep the first joiner between two letters (or their marks); elsewhere joiners are invisible and mean nothing."""
    text, start, end = joiners.string, joiners.start(), joiners.end()
    inside = _is_letter(text[start - 1 : start]) and _is_letter(text[end : end + 1])
    return joiners.group()[0] if inside else ""


def _is_letter(char: str) -> bool:
    return bool(char) and category(char)[0] in "LM"

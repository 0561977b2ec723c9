"""TOML text -> plain data, with a kind word and a line for every problem."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.lines import tokens
from glutetimer.core.toml.slips import on_one_line, slip_in

#: Longest file that is read, in bytes. The standard parser can need half a minute for a hostile file.
MOST_BYTES = 64 * 1024
#: Most parts of one dotted key, and the deepest nesting of tables and lists.
MOST_PARTS = 16
MOST_NESTED = 32

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HUGE_NUMBER = re.compile(r"[0-9_]{1000}")
_OPEN_TEXT = "a text never ends"

#: A piece of the parser's message -> the problem, and what to write instead. The first that fits counts.
_IN_OUR_WORDS = (
    ("initial character", "neither a key, a [table] nor a # comment", "write key = value"),
    ("after a key", "a key without =", "write key = value, the key in a-z, 0-9, - and _"),
    ("Illegal character '\\n'", "a text does not end on its line", "close it with the quote it began with"),
    ("Found invalid character '\\n'", "a text does not end on its line", "close it with the quote it began with"),
    ("Unterminated string", _OPEN_TEXT, "close it with the quote it began with"),
    ("Expected \"'", _OPEN_TEXT, "close it with the quote it began with"),
    ("character", "a character that may not stand here", "type the line again, without hidden characters"),
    ("Unclosed array", "a list is not closed, or a comma is missing", 'write ["one", "two"]'),
    ("Unclosed inline", "a { is not closed, or a comma is missing", "write { start = 8, to = 15 } on one line"),
    ("Unescaped", "a \\ that means nothing here", "write \\\\ for one, or use 'single quotes'"),
    ("hex value", "a \\ that means nothing here", "write \\\\ for one, or use 'single quotes'"),
    ("Expected newline", "more than one thing on the line", 'one key = value a line, texts in "quotes"'),
    ("date", "a date or time that does not exist", "write it like 2026-11-20 or 2026-11-20T19:30:05+01:00"),
    ("Invalid value", "a value that cannot be read", 'write a text in "quotes", a number without'),
    ("declaration", "a table heading that is not closed", "write [table] or [[table]]"),
    ("twice", "this heading stands here a second time", "keep one, or write [[table]] for a list of them"),
    ("overwrite", "this key stands here a second time", "keep one of them"),
    ("Duplicate", "this key stands here a second time", "keep one of them"),
    ("namespace", "this table was already written elsewhere", "keep all of its keys in one place"),
    ("", "neither a key, a [table] nor a # comment", "write key = value"),
)


def load_toml(text: str, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """Read the data of a TOML text. A byte order mark at its start is skipped.

    Raises BadFile (one problem, with its line where there is one) for text that is not TOML, and for text that would
    take the standard parser too long: over `most_bytes`, or with absurdly many dots or levels.
    """
    text = text.removeprefix("\ufeff")
    _refuse_absurd(text, most_bytes)
    try:
        data = _loaded(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile([_reworded(str(error), text)]) from None
    except RecursionError:
        raise BadFile([_too_deep(text)]) from None
    except ValueError:
        raise BadFile([_huge_number(text)]) from None
    if _is_deep(data):
        raise BadFile([_too_deep(text)])
    return data


def _loaded(text: str) -> dict[str, Any]:
    """Read the text as TOML 1.0; else, where that helps, as 1.1, whose inline tables may take several lines."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        flat = on_one_line(text)
        if flat == text:
            raise
        return tomllib.loads(flat)


def too_big(most_bytes: int = MOST_BYTES) -> Problem:
    """Problem of a file over this many bytes."""
    return Problem(None, f"over {most_bytes // 1024} KiB, more than is read", "make it shorter")


def _refuse_absurd(text: str, most_bytes: int) -> None:
    if len(text.encode(errors="surrogatepass")) > most_bytes:
        raise BadFile([too_big(most_bytes)])
    # A key never goes on over a line: most files need no closer look.
    if any(line.count(".") >= MOST_PARTS for line in text.split("\n")):
        for line in _dotted_lines(text):
            raise BadFile([Problem(line, f"a key of more than {MOST_PARTS} parts", "use fewer dots")])


def _dotted_lines(text: str) -> Iterator[int]:
    """Find the lines in which words and dots alternate for too long to be a key."""
    dots = 0
    for piece, line in tokens(text):
        dots = 0 if piece in ("[", "]", "{", "}", ",", "=", "\n") else dots + (piece == ".")
        if dots >= MOST_PARTS:
            yield line


def _is_deep(data: Any) -> bool:
    """Whether tables and lists lie in each other too deeply, found without recursion."""
    level: list[Any] = [data]
    for _ in range(MOST_NESTED):
        level = [item for box in level for item in (box.values() if isinstance(box, dict) else box)]
        level = [item for item in level if isinstance(item, (dict, list))]
    return bool(level)


def _reworded(message: str, text: str) -> Problem:
    what, instead = next((w, i) for piece, w, i in _IN_OUR_WORDS if piece in message)
    line = _line_in(message, text, what)
    if what != _OPEN_TEXT:
        what, instead = slip_in(text.split("\n")[line - 1]) or (what, instead)
    return Problem(line, what, instead)


def _line_in(message: str, text: str, what: str) -> int:
    """Read the line from the parser's message; where a text never ends, the line in which it begins."""
    if what == _OPEN_TEXT:
        *_, (_, line) = tokens(text)
        return line
    place = _PLACE.search(message)
    return int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1


def _too_deep(text: str) -> Problem:
    line = next(_deep_lines(text), None)
    return Problem(line, "tables or lists lie in each other too deeply", f"at most {MOST_NESTED} levels")


def _deep_lines(text: str) -> Iterator[int]:
    depth = 0
    for piece, line in tokens(text):
        depth += (piece in ("[", "{")) - (piece in ("]", "}"))
        if depth > MOST_NESTED:
            yield line


def _huge_number(text: str) -> Problem:
    found = _HUGE_NUMBER.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else None
    return Problem(line, "a number far too long to be meant", "write fewer digits")

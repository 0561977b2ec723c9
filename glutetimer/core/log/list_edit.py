"""Add to a list in the text of a record, whose lines may have their comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from glutetimer.core.log.comments import comments

_COMMENT = re.compile(r"#[^\n]*")
#: In a list of moments: a comment, or a piece of a moment.
_PIECE = re.compile(r"#[^\n]*|[^\s,#]+")


def append_to(body: list[Any], key: str, wanted: Sequence[Any]) -> bool:
    """Add to the list of that key, if it is there and begins as `wanted` does; whether that is all it takes."""
    from tomlkit.items import Array

    for at, (there, item) in enumerate(body):
        if there is not None and there.key == key and isinstance(item, Array):
            count = len(item)
            if item.unwrap() != wanted[:count]:
                return False
            body[at] = (there, _appended(item, wanted, count))
            return True
    return False


def _appended(array: Any, wanted: Sequence[Any], count: int) -> Any:
    """The list with what comes after its first `count` items.

    The library loses its way where a comment stands before a comma: then the comments go above the key.
    """
    import tomlkit

    notes, trivia = [*comments(array.as_string())], array.trivia
    with suppress(Exception):
        out = _with_comma(array)
        for more in wanted[count:]:
            out.append(more)
        if tomllib.loads(f"list = {out.as_string()}")["list"] == wanted:
            return out
    out = tomlkit.item([*wanted])
    _dress(out, trivia)
    out.trivia.indent = "".join(f"{trivia.indent}{note}\n" for note in notes) + trivia.indent
    return out


def _with_comma(array: Any) -> Any:
    """The list with a comma behind its last item: the library forgets it where a comment stands there."""
    from tomlkit import value

    text = array.as_string()
    pieces = [found for found in _PIECE.finditer(text, 1, len(text) - 1) if not found.group().startswith("#")]
    if not pieces or "#" not in text or "," in _COMMENT.sub("", text[pieces[-1].end() :]):
        return array
    out = value(f"{text[: pieces[-1].end()]},{text[pieces[-1].end() :]}")
    _dress(out, array.trivia)
    return out


def _dress(item: Any, trivia: Any) -> None:
    """Give it the indent, the comment behind it and the line end of what was there."""
    for part in ("indent", "comment_ws", "comment", "trail"):
        setattr(item.trivia, part, getattr(trivia, part))

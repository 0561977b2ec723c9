"""Edit TOML text and keep every comment next to its subject: sessions, settings, records.

The library writes a new key below the comment that stands over the next heading, and removes a comment together with
what it follows. That is why keys are put straight into a table's body; a document is not used again after that.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from glutetimer.core.toml.lines import tokens

_BOM = "\ufeff"


def rewritten(text: str, change: Callable[[str], str]) -> str:
    """Change the text, with plain line ends meanwhile; its own line ends and a byte order mark stay."""
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    returns = "\r\n" in text and text.count("\r\n") == text.count("\n")
    text = change(text.replace("\r\n", "\n") if returns else text)
    return mark + (text.replace("\n", "\r\n") if returns else text)


def in_document(text: str, *changes: Callable[[Any], None]) -> str:
    """Change the document of the text; return the new text.

    Raises whatever the library raises where it does not understand a text that the standard parser has read.
    """
    import tomlkit  # costs 20 ms, and few files are ever changed

    document = tomlkit.parse(text)
    for change in changes:
        change(document)
    return tomlkit.dumps(document)


def put(table: Any, key: str, value: object, after: Collection[str]) -> None:
    """Set a key; a new key goes below the last of the keys `after`. The comment behind an old value stays."""
    body = _body(table)
    if body is None:
        table[key] = _item(value)
        return
    at = [index for index, (there, _) in enumerate(body) if there is not None and there.key == key]
    item = _item(value)
    if len(at) == 1 and not _is_table(body[at[0]][1]):
        there, old = body[at[0]]
        _dress(item, old.trivia)
        body[at[0]] = (there, item)
        return
    take_out(table, key)
    _insert(body, key, item, after)


def take_out(table: Any, key: str, *, comment_stays: bool = False) -> None:
    """Remove a key; the comment on its line goes, too, or stays as a line of its own."""
    body = _body(table)
    if body is None:
        table.pop(key, None)
        return
    kept = (
        [(there, item)] if there is None or there.key != key else [*_comment(item, comment_stays), *_below(item)]
        for there, item in body
    )
    body[:] = chain.from_iterable(kept)


def _comment(item: Any, stays: bool) -> list[Any]:
    from tomlkit.items import Comment

    return [(None, Comment(item.trivia))] if stays and item.trivia.comment else []


def _below(item: Any) -> list[Any]:
    """Lines below the last key of a table, which are about the next table."""
    body = (_body(item) or []) if _is_table(item) else []
    return body[max((at for at, (key, _) in enumerate(body) if key), default=-1) + 1 :]


def _insert(body: list[Any], key: str, item: Any, after: Collection[str]) -> None:
    simple = [(index, there.key) for index, (there, old) in enumerate(body) if there and not _is_table(old)]
    wanted = [index for index, name in simple if name in after] or [index for index, _ in simple][:1]
    at = wanted[-1]
    item.trivia.indent = body[at][1].trivia.indent
    insert(body, at + 1, key, item)


def insert(body: list[Any], at: int, key: str, item: Any) -> None:
    """Put a new key at this place: the library itself would put it below the comment of the next heading."""
    from tomlkit.items import SingleKey

    body.insert(at, (SingleKey(key), item))


def _body(table: Any) -> list[Any] | None:
    """Entries of a table, in order; None for a table in braces, which the library changes well by itself."""
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

    if isinstance(table, TOMLDocument):
        return table.body
    return table.value.body if isinstance(table, Table) else None


def _is_table(item: Any) -> bool:
    from tomlkit.items import AoT, Table

    return isinstance(item, (Table, AoT))


def _item(value: object) -> Any:
    """Turn a value into the library's own; a table of numbers goes in braces."""
    import tomlkit

    if not isinstance(value, Mapping):
        return tomlkit.item(value)
    return tomlkit.value(f"{{ {', '.join(f'{key} = {number}' for key, number in value.items())} }}")


_COMMENT = re.compile(r"#[^\n]*")
#: In a list of moments: a comment, or a piece of a moment.
_PIECE = re.compile(r"#[^\n]*|[^\s,#]+")


def append_to(table: Any, key: str, wanted: Sequence[Any]) -> bool:
    """Add to the list of that key, if it is there and begins as `wanted` does; whether nothing else is needed."""
    from tomlkit.items import Array

    body = _body(table) or []
    for at, (there, item) in enumerate(body):
        if there is not None and there.key == key and isinstance(item, Array):
            count = len(item)
            if item.unwrap() != wanted[:count]:
                return False
            body[at] = (there, _appended(item, wanted, count))
            return True
    return False


def _appended(array: Any, wanted: Sequence[Any], count: int) -> Any:
    """Add to the list the items that follow its first `count` items.

    The library fails where a comment stands before a comma: then the comments go above the key.
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
    """Put a comma behind the last item of the list: the library forgets it where a comment stands there."""
    from tomlkit import value

    text = array.as_string()
    pieces = [found for found in _PIECE.finditer(text, 1, len(text) - 1) if not found.group().startswith("#")]
    if not pieces or "#" not in text or "," in _COMMENT.sub("", text[pieces[-1].end() :]):
        return array
    out = value(f"{text[: pieces[-1].end()]},{text[pieces[-1].end() :]}")
    _dress(out, array.trivia)
    return out


def _dress(item: Any, trivia: Any) -> None:
    """Give the item the indent, the comment and the line end of the item that was there."""
    for part in ("indent", "comment_ws", "comment", "trail"):
        setattr(item.trivia, part, getattr(trivia, part))


#: Blanks, then at most one comment, which takes the rest of its line.
_BETWEEN = re.compile(r"[ \t\r]*(?:#[^\n]*)?")


def comments(text: str) -> Iterator[str]:
    """Find all comments, in their order: all text between the pieces of the text that is not blank."""
    at = 0
    for piece, _ in (*tokens(text), ("", 0)):
        between = _BETWEEN.match(text, at)
        assert between is not None  # it matches nothing, too
        if comment := between.group().strip():
            yield comment
        at = between.end() + len(piece)

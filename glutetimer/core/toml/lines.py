"""Lines of the keys in a TOML text, which the standard parser does not give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

#: Position in the parsed data: `("exercise", 0, "cues", 1)`. `()` is the whole file.
Path = tuple[str | int, ...]

# Possessive repeats (++) stop the regex from trying a quote that is never closed over and over. Only single characters
# have them: before 3.11.5 Python does not get those of groups right, and Debian 12 has 3.11.2.
_TOKEN = re.compile(
    r"""
    (?P<blank>[ \t\r]++|\#[^\n]*+)
    | \"{3}(?:[^"\\]++|\\[\s\S]|"(?!""))*"{3,5}
    | '{3}(?:[^']++|'(?!''))*'{3,5}
    | "(?:[^"\\\n]++|\\[^\n])*"
    | '[^'\n]*+'
    | [^ \t\r"'\#\[\]{},=.\n]++
    | [\[\]{},=.\n]
    """,
    re.VERBOSE,
)


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Split a TOML text into pieces with their lines: texts in their quotes, words, marks, line ends.

    Blanks and comments are left out. A quote that is never closed is the last piece, alone.
    """
    at, line = 0, 1
    while found := _TOKEN.match(text, at):
        if found.lastgroup != "blank":
            yield found.group(), line
        line += found.group().count("\n")
        at = found.end()
    if at < len(text):
        yield text[at], line


def pieces(text: str) -> Iterator[str]:
    """Split all of a TOML text, blanks and comments too; the last piece is all after a quote that never closes."""
    at = 0
    while found := _TOKEN.match(text, at):
        yield found.group()
        at = found.end()
    if at < len(text):
        yield text[at:]


def find_lines(text: str) -> dict[Path, int]:
    """Find the line of every key, table and list item of a text that the standard parser has read."""
    return _Scan(text).lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Line of what stands at `path`, or of the nearest table around it that has a line."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scan:
    """Goes over the text once, statement by statement; `lines` is the result."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self._left = [*tokens(text)][::-1]  # the next piece is the last of the list
        self._newest: dict[Path, int] = {}  # of each [[list]]: the index of its latest table
        table: Path = ()
        while self._left:
            if self._take("["):
                table = self._header()
            elif not self._take("\n"):
                self._pair(table)

    def _next(self) -> tuple[str, int]:
        return self._left[-1] if self._left else ("", 0)

    def _take(self, *marks: str) -> bool:
        """Pass over the next piece if it is one of these marks."""
        is_it = self._next()[0] in marks
        if is_it:
            self._left.pop()
        return is_it

    def _header(self) -> Path:
        line, is_list = self._next()[1], self._take("[")
        path: Path = ()
        *parents, name = self._key()
        for parent in parents:
            path = self._current((*path, parent))
        path = (*path, name)
        if is_list:
            self._newest[path] = self._newest.get(path, -1) + 1
        path = self._current(path)
        self._note(path, line)
        while self._take("]"):
            pass
        return path

    def _current(self, path: Path) -> Path:
        return (*path, self._newest[path]) if path in self._newest else path

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _key(self) -> list[str]:
        """Read the parts of a dotted key; stop before the mark that ends it."""
        parts = []
        while self._left and self._next()[0] not in ("=", "]", "}", "\n"):
            parts.append(_unquoted(self._left.pop()[0]))
            self._take(".")
        return parts or [""]

    def _pair(self, table: Path) -> None:
        line = self._next()[1]
        path = (*table, *self._key())
        self._note(path, line)
        del self._left[-1:]  # the "="
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._take("["):
            self._items(path)
        elif self._take("{"):
            while self._more():
                self._pair(path)
        else:
            while self._left and self._next()[0] not in (",", "]", "}", "\n"):
                self._left.pop()

    def _items(self, path: Path) -> None:
        index = 0
        while self._more():
            self._note((*path, index), self._next()[1])
            self._value((*path, index))
            index += 1

    def _more(self) -> bool:
        """Whether another item of a list or inline table follows; passes over what lies between."""
        while self._take("\n", ","):
            pass
        return bool(self._left) and not self._take("]", "}")


def _unquoted(part: str) -> str:
    if "\\" in part:
        return str(tomllib.loads(f"key = {part}")["key"])
    return part[1:-1] if part[0] in "\"'" else part

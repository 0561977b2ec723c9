"""Problems that keep a file from being read, and the word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Problem(Struct, frozen=True):
    """Problem in `line` (from 1; None: the whole file), and what to write or do instead."""

    line: int | None
    what: str
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.what} ({self.instead})" if self.instead else self.what

    def at(self, path: str) -> str:
        """Print the problem: `FILE:LINE: what (instead)`, without a line where there is none."""
        place = path if self.line is None else f"{path}:{self.line}"
        return f"{place}: {self}"


class BadFile(ValueError):
    """A file that cannot be used. `problems` names all that was found, in order of their lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))


class Broke(Exception):
    """Screen ended by a slip of this program; the message says which. What was done is saved."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest `did you mean "tempo"` for the known word nearest to this word; empty if none is near."""
    from difflib import get_close_matches  # some ms, for a slip only

    near = get_close_matches(word.lower(), list(known), n=1)
    return f'did you mean "{near[0]}"' if near else ""

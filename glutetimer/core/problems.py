"""What stands in the way of reading a file, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is so in `line` (from 1; None: the whole file), and what to write or do instead."""

    line: int | None
    what: str
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.what} ({self.instead})" if self.instead else self.what

    def at(self, path: str) -> str:
        """The problem as it is printed: `FILE:LINE: what (instead)`, without a line where there is none."""
        place = path if self.line is None else f"{path}:{self.line}"
        return f"{place}: {self}"


class BadFile(ValueError):
    """A file that cannot be used. `problems` names all that was found, in order of their lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))


class Broke(Exception):
    """The screen ended by a slip of this program; the message says which. What was done is saved."""

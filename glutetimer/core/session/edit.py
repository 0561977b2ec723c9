"""Take exercises out of a session's text, and find those that stay.

The library deletes the comment over the next heading with the exercise before it, which is why exercises go by their
lines.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from glutetimer.core.toml.lines import Path, find_lines, tokens


def without_exercises(text: str, gone: Collection[int]) -> str:
    """Remove the exercises of these indexes from the text, each with its substitutes and the comment right above it."""
    lines = text.split("\n")
    where = find_lines(text)
    exercises = [where["exercise", index] - 1 for index in range(sum(map(_is_exercise, where)))]
    if not gone or not lines[exercises[0]].lstrip().startswith("[["):
        return text  # written as one list in brackets: `take_items` does it
    headings = {*exercises, *(line - 1 for path, line in where.items() if len(path) == 1)}
    tops = _tops(text, lines, [line for line in headings if line >= exercises[0]])
    ends = dict(pairwise(sorted(tops.values())))
    for top in sorted((tops[exercises[index]] for index in gone), reverse=True):
        del lines[top : ends.get(top)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _is_exercise(path: Path) -> bool:
    return len(path) == 2 and path[0] == "exercise"


def _tops(text: str, lines: list[str], headings: list[int]) -> dict[int, int]:
    """Map each heading to the first line of the comment right above it, or to its own line. Lines from 0."""
    inside = {line - 1 + more for piece, line in tokens(text) for more in range(1, piece.strip().count("\n") + 1)}
    tops = {}
    for heading in headings:
        top = heading
        while top and lines[top - 1].lstrip().startswith("#") and top - 1 not in inside:
            top -= 1
        tops[heading] = top
    return tops


def exercises_in(document: Any) -> list[Any]:
    """Find the tables of a parsed file's exercises; changing a table changes the file."""
    return list(document["exercise"])


def substitutes_in(table: Any) -> list[Any]:
    """Find the tables of an exercise's substitutes. Call before any change: the library loses its place then."""
    without = table.get("without", {})
    return [without[word] for word in without]


def take_items(document: Any, gone: Collection[int]) -> None:
    """Take exercises out of a list in brackets."""
    for index in sorted(gone, reverse=True):
        del document["exercise"][index]

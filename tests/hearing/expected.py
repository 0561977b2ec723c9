"""What a trace says is to be heard, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: After these the run's clock stands.
STANDS = ("Paused", "PainFelt")


@dataclass(frozen=True, slots=True)
class Due:
    """A sound, its own moment and when the trace wrote it down, both in seconds of `time.monotonic`."""

    sound: str
    moment: float
    written: float


def expected(rows: Iterable[Mapping[str, Any]]) -> list[Due]:
    """The sounds of a trace in order of their moments.

    A line is written as soon as a tick finds its event, never before its moment. So of all lines between two pauses
    the earliest one tells how run time and the machine's clock go together.
    """
    due: list[Due] = []
    for lines in stretches(rows):
        began = min(row["mono"] - row["at"] for row in lines)
        due += [Due(row["sound"], began + row["at"], row["mono"]) for row in lines if "sound" in row]
    return due


def stretches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """The lines of events, cut where the clock stood."""
    lines: list[Mapping[str, Any]] = []
    for row in rows:
        if row["event"] == "Saved":  # Written by another thread, some time after its event.
            continue
        lines.append(row)
        if row["event"] in STANDS:
            yield lines
            lines = []
    if lines:
        yield lines

"""What commands print: results on stdout, problems on stderr, JSON where it is asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from glutetimer.core.problems import BadFile

EXIT_PROBLEM = 1


def say(text: str = "") -> None:
    """A line of the result. What the terminal's encoding lacks is replaced, never raised."""
    click.echo(_encodable(text, sys.stdout.encoding))


def warn(text: str) -> None:
    """A line on stderr."""
    click.echo(_encodable(text, sys.stderr.encoding), err=True)


def say_json(value: dict[str, Any]) -> None:
    """The whole result as one JSON object."""
    say(json.dumps(value, indent=2, ensure_ascii=True))


def stop(text: str) -> NoReturn:
    """End with one clear sentence and exit code 1."""
    warn(text)
    raise SystemExit(EXIT_PROBLEM)


def stop_for(path: Path | str, bad: BadFile) -> NoReturn:
    """End with every problem of a file, a line each."""
    warn_of(path, bad)
    raise SystemExit(EXIT_PROBLEM)


def warn_of(path: Path | str, bad: BadFile) -> None:
    """Print every problem of a file on stderr."""
    for problem in bad.problems:
        warn(problem.at(str(path)))


def columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """The rows as lines, their columns aligned and two spaces apart."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def minutes(seconds: float) -> str:
    """Whole minutes, rounded up: "22 min"."""
    return f"{int(-(-seconds // 60))} min"


def _encodable(text: str, encoding: str | None) -> str:
    name = encoding or "utf-8"
    return text.encode(name, errors="replace").decode(name)

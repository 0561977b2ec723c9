"""Print results on stdout, problems on stderr, JSON where it is asked for.

Names of files and words of the command line may hold anything: characters that a terminal must never get are removed
here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from glutetimer.cli.base.pipe import forget_output, is_closed_pipe, need_stdout
from glutetimer.core.text.clean import drawn, unjoined
from glutetimer.core.text.encoding import encodable

if TYPE_CHECKING:
    from glutetimer.core.text.problems import BadFile, Problem

EXIT_PROBLEM = 1


def say(text: str = "") -> None:
    """Print a line of the result, or several.

    Characters that the terminal's encoding lacks are replaced, never raised.
    """
    for line in text.split("\n"):
        say_drawn(_clean_line(line))


def say_drawn(line: str) -> None:
    """Print a line that this program coloured itself: its colours stay."""
    click.echo(encodable(line, sys.stdout.encoding))


def warn(text: str) -> None:
    """Print a line on stderr. Where that fails, the result goes on without it."""
    try:
        click.echo(encodable(_clean_line(text), sys.stderr.encoding), err=True)
    except OSError as refusal:
        if is_closed_pipe(refusal):
            raise
        forget_output()


def warn_whole(text: str) -> None:
    """Print a text on stderr as it is, to be kept by its reader."""
    try:
        click.echo(encodable(text, sys.stderr.encoding), err=True)
    except OSError:
        forget_output()


def say_json(value: dict[str, Any]) -> None:
    """Print the whole result as one JSON object."""
    import json

    need_stdout()
    say_drawn(json.dumps(value, indent=2, ensure_ascii=True))


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


def problem_json(path: Path | str, problem: Problem, word: str = "problem") -> dict[str, Any]:
    """Problem of a file for JSON: path, line (absent for the whole file), and the sentence."""
    line = {} if problem.line is None else {"line": problem.line}
    return {"path": str(path)} | line | {word: str(problem)}


def columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Format rows as lines, with aligned columns two spaces apart."""
    table = list(rows)
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    return ["  ".join(map(padded, row, widths)).rstrip() for row in table]


def cells(text: str) -> int:
    """Width of the text on a terminal, in cells."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # its tables: not for the help

    return cell_len(unjoined(text))


def padded(text: str, width: int) -> str:
    """Text with blanks up to this width in cells."""
    return text + " " * (width - cells(text))


def shortened(text: str, width: int) -> str:
    """Text cut to this width in cells, with "…" at the cut."""
    if cells(text) <= width:
        return text
    while cells(text) >= width:
        text = text[:-1]
    return f"{text}…"


def on_screen() -> bool:
    """Whether a person sees the output: a terminal, and not a dumb one."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def room() -> int | None:
    """Columns of the terminal; None where the output is no terminal, and lines may be of any length."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if on_screen() else None


def _clean_line(line: str) -> str:
    """Clean a line but keep the blanks at its start; files (TOML, JSON, CSV) also keep joiners."""
    return " " * (len(line) - len(line.lstrip(" "))) + drawn(line)

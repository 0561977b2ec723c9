"""`log export csv|json|jsonl`: the log as a table, a row for each bout, written as it is read."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from glutetimer.cli.base.options import place_options
from glutetimer.cli.base.output import warn, warn_of
from glutetimer.cli.base.pipe import need_stdout
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log.history import chosen, newest, path_of, read, warn_of_unreadable
from glutetimer.cli.log.options import filter_options
from glutetimer.core.export.csv import NAMES, BoutLine, csv_row, json_row, lines_of
from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile


@click.command("csv")
@filter_options
@place_options
def csv_command(log_dir: Path | None, config_file: Path | None, **wanted: Any) -> None:
    """Write a table for spreadsheets.

    A line of names, then a line for each bout. LOG.md says what the columns mean.
    """
    _write(csv_pieces(_lines(setting(log_dir, config_file), Filter(**wanted))))


@click.command("json")
@filter_options
@place_options
def json_command(log_dir: Path | None, config_file: Path | None, **wanted: Any) -> None:
    """Write one JSON object with all bouts."""
    _write(json_pieces(_lines(setting(log_dir, config_file), Filter(**wanted))))


@click.command("jsonl")
@filter_options
@place_options
def jsonl_command(log_dir: Path | None, config_file: Path | None, **wanted: Any) -> None:
    """Write a line of JSON for each bout."""
    _write(f"{json.dumps(json_row(line))}\n" for line in _lines(setting(log_dir, config_file), Filter(**wanted)))


def csv_pieces(lines: Iterable[BoutLine]) -> Iterator[str]:
    """Pieces of the table as CSV."""
    yield _csv_line(NAMES)
    for line in lines:
        yield _csv_line(csv_row(line))


def json_pieces(lines: Iterable[BoutLine]) -> Iterator[str]:
    """Pieces of the JSON object: a whole log is never held in memory."""
    yield '{"format": 1, "bouts": ['
    between = "\n"
    for line in lines:
        yield between + json.dumps(json_row(line))
        between = ",\n"
    yield "\n]}\n"


def _csv_line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    # With a line end of both characters it quotes both: Python 3.11 would leave a lone \r bare.
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + "\n"


def _write(pieces: Iterable[str]) -> None:
    r"""Write UTF-8 with \\n on every system: its readers should not have to guess."""
    need_stdout()
    out = sys.stdout.buffer
    for piece in pieces:
        out.write(piece.encode("utf-8", "replace"))
    out.flush()


def _lines(where: Settings, wanted: Filter) -> Iterator[BoutLine]:
    """Bouts, those of the newest workout first. Impossible filters end the program now, before a word is written."""
    return _lines_of(where, wanted, chosen(where, wanted))


def _lines_of(where: Settings, wanted: Filter, rows: LogRows) -> Iterator[BoutLine]:
    """Bouts of each workout in the order of its plan."""
    for row in newest(rows, wanted):
        path = path_of(where, row)
        record = None if row.copy else read(path)
        if isinstance(record, Workout):
            yield from lines_of(record, str(path))
        elif isinstance(record, BadFile):
            warn_of(path, record)
        else:
            warn(f"{path}: left out, a copy of {row.id} with other content (`glutetimer log check` tells more)")
    warn_of_unreadable(where, rows)

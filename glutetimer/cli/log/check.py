"""`log check`: read every file of the log, and name errors and oddities."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from glutetimer.adapters.log.check import Checked, check_files
from glutetimer.adapters.log.scan import walk
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, problem_json, say, say_json, warn_of
from glutetimer.cli.base.setting import setting
from glutetimer.cli.log.progress import MANY, reading_bar
from glutetimer.core.text.english import count
from glutetimer.core.text.problems import BadFile


@click.command("check")
@place_options
@json_option
def check_command(log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Read every file of the log, and name what cannot be read, what is there twice, and what looks odd."""
    log = setting(log_dir, config_file).places.log
    found = _check(log)
    if as_json:
        say_json(_json(found))
    else:
        _say_all(log, found)
    raise SystemExit(EXIT_PROBLEM if found.unreadable else 0)


def _check(log: Path) -> Checked:
    shut: list[tuple[Path, BadFile]] = []
    found = walk(log, lambda path, why: shut.append((log / path, BadFile([why]))))
    checked = check_files(_told(sorted(log / path for path, _ in found)), local_now()[0])
    checked.unreadable[:0] = shut
    return checked


def _told(paths: Sequence[Path]) -> Iterator[Path]:
    """Paths with a progress bar on a terminal, where there are many."""
    if not sys.stderr.isatty() or len(paths) < MANY:
        yield from paths
        return
    with reading_bar(len(paths)) as bar:
        for path in paths:
            yield path
            bar.update(1)


def _say_all(log: Path, found: Checked) -> None:
    for path, bad in found.unreadable:
        warn_of(path, bad)
    for copy, counts in found.copies:
        say(f"{copy}: a copy with other content (only {counts} counts; keep the one that is right)")
    for path, hint in found.hints:
        say(hint.at(str(path)))
    if found.unreadable:
        say(f"{count(found.fine, 'workout')} can be read, {count(len(found.unreadable), 'file')} cannot.")
    else:
        say(f"{count(found.fine, 'workout')}, all good." if found.fine else f"No workout yet in {log}.")


def _json(found: Checked) -> dict[str, Any]:
    out: dict[str, Any] = {"format": 1, "good": found.fine}
    unreadable = ((path, problem) for path, bad in found.unreadable for problem in bad.problems)
    out["unreadable"] = [problem_json(path, problem, "problem") for path, problem in unreadable]
    out["copies"] = [{"path": str(copy), "counts": str(counts)} for copy, counts in found.copies]
    out["hints"] = [problem_json(path, hint, "hint") for path, hint in found.hints]
    return out

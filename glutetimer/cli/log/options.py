"""Options that several commands of the log share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

import click

from glutetimer.core.plan.options import Mode

Command = TypeVar("Command", bound=Callable[..., Any])

#: Twenty years: a day further from now could be outside the calendar.
_MOST_WEEKS = 1040

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def weeks_option(usual: int) -> Callable[[Command], Command]:
    """Add --weeks N, the running week included."""
    return click.option(
        "--weeks",
        type=click.IntRange(1, _MOST_WEEKS),
        default=usual,
        show_default=True,
        help="How many weeks, the running one among them.",
    )


def session_option(command: Command) -> Command:
    """Add --session ID."""
    return click.option("--session", metavar="ID", default="", help="Only workouts of this session.")(command)


def since_option(command: Command) -> Command:
    """Add --since DATE."""
    return click.option("--since", metavar="DATE", callback=_since, help="Only from this day on, as in 2026-11-20.")(
        command
    )


def is_folder(path: str) -> bool:
    """Whether the path names a folder, existing or not: it ends in a slash."""
    return path.endswith(("/", os.sep))


def filter_options(command: Command) -> Command:
    """Add the options that choose workouts."""
    pain = click.option("--pain", is_flag=True, help="Only workouts in which something hurt.")
    month = click.option("--month", metavar="MONTH", callback=_month, help="Only those of a month, as in 2026-11.")
    mode = click.option("--mode", type=click.Choice(get_args(Mode)), help="Only workouts of this mode.")
    return session_option(mode(since_option(month(pain(command)))))


def _since(_: click.Context, __: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    day = _day(text)
    if day is None:
        raise click.UsageError(f'--since takes a day like 2026-11-20, not "{text}".')
    return day


def _month(_: click.Context, __: click.Parameter, text: str | None) -> str:
    if text is not None and _day(f"{text}-01") is None:
        raise click.UsageError(f'--month takes a month like 2026-11, not "{text}".')
    return text or ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None

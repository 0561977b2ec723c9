"""Options that change a plan, and the `Options` that they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from glutetimer.core.plan.options import MOST_MINUTES, MOST_REST, MOST_ROUNDS, Mode, Options
from glutetimer.core.session.kit import KIT_WORD
from glutetimer.core.session.session import PACES, Pace
from glutetimer.core.text.clean import clean

if TYPE_CHECKING:
    from glutetimer.cli.base.options import Command
    from glutetimer.core.settings.config import Config

_WORD = re.compile(KIT_WORD)


def plan_options(command: Command) -> Command:
    """Add the options that change a plan, for `plan` and `run`."""
    for option in reversed(_PLAN_OPTIONS):
        command = option(command)
    return command


_PLAN_OPTIONS = (
    click.option("--post-run", is_flag=True, help="After a run: one round, or one set of each."),
    click.option("--pre-run", is_flag=True, help="Before a run: one round, or one set of each."),
    click.option("--rounds", type=click.IntRange(1, MOST_ROUNDS), help="Rounds of a circuit, sets of straight order."),
    click.option("--without", metavar="KIT", help="Kit that is missing today, as in: band,chair."),
    click.option("--pace", type=click.Choice(PACES), help="counted, tap (a press a rep) or own (a press ends a set)."),
    click.option("--rest", type=click.IntRange(0, MOST_REST), help="Seconds of rest."),
    click.option("--minutes", type=click.IntRange(1, MOST_MINUTES), help="Do fewer sets, then fewer moves, to fit."),
)


def options_from(config: Config, **given: Any) -> Options:
    """Build the options of a run; contradictions are usage errors (exit code 2)."""
    mode = _mode(given["post_run"], given["pre_run"])
    if mode != "full" and given["rounds"] is not None:
        raise click.UsageError(f"--{mode} is one round: leave --rounds out.")
    pace: Pace | None = given["pace"] or config.pace
    rest = config.rest if given["rest"] is None else given["rest"]
    return Options(
        mode=mode,
        rounds=given["rounds"],
        without=_words(given["without"]),
        pace=pace,
        rest=rest,
        minutes=given["minutes"],
        first_side=config.first_side,
        switch=config.switch,
        setup=config.setup,
        lead=config.lead,
    )


def _mode(post_run: bool, pre_run: bool) -> Mode:
    if post_run and pre_run:
        raise click.UsageError("Choose one of --post-run and --pre-run.")
    return "post-run" if post_run else "pre-run" if pre_run else "full"


def _words(without: str | None) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(clean(word).lower() for word in (without or "").split(",") if clean(word)))
    for word in words:
        if not _WORD.fullmatch(word):
            raise click.UsageError(f'--without takes words like band,chair, not "{word}".')
    return words

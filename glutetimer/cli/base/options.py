"""Options that several commands share, and the settings they lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

from glutetimer.adapters.files.places import Places, places, stand_in_for_home
from glutetimer.adapters.files.private import create_folders
from glutetimer.adapters.files.read import may_be_there, read_text
from glutetimer.adapters.workout.last_resort import is_own
from glutetimer.cli.base.output import stop, warn
from glutetimer.core.plan.options import MOST_MINUTES, MOST_REST, MOST_ROUNDS, Mode, Options
from glutetimer.core.session.kit import KIT_WORD
from glutetimer.core.session.session import PACES, Pace
from glutetimer.core.settings.config import Config, read_config
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.lines import find_lines, line_of

Command = TypeVar("Command", bound=Callable[..., Any])

_WORD = re.compile(KIT_WORD)


class NumberType(click.FloatRange):
    """Number in a range: rejects "nan", which is neither below nor above any number."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Convert to a number; fails for a text that is no number."""
        number = super().convert(value, param, ctx)
        if number != number:
            self.fail(f"{value!r} is not a number", param, ctx)
        return number


#: --json.
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


class Settings(Struct, frozen=True):
    """Folders and settings for a command; `problems` are those of the config file."""

    places: Places
    config: Config
    problems: tuple[Problem, ...] = ()


def place_options(command: Command) -> Command:
    """Add --log-dir and --config, which every command takes."""
    command = click.option("--config", "config_file", type=click.Path(path_type=Path), help="Another config.toml.")(
        command
    )
    return click.option("--log-dir", type=click.Path(path_type=Path), help="Another folder for the log.")(command)


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
    click.option("--pace", type=click.Choice(PACES), help="counted, tap (a press a rep) or own (a press a bout)."),
    click.option("--rest", type=click.IntRange(0, MOST_REST), help="Seconds of rest."),
    click.option("--minutes", type=click.IntRange(1, MOST_MINUTES), help="Drop from the end what does not fit."),
)


def setting(log_dir: Path | None, config_file: Path | None) -> Settings:
    """Read the settings for a command; report problems of the config on stderr and use the usual values instead.

    An option beside the command itself counts before one further out, as beside the program's name.
    """
    log_dir, config_file = _asked("log_dir", log_dir), _asked("config_file", config_file)
    path = config_path(config_file)
    config, problems = _config(path, asked_for=config_file is not None)
    for problem in problems:
        warn(problem.at(str(path)))
    if log_dir is None and config.log_dir is not None:
        log_dir = _expanded(config.log_dir, path)
    return Settings(places(log_dir and _absolute(log_dir), config_file), config, problems)


def need_home() -> None:
    """Warn where files go if nobody knows the home; end where they could fall into somebody else's hands there."""
    home = stand_in_for_home()
    if home is None:
        return
    with suppress(OSError):
        create_folders(home)
    if not is_own(home):
        stop(f"No home folder is known, and {home} cannot stand in for it. Set HOME.")
    warn(f"No home folder is known: everything is kept in {home}. Set HOME to keep it elsewhere.")


def _expanded(log_dir: str, config: Path) -> Path | None:
    """Expand the folder in the settings; None, with a warning, where "~NAME" is no user."""
    try:
        return Path(log_dir).expanduser()
    except RuntimeError:
        line = line_of(find_lines(read_text(config)), ("log_dir",))
        what = f'log_dir: nobody here is called "{log_dir.partition("/")[0][1:]}": the usual folder is used'
        warn(Problem(line, what, "write it in full").at(str(config)))
        return None


def _absolute(folder: Path) -> Path:
    try:
        return folder.absolute()
    except FileNotFoundError:
        stop(f"{folder} cannot be found: the current folder is no longer there. Go to another one, or name it in full.")


def config_path(config_file: Path | None) -> Path:
    """Path of the settings file, whether it exists or not."""
    return places(config=_asked("config_file", config_file)).config


def _asked(option: str, given: Path | None) -> Path | None:
    """Value of an option of this command, else of the nearest command around it."""
    context = click.get_current_context().parent
    while given is None and context is not None:
        given = context.params.get(option)
        context = context.parent
    return given


def _config(path: Path, *, asked_for: bool) -> tuple[Config, tuple[Problem, ...]]:
    if not asked_for and not may_be_there(path):
        return Config(), ()
    try:
        return read_config(read_text(path))
    except BadFile as bad:
        return Config(), bad.problems


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
    )


def _mode(post_run: bool, pre_run: bool) -> Mode:
    if post_run and pre_run:
        raise click.UsageError("Choose one of --post-run and --pre-run.")
    return "post-run" if post_run else "pre-run" if pre_run else "full"


def _words(without: str | None) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(clean(word).lower() for word in (without or "").split(",") if clean(word)))
    for word in words:
        if not _WORD.fullmatch(word):
            raise click.UsageError(f'--without takes words like band,chair; "{word}" is none.')
    return words

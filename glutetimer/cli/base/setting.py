"""Where things are for a command, and how the runner wants them."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from glutetimer.adapters.files.folders import Places, places
from glutetimer.adapters.files.read import may_be_there, read_text
from glutetimer.cli.base.output import stop, warn
from glutetimer.core.settings.config import Config, read_config
from glutetimer.core.text.problems import BadFile, Problem


class Settings(Struct, frozen=True):
    """Folders and settings for a command; `problems` are those of the config file."""

    places: Places
    config: Config
    problems: tuple[Problem, ...] = ()


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


def _expanded(log_dir: str, config: Path) -> Path | None:
    """Expand the folder in the settings; None, with a warning, where "~NAME" is no user."""
    try:
        return Path(log_dir).expanduser()
    except RuntimeError:
        from glutetimer.core.toml.lines import find_lines, line_of

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

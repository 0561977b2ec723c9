"""`config`: settings as they are, their file, and the schema for editors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from glutetimer.adapters.files.read import may_be_there
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import columns, say, say_json
from glutetimer.cli.base.setting import config_path, setting
from glutetimer.core.settings.config import USUAL, Config, value_of
from glutetimer.core.settings.documents import schema_text
from glutetimer.core.settings.settings import SETTINGS
from glutetimer.core.settings.spec import SettingSpec
from glutetimer.core.toml.kinds import toml_value


@click.group("config", invoke_without_command=True)
@place_options
@json_option
@click.pass_context
def config_group(context: click.Context, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show the settings, each with its value, and where they are kept."""
    if context.invoked_subcommand is not None:
        return
    where = setting(log_dir, config_file)
    path, config = where.places.config, where.config
    if as_json:
        say_json({"format": 1, "path": str(path), "settings": _settings_json(config)})
        return
    say(f"{path}" if may_be_there(path) else f"{path} (not there yet: every setting is as usual)")
    say()
    for line in columns(_row(row, config) for row in SETTINGS):
        say(line)


@config_group.command("path")
@place_options
def path_command(log_dir: Path | None, config_file: Path | None) -> None:
    """Print where the settings are kept, and nothing else."""
    say(str(config_path(config_file)))


@config_group.command("schema")
@place_options
def schema_command(log_dir: Path | None, config_file: Path | None) -> None:
    """Print the JSON Schema of the settings, which gives editors completion."""
    say(schema_text().rstrip("\n"))


def _row(row: SettingSpec, config: Config) -> tuple[str, str, str]:
    value = value_of(config, row.name)
    shown = row.unset if value is None else toml_value(value)
    return row.name, shown, "usual" if value == value_of(USUAL, row.name) else "yours"


def _settings_json(config: Config) -> dict[str, Any]:
    """Settings as the tables of the file; a setting that was never made is absent."""
    out: dict[str, Any] = {}
    for table, key, value in _values(config):
        (out.setdefault(table, {}) if table else out)[key] = value
    return out


def _values(config: Config) -> Iterator[tuple[str, str, object]]:
    for row in SETTINGS:
        value = value_of(config, row.name)
        if value is not None:
            yield ".".join(row.path[:-1]), row.path[-1], value

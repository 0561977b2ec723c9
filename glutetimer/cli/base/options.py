"""Options that most commands share. Nothing is loaded for them: they are looked at for each answer, the help too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


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


def place_options(command: Command) -> Command:
    """Add --log-dir and --config, which every command takes."""
    command = click.option("--config", "config_file", type=click.Path(path_type=Path), help="Another config.toml.")(
        command
    )
    return click.option("--log-dir", type=click.Path(path_type=Path), help="Another folder for the log.")(command)

"""`log`: list the workouts that were done; its subcommands show more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from glutetimer.cli.base.lazy import LazyGroup
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import say, say_json
from glutetimer.cli.base.setting import setting
from glutetimer.cli.log.options import filter_options
from glutetimer.core.log.query import Filter
from glutetimer.core.plan.options import Mode

#: Command -> its place.
COMMANDS = {
    "show": "log.show:show_command",
    "week": "log.week:week_command",
    "stats": "log.stats:stats_command",
    "balance": "log.balance:balance_command",
    "exercise": "log.exercise:exercise_command",
    "add": "log_change.add:add_command",
    "edit": "log_change.commands:edit_command",
    "delete": "log_change.commands:delete_command",
    "check": "log.check:check_command",
    "export": "log.group:export_group",
    "path": "log.group:path_command",
}
EXPORTS = {
    "csv": "export.table:csv_command",
    "json": "export.table:json_command",
    "jsonl": "export.table:jsonl_command",
    "fit": "export.fit:fit_command",
}


@click.group("log", cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True)
@click.option("-n", "most", type=click.IntRange(1), help="So many, the newest (on a terminal 20).")
@click.option("--all", "everything", is_flag=True, help="Every workout.")
@filter_options
@place_options
@json_option
@click.pass_context
def log_group(
    context: click.Context,
    most: int | None,
    everything: bool,
    session: str,
    mode: Mode | None,
    since: date | None,
    month: str,
    pain: bool,
    log_dir: Path | None,
    config_file: Path | None,
    as_json: bool,
) -> None:
    """Show the workouts that were done, the newest first."""
    wanted = Filter(session=session, mode=mode, since=since, month=month, pain=pain)
    if context.invoked_subcommand is not None:
        if most or everything or as_json or wanted != Filter():
            raise click.UsageError(f"Put the options of {context.invoked_subcommand} after it.")
        return
    if most and everything:
        raise click.UsageError("Choose one of -n and --all.")
    from glutetimer.cli.log.history import show_history, show_json

    where = setting(log_dir, config_file)
    if as_json:
        show_json(where, wanted, most)
    else:
        show_history(where, wanted, most, everything=everything)


@click.group("export", cls=LazyGroup, lazy=EXPORTS)
def export_group() -> None:
    """Write the log for other programs.

    A table with a row for each bout, or FIT activities.
    """


@click.command("path")
@place_options
@json_option
def path_command(log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Print where the log lies."""
    path = str(setting(log_dir, config_file).places.log.absolute())
    if as_json:
        from glutetimer.core.export.as_json import answer

        say_json(answer(path=path))
    else:
        say(path)

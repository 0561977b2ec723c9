"""List of the program's commands."""

from __future__ import annotations

from pathlib import Path

import click

from glutetimer import __version__
from glutetimer.cli.base.lazy import RootGroup
from glutetimer.cli.base.options import place_options

#: Command -> its place.
COMMANDS = {
    "check": "show:check_command",
    "config": "config:config_group",
    "list": "show:list_command",
    "log": "log.group:log_group",
    "plan": "show:plan_command",
    "report": "export.report:report_command",
    "run": "run:run_command",
    "schema": "schema:schema_command",
    "sound": "sound:sound_command",
}


@click.group(
    cls=RootGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="glutetimer")
@place_options
@click.pass_context
def glutetimer(context: click.Context, log_dir: Path | None, config_file: Path | None) -> None:
    """Walk through a glute and hip strength session, exercise by exercise.

    Without a command it opens the list of sessions. The exercises come from public articles; they are no
    medical advice.
    """
    if context.invoked_subcommand is not None:
        return
    from glutetimer.cli.base.output import say
    from glutetimer.cli.base.setting import setting
    from glutetimer.cli.run import has_screen, program_for_home, run_program
    from glutetimer.cli.show import show_list

    where = setting(log_dir, config_file)

    if has_screen():
        run_program(program_for_home(where), None, resume=False, plain=False)
    show_list(where)
    say()
    say("Start one with: glutetimer run SESSION")

"""The program's commands."""

from __future__ import annotations

from pathlib import Path

import click

from glutetimer import __version__
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.output import say
from glutetimer.cli.run import desk_for_home, has_screen, run_command, run_desk
from glutetimer.cli.show import check_command, list_command, log_group, plan_command, show_list
from glutetimer.cli.sound import sound_command


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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
    where = setting(log_dir, config_file)
    if has_screen():
        run_desk(desk_for_home(where), None, resume=False, plain=False)
    show_list(where)
    say()
    say("Start one with: glutetimer run SESSION")


for command in (run_command, list_command, plan_command, check_command, log_group, sound_command):
    glutetimer.add_command(command)

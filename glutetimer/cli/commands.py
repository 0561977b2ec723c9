"""The program's commands."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from glutetimer import __version__
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.output import say

#: Command -> where it is. Only the one that is asked for is imported: --version should not load the sound.
COMMANDS = {
    "check": "show:check_command",
    "config": "config:config_group",
    "list": "show:list_command",
    "log": "show:log_group",
    "plan": "show:plan_command",
    "run": "run:run_command",
    "sound": "sound:sound_command",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are looked at."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"glutetimer.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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
    from glutetimer.cli.run import desk_for_home, has_screen, run_desk
    from glutetimer.cli.show import show_list

    if has_screen():
        run_desk(desk_for_home(where), None, resume=False, plain=False)
    show_list(where)
    say()
    say("Start one with: glutetimer run SESSION")

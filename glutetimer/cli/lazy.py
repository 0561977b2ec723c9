"""Groups of commands of which only the one that is asked for is imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from glutetimer.cli.output import stop
from glutetimer.cli.pipe import forget_output, quiet_pipe, unwritten
from glutetimer.core.suggest import did_you_mean


class LazyGroup(click.Group):
    """A group whose commands are imported when they are looked at: --version should not load the sound."""

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        """`lazy`: command -> where it is below this package, as in "log.week:week_command"."""
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        if cmd_name not in self._lazy:
            return None
        module, _, name = self._lazy[cmd_name].partition(":")
        command = getattr(import_module(f"{__package__}.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; for a slip of the hand the nearest one is named."""
        if args and args[0] not in self._lazy and not args[0].startswith("-"):
            guess = did_you_mean(args[0], self._lazy) or f"`{ctx.command_path} --help` shows them"
            raise click.UsageError(f'There is no command "{args[0]}" ({guess}).', ctx)
        return super().resolve_command(ctx, args)


class Program(LazyGroup):
    """The program itself: however it ends, it ends in order and in its own words."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Reading the arguments prints, too: the help."""
        with _in_order():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Do what was asked for."""
        with _in_order():
            return super().invoke(ctx)


@contextmanager
def _in_order() -> Iterator[None]:
    """Where a reader has seen enough, without a word; where there is no room, or a word cannot be meant, with one."""
    try:
        with quiet_pipe(), _own_words():
            yield
    except OSError as refusal:
        said = unwritten(refusal)
        if not said:
            raise
        forget_output()
        stop(said)


@contextmanager
def _own_words() -> Iterator[None]:
    try:
        yield
    except click.UsageError as slip:
        from glutetimer.cli.usage import tell

        tell(slip)
        raise SystemExit(slip.exit_code) from None

"""Command groups that import only the command asked for, and sentences for usage errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from glutetimer.cli.base.output import stop, warn
from glutetimer.cli.base.pipe import forget_output, quiet_pipe, unwritten


class LazyGroup(click.Group):
    """Group whose commands are imported when they are looked at: --version should not load the sound."""

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        """`lazy`: command -> its place below this package, as in "log.week:week_command"."""
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order of the help."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of this name; None for an unknown name."""
        if cmd_name not in self._lazy:
            return None
        module, _, name = self._lazy[cmd_name].partition(":")
        command = getattr(import_module(f"glutetimer.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command by its name; for a mistyped name the error suggests the nearest."""
        if args and args[0] not in self._lazy and not args[0].startswith("-"):
            from glutetimer.core.text.problems import did_you_mean  # for a slip only

            guess = did_you_mean(args[0], self._lazy) or f"`{ctx.command_path} --help` shows them"
            raise click.UsageError(f'There is no command "{args[0]}" ({guess}).', ctx)
        return super().resolve_command(ctx, args)


class RootGroup(LazyGroup):
    """Group of the whole program: however it ends, it ends in order and in its own words."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments in order: this prints too, the help."""
        with _in_order():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command in order."""
        with _in_order():
            return super().invoke(ctx)


@contextmanager
def _in_order() -> Iterator[None]:
    """End silently where a reader has seen enough; with a sentence where the disk is full or the usage is wrong."""
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
        tell(slip)
        raise SystemExit(slip.exit_code) from None


#: Click's "'x' is not a valid integer range.", "0 is not in the range x>=1.", "'x' is not one of 'a', 'b'."
_VALUE = re.compile(r"""(?P<quote>['"]?)(?P<value>.*)(?P=quote) is not """)
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def tell(slip: click.UsageError) -> None:
    """Print the usage and the mistake on stderr."""
    if type(slip).__name__ == "NoArgsIsHelpError":  # a group without a command; older Clicks have no such name
        slip.show()
        return
    if slip.ctx is not None:
        for line in slip.ctx.get_usage().split("\n"):
            warn(line)
    warn(sentence(slip))


def sentence(slip: click.UsageError) -> str:
    """Explain a usage error and what is allowed: "--rounds takes a whole number from 1 to 10; "x" is none."."""
    match slip:
        case click.MissingParameter(param=click.Parameter() as param):
            return f"{_name(param)} is missing."
        case click.BadParameter(param=click.Parameter() as param):
            return _bad(param, slip.message)
        case click.NoSuchOption():
            return _unknown(slip)
        case click.BadOptionUsage():
            wants = "wants a value" if "requires" in slip.message else "takes no value"
            return f"{slip.option_name} {wants}."
    extra = _TOO_MUCH.fullmatch(slip.message.rstrip("."))
    return f'"{extra[1]}" is too much here.' if extra else slip.message


def _bad(param: click.Parameter, message: str) -> str:
    value, takes = _VALUE.match(message), _takes(param.type)
    if value is None or not takes:
        return f"{_name(param)}: {message}"
    return f'{_name(param)} takes {takes}, not "{value["value"]}".'


def _takes(kind: object) -> str:
    """Say what a parameter takes, "" for kinds without words here."""
    match kind:
        case click.Choice():
            return _either([*map(str, kind.choices)])
        case click.IntRange():
            return f"a whole number{_between(kind.min, kind.max)}"
        case click.FloatRange():
            return f"a number{_between(kind.min, kind.max)}"
    return ""


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _between(least: float | None, most: float | None) -> str:
    first = "" if least is None else f" from {least:g}"
    return f"{first} to {most:g}" if most is not None else f"{first} on" if first else ""


def _unknown(slip: click.NoSuchOption) -> str:
    from glutetimer.core.text.problems import did_you_mean

    known = [] if slip.ctx is None else [word for param in slip.ctx.command.params for word in param.opts]
    help_ = "" if slip.ctx is None else f"`{slip.ctx.command_path} --help` shows them"
    guess = did_you_mean(slip.option_name, known) or help_
    return f'There is no option "{slip.option_name}"{f" ({guess})" if guess else ""}.'


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name

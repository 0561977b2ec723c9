"""Words on the command line that cannot be meant: which they are, and what could stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from glutetimer.cli.output import warn
from glutetimer.core.suggest import did_you_mean

#: Click's "'x' is not a valid integer range.", "0 is not in the range x>=1.", "'x' is not one of 'a', 'b'."
_VALUE = re.compile(r"""(?P<quote>['"]?)(?P<value>.*)(?P=quote) is not """)
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def tell(slip: click.UsageError) -> None:
    """How the command is used, then what is amiss, on stderr."""
    if type(slip).__name__ == "NoArgsIsHelpError":  # a group without a command; older Clicks have no such name
        slip.show()
        return
    if slip.ctx is not None:
        for line in slip.ctx.get_usage().split("\n"):
            warn(line)
    warn(sentence(slip))


def sentence(slip: click.UsageError) -> str:
    """What is so, and what could be: "--rounds takes a whole number from 1 to 10; "x" is none."."""
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
    return f'{_name(param)} takes {takes}; "{value["value"]}" is none.'


def _takes(kind: object) -> str:
    """What could stand there, "" where that has no words here."""
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
    known = [] if slip.ctx is None else [word for param in slip.ctx.command.params for word in param.opts]
    help_ = "" if slip.ctx is None else f"`{slip.ctx.command_path} --help` shows them"
    guess = did_you_mean(slip.option_name, known) or help_
    return f'There is no option "{slip.option_name}"{f" ({guess})" if guess else ""}.'


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name

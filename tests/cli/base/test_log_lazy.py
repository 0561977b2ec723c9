"""Groups that import what is asked for, and the end of a program nobody reads any more."""

from __future__ import annotations

import errno
import sys

import click
import pytest
from click.testing import CliRunner

from glutetimer.cli.base import pipe
from glutetimer.cli.base.lazy import LazyGroup
from glutetimer.cli.commands import COMMANDS
from glutetimer.cli.log import group


@pytest.mark.parametrize("lazy", [COMMANDS, group.COMMANDS, group.EXPORTS], ids=["program", "log", "export"])
def test_every_command_is_where_the_table_says(lazy: dict[str, str]) -> None:
    there = LazyGroup("all", lazy=lazy)
    context = click.Context(there)
    assert there.list_commands(context) == [*lazy]
    for name in lazy:
        command = there.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_what_is_no_command_is_none() -> None:
    there = LazyGroup("all", lazy=COMMANDS)
    assert there.get_command(click.Context(there), "nonsense") is None
    assert CliRunner().invoke(there, ["nonsense"]).exit_code == 2


@pytest.mark.parametrize(("slip", "meant"), [("lgo", "log"), ("lst", "list")])
def test_a_slip_of_the_hand_gets_a_guess(slip: str, meant: str) -> None:
    done = CliRunner().invoke(LazyGroup("all", lazy=COMMANDS), [slip])
    assert done.exit_code == 2
    assert f'There is no command "{slip}" (did you mean "{meant}").' in done.output


def test_a_closed_pipe_is_the_end() -> None:
    with pytest.raises(SystemExit) as ended, pipe.quiet_pipe():
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")
    assert ended.value.code == pipe.EXIT_PIPE


def test_other_refusals_are_not_hidden() -> None:
    with pytest.raises(OSError, match="No space"), pipe.quiet_pipe():
        raise OSError(errno.ENOSPC, "No space left on device")


def test_windows_calls_a_closed_pipe_by_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = OSError(errno.EINVAL, "Invalid argument")
    assert pipe.is_closed_pipe(refusal) is (sys.platform == "win32")
    monkeypatch.setattr(sys, "platform", "win32")
    assert pipe.is_closed_pipe(refusal)

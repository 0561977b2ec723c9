"""The command line: argv -> options. Builds everything once; imports Textual only when the screen is needed."""

from __future__ import annotations


def main() -> None:
    """The program's entry point."""
    from glutetimer.cli.pipe import open_streams

    open_streams()
    from glutetimer.cli.common import need_home

    need_home()
    from glutetimer.cli.commands import glutetimer

    glutetimer()

"""Command line: argv -> options. Builds everything once; imports Textual only when the screen is needed."""

from __future__ import annotations


def main() -> None:
    """Run the program: its entry point."""
    from glutetimer.cli.base.pipe import open_streams

    open_streams()
    from glutetimer.cli.base.home import need_home

    need_home()
    from glutetimer.cli.commands import glutetimer

    glutetimer()

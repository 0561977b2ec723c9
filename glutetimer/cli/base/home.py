"""Before anything else: whether a home is known."""

from __future__ import annotations

from contextlib import suppress

from glutetimer.adapters.files.home import stand_in_for_home


def need_home() -> None:
    """Warn where files go if nobody knows the home; end where they could fall into somebody else's hands there."""
    home = stand_in_for_home()
    if home is None:
        return
    from glutetimer.adapters.files.private import create_folders
    from glutetimer.adapters.workout.last_resort import is_own
    from glutetimer.cli.base.output import stop, warn

    with suppress(OSError):
        create_folders(home)
    if not is_own(home):
        stop(f"No home folder is known, and {home} cannot stand in for it. Set HOME.")
    warn(f"No home folder is known: everything is kept in {home}. Set HOME to keep it elsewhere.")

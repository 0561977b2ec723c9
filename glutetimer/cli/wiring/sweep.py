"""Sweep, at each start, the temporary files that killed writers have left behind."""

from __future__ import annotations

import threading

from glutetimer.adapters.files.folders import Places, refuges
from glutetimer.adapters.files.temporary import sweep
from glutetimer.adapters.workout.last_resort import own


def sweep_all(places: Places) -> None:
    """Sweep all folders of the program; the log, which may lie on a slow disk, on a thread beside the start."""
    running = (folder / "running" for folder in (places.state, *own(refuges())))
    sweep([*running, places.sessions, places.config.parent])
    months = places.log.glob("[0-9]*/[0-9]*")
    threading.Thread(target=sweep, args=(months,), name="sweep", daemon=True).start()

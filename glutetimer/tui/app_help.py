"""Helpers of the app around its screens: memory at rest, sentences about errors and pain."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.core.pain.tellings import Telling, pain_day

if TYPE_CHECKING:
    from textual.app import App

    from glutetimer.core.ports import LiveRun
    from glutetimer.core.record.record import Workout


def slip_words(error: BaseException | None) -> str:
    """Error and its place: "ValueError: bad number (parser.py:98)"."""
    if error is None:
        return "unknown"
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = "".join(f" ({Path(frame.filename).name}:{frame.lineno})" for frame in where)
    return f"{type(error).__name__}: {error}{place}"


def settle_memory() -> None:
    """Exclude all imported objects from later collections, once the first picture is there, and allow these again.

    Without this a full collection stops the picture for some 20 ms in the middle of a run.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


def advises(live: LiveRun) -> Callable[[Telling, Workout], Sequence[str]]:
    """Make the function that gives advice on a pain entered at the finish: the same advice as in the run."""
    from glutetimer.core.pain.advice import advise
    from glutetimer.core.run.pain_choices import first_words

    def says(told: Telling, workout: Workout) -> Sequence[str]:
        today = pain_day(workout)
        says = advise(told, today, live.pains, limit=live.pain_limit, over=True).says
        return says or first_words(today)

    return says


def stand_still(app: App[int]) -> None:
    """Pause a run at once before the program is stopped, to silence it."""
    from glutetimer.tui.run.screen import RunScreen

    for screen in app.screen_stack:
        if isinstance(screen, RunScreen):
            screen.stand_still()

"""What the app does around its screens: memory at rest after the first picture, words for a slip of the program."""

from __future__ import annotations

import gc
import traceback
from pathlib import Path


def slip_words(error: BaseException | None) -> str:
    """The error and where it came from: "ValueError: bad number (parser.py:98)"."""
    if error is None:
        return "unknown"
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = "".join(f" ({Path(frame.filename).name}:{frame.lineno})" for frame in where)
    return f"{type(error).__name__}: {error}{place}"


def settle_memory() -> None:
    """Once the first picture is there: what was imported stays, so a later collection need not look at it again.

    Without this a full collection stops the picture for some 20 ms in the middle of a run.
    """
    gc.collect()
    gc.freeze()

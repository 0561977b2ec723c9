"""Which voice a run gets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from glutetimer.adapters.voice.engines import find_engine, no_engine
from glutetimer.adapters.voice.voice import RenderedVoice
from glutetimer.core.audio.ports import Clip, Voice
from glutetimer.core.settings.settings import Voice as Wanted


class ClosingVoice(Voice, Protocol):
    """A voice that may have started something."""

    def close(self) -> None:
        """End all that was started, within a moment. May be called twice."""
        ...


class NoVoice(Struct, frozen=True):
    """Says nothing: words are off, or there is no engine. `problem` says which, "" when nobody needs telling."""

    problem: str = ""

    @property
    def progress(self) -> tuple[int, int]:
        """Nothing is to be done."""
        return 0, 0

    def prepare(self, sentences: Sequence[str]) -> None:
        """Nothing is made."""

    def clip(self, sentence: str) -> Clip | None:
        """There is none."""
        return None

    def close(self) -> None:
        """Nothing to end."""


def choose_voice(wanted: Wanted, folder: Path) -> ClosingVoice:
    """The voice for a setting, its clips in `folder`. Never raises; starts nothing before it is asked to prepare.

    Without an engine nothing is said, which is told to who asked for a voice only.
    """
    if wanted == "off":
        return NoVoice()
    engine = find_engine()
    if engine is None:
        return NoVoice(no_engine() if wanted == "on" else "")
    return RenderedVoice(engine, folder)

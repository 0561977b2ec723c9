"""Choose the voice of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from glutetimer.adapters.voice.engines import find_engine, no_engine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
from glutetimer.core.audio.ports import Clip, Voice
from glutetimer.core.settings.settings import Voice as Wanted


class ClosingVoice(Voice, Protocol):
    """Voice that may have started something."""

    def close(self) -> None:
        """End the child and the thread, within a moment. May be called twice."""
        ...


class NoVoice(Struct, frozen=True):
    """Says nothing: speech is off, or there is no engine. `problem` says which, "" where nobody needs to know."""

    problem: str = ""

    @property
    def progress(self) -> tuple[int, int]:
        """Always 0 of 0: there is nothing to do."""
        return 0, 0

    def prepare(self, sentences: Sequence[str]) -> None:
        """Do nothing: no clip is made."""

    def clip(self, sentence: str) -> Clip | None:
        """Always None: there are no clips."""
        return None

    def close(self) -> None:
        """Do nothing: there is nothing to end."""


def choose_voice(wanted: Wanted, folder: Path) -> ClosingVoice:
    """Choose the voice for a setting, with its clips in `folder`. Never raises; starts nothing before `prepare`.

    A missing engine is reported only to those who asked for a voice.
    """
    if wanted == "off":
        return NoVoice()
    engine = find_engine()
    if engine is None:
        return NoVoice(no_engine() if wanted == "on" else "")
    return RenderedVoice(engine, folder)

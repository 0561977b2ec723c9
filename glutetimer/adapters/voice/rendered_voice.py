"""Voice that makes its clips beforehand, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.adapters.voice.clips import clip_name, find_clip, tidy
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.core.audio.ports import Clip

if TYPE_CHECKING:
    from glutetimer.adapters.voice.child_client import Answer, Maker

LIMIT = 10.0  # seconds for a sentence; an engine takes a tenth of one
LINGER = 3.0  # seconds without anything to do until the child is sent away; it comes back in a tenth of one
MOST_LOST = 3  # sentences in a row: then the engine is given up
PATIENCE = 1.0  # seconds to wait for the thread at the end; it takes a few hundredths

#: Engines take these for commands.
_BRACKETS = str.maketrans("[]", "  ")


class RenderedVoice:
    """Speaks by clips; see `glutetimer.core.audio.ports.Voice`. Clips stay in a folder, ready for the next time.

    A sentence that the engine does not give within its time cannot be had. After MOST_LOST in a row, or when the folder
    takes no clip, no more clips are made and `problem` says why, whether a voice was asked for or just found: a voice
    that was there must not go without a word. Clips in the folder are played all the same.
    """

    def __init__(self, engine: SpeechEngine, folder: Path, limit: float = LIMIT, linger: float = LINGER) -> None:
        """`folder` need not exist. Nothing starts before a sentence is asked for."""
        self._engine, self._folder = engine, folder
        self._limit, self._linger = limit, linger
        self._problem, self._lost = "", 0
        self._news = threading.Condition()  # guards the rest
        self._closing = False
        self._waiting: list[str] = []  # the next one first; it stays until its clip is made or lost
        self._done: dict[str, Clip | None] = {}
        self._maker: Maker | None = None
        self._thread: threading.Thread | None = None

    @property
    def problem(self) -> str:
        """Sentence why no more clips are made, or ""."""
        return self._problem

    @property
    def progress(self) -> tuple[int, int]:
        """Count the sentences that are finished, and all that were asked for."""
        with self._news:
            return len(self._done), len(self._done) + len(self._waiting)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Make clips of these, before all that still waits."""
        with self._news:
            new = {sentence: None for sentence in sentences if sentence not in self._done}
            self._waiting = [*new, *(sentence for sentence in self._waiting if sentence not in new)]
            self._news.notify_all()
            if new and self._thread is None:
                thread = threading.Thread(target=self._work, name="voice", daemon=True)
                with suppress(RuntimeError):  # no thread to be had: nothing is ever ready
                    thread.start()
                    self._thread = thread

    def clip(self, sentence: str) -> Clip | None:
        """Clip of a sentence; None while it is not ready, and where it cannot be had."""
        return self._done.get(sentence)

    def close(self) -> None:
        """End the child and the thread at once. May be called twice; nothing is made after it."""
        with self._news:
            self._closing = True
            self._news.notify_all()
            maker = self._maker
        if maker is not None:
            maker.close()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _work(self) -> None:
        """Make one clip after the other until the end; send the child away while there is nothing to do."""
        while (sentence := self._next()) is not None:
            try:
                clip = self._had(" ".join(sentence.translate(_BRACKETS).split()))
            except Exception:  # a slip of ours must be seen, not end the thread in silence
                clip, self._problem = None, f"No voice: {self._folder} cannot be used."
            with self._news:
                self._done[sentence] = clip
                self._waiting.remove(sentence)
        self._rest()

    def _next(self) -> str | None:
        """Wait for the next sentence; None at the end."""
        with self._news:
            busy = self._news.wait_for(lambda: self._waiting or self._closing, self._linger)
        if not busy:
            self._rest()
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._closing)
            return None if self._closing else self._waiting[0]

    def _rest(self) -> None:
        """End the child, and keep the folder small if any clip was made."""
        if self._maker is not None:
            self._maker.rest()
            tidy(self._folder, {clip.name for clip in self._done.values() if clip})

    def _had(self, text: str) -> Clip | None:
        """Find the clip of a text in the folder, or make it; None where it cannot be had."""
        if not text:
            return None
        name = clip_name(self._engine.manner, text)
        found = find_clip(self._folder, name)
        if found is not None or self._problem:
            return found
        self._judge(self._made(name, text))
        return find_clip(self._folder, name)

    def _made(self, name: str, text: str) -> Answer:
        """Make a clip, starting the maker where there is none yet. Not under the lock, for it takes its time."""
        from glutetimer.adapters.voice.child_client import Maker, child_command  # only where a clip is to be made

        maker = self._maker or Maker(child_command(self._engine, self._folder), self._limit)
        with self._news:
            if self._closing:
                return "lost"
            self._maker = maker
        return maker.make(name, text)

    def _judge(self, answer: Answer) -> None:
        """Give up the folder after a refusal, or the engine after MOST_LOST lost sentences."""
        self._lost = self._lost + 1 if answer == "lost" else 0
        if answer == "refused":
            self._problem = f"No voice: {self._folder} cannot be written."
        elif self._lost == MOST_LOST:
            self._problem = f"No voice: {self._engine.name} does not answer. The screen says it all."

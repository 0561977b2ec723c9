"""History of a run's exercises in the log: read on a thread, for a run never waits for a disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.pain.tellings import PainDay
    from glutetimer.core.plan.plan import Plan


class ExerciseHistory:
    """History that is empty until the log is read, and stays empty where it cannot be read."""

    def __init__(self, plan: Plan, read: Callable[[], Past]) -> None:
        """`read` is called on a thread of its own."""
        self._ids = frozenset(plan.exercise_ids)
        self._past: Future[Past] = Future()
        Thread(target=self._look, args=(read,), name="lore", daemon=True).start()

    @property
    def first_time(self) -> frozenset[str]:
        """Ids of the plan's exercises that were never tried."""
        past = self._known()
        return frozenset() if past is None else self._ids - past.tried

    @property
    def failed_cues(self) -> Mapping[str, str]:
        """Exercise id -> the cue that went first last time."""
        past = self._known()
        return {} if past is None else past.failed

    @property
    def last_done(self) -> Mapping[str, tuple[int, ...]]:
        """Exercise id -> the most in one bout last time."""
        past = self._known()
        return {} if past is None else past.done

    @property
    def pains(self) -> tuple[PainDay, ...]:
        """Pains in the workouts before."""
        past = self._known()
        return () if past is None else past.pains

    def _look(self, read: Callable[[], Past]) -> None:
        try:
            self._past.set_result(read())
        except Exception as refusal:  # whatever a log holds, the run goes on without it
            self._past.set_exception(refusal)

    def _known(self) -> Past | None:
        if not self._past.done() or self._past.exception() is not None:
            return None
        return self._past.result()

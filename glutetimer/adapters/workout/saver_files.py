"""Files of one workout: in the state folder while it runs, in the log once it is sealed, else in the trash.

Nothing here raises for a disk that refuses: each step returns a sentence about the obstacle, or "".
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files import durable, messages
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.workout.run_lock import RunLock, claim
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Workout
from glutetimer.core.record.stored_plan import standing
from glutetimer.core.record.write import Resume, sure_record
from glutetimer.core.values import replace

OnSaved = Callable[[frozenset[int]], None]


def tell_nobody(_: frozenset[int]) -> None:
    """Ignore which bouts are durable."""


class SaverFiles:
    """Writes the files of one workout, on one thread. `log_dir` and `plan` may be changed between two steps.

    `plan` is kept with the workout while it runs. `saved_path` is where the sealed record lies in the log, once it
    does. `is_safe`: whether the last record lies in a file that the next start finds.
    """

    def __init__(
        self,
        state_dir: Path,
        log_dir: Path,
        resume: Resume,
        *,
        held: RunLock | None = None,
        on_saved: OnSaved = tell_nobody,
        create: durable.Write = durable.create,
        replace: durable.Write = durable.replace,
    ) -> None:
        self.log_dir = log_dir
        self.plan: Plan | None = None
        self.saved_path: Path | None = None
        self.is_safe = True
        self._state_dir, self._resume, self._held = state_dir, resume, held
        self._on_saved, self._create, self._replace = on_saved, create, replace
        self._written = ""  # text that was last written to the log
        self._durable: frozenset[int] = frozenset()

    def keep(self, workout: Workout) -> str:
        """Write the running file; return a sentence where the log would refuse the record at the end."""
        return self._keep(workout) or self._look_ahead()

    def text_of(self, workout: Workout) -> str:
        """Text of the running file: with the data to resume, unless it is over. Raises ValueError."""
        if workout.state != "running":
            return sure_record(workout, seal=True)
        kept = self._resume if self.plan is None else replace(self._resume, standing=standing(self.plan))
        return sure_record(workout, seal=False, resume=kept)

    def _keep(self, workout: Workout) -> str:
        self.is_safe = False
        text = self.text_of(workout)
        doubt = ""
        try:
            self._replace(self._claim(workout).path, text)
        except durable.NotSure as refusal:
            doubt = messages.not_sure_there(self._claim(workout).path, refusal)
        except OSError as refusal:
            return messages.not_saved(refusal, self._state_dir)
        self.is_safe = True
        if not doubt:
            self._tell(workout)
        return doubt

    def seal(self, workout: Workout) -> str:
        """Put the record into the log for good; if it is there already, write it again."""
        self.is_safe = self.saved_path is not None
        text = sure_record(workout, seal=True)
        if self.saved_path is not None:
            return self._amend(self.saved_path, text)
        path = record_path(self.log_dir, workout)
        try:
            self._create(path, text)
        except durable.NotSure as doubt:
            # The running file stays: should the power go, it is there.
            self._written, self.saved_path, self.is_safe = text, path, True
            return messages.not_sure_there(path, doubt)
        except OSError as refusal:
            return self._wait_in_state(workout, text, refusal)
        self._written, self.saved_path, self.is_safe = text, path, True
        self._tell(workout)
        self._take_away()
        return ""

    def throw_away(self, workout: Workout | None) -> str:
        """Move a workout that is not in the log to the trash, in its newest state."""
        if self.saved_path is not None:
            return ""
        problem = self._keep(workout) if workout is not None else ""
        if self._held is None or not self._held.path.exists():
            return problem
        try:
            self._held.to_trash()
        except OSError:
            return messages.not_discarded(self._held.path)
        return problem

    def close(self) -> None:
        """Release the running file, which stays if nothing took its place."""
        if self._held is not None:
            self._held.release()

    def _claim(self, workout: Workout) -> RunLock:
        if self._held is None:
            self._held = claim(self._state_dir, workout.id)
        return self._held

    def _look_ahead(self) -> str:
        """Check whether the log will take the record: a warning in the first minute is better than at the end."""
        try:
            durable.make_folder(self.log_dir)
        except OSError as refusal:
            return messages.no_log(refusal, self.log_dir)
        if not os.access(self.log_dir, os.W_OK):
            return messages.no_log(PermissionError(errno.EACCES, os.strerror(errno.EACCES)), self.log_dir)
        return ""

    def _wait_in_state(self, workout: Workout, text: str, refusal: OSError) -> str:
        """Keep a record that the log refused beside the running ones: the next start offers it."""
        try:
            held = self._claim(workout)
            with suppress(durable.NotSure):
                self._replace(held.path, text)
        except OSError:
            return messages.not_kept(refusal, self.log_dir)
        self.is_safe = True
        self._tell(workout)
        return messages.not_in_log(refusal, self.log_dir, held.path)

    def _amend(self, path: Path, text: str) -> str:
        try:
            if path.read_bytes() != self._written.encode():
                return messages.not_changed(path)
            self._replace(path, text)
        except durable.NotSure as doubt:
            self._written = text
            return messages.not_sure(path, doubt)
        except OSError as refusal:
            return messages.not_changed(path, refusal)
        self._written = text
        return ""

    def _take_away(self) -> None:
        if self._held is not None:
            # If it stays, the next start sees that its record is in the log, and ignores it.
            with suppress(OSError):
                self._held.finish()

    def _tell(self, workout: Workout) -> None:
        over = frozenset(index for index, bout in enumerate(workout.bouts) if bout.result is not None)
        new, self._durable = over - self._durable, over | self._durable
        if new:
            self._on_saved(new)

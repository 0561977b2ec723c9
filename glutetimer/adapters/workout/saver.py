"""Single writer of a run: it keeps the newest snapshot, and nobody waits for the disk."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Lock
from typing import Literal

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.messages import not_saved, nowhere, waits_in
from glutetimer.adapters.system.clock import local_now
from glutetimer.adapters.workout import last_resort
from glutetimer.adapters.workout.run_lock import RunLock
from glutetimer.adapters.workout.saver_files import OnSaved, SaverFiles, tell_nobody
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Workout
from glutetimer.core.record.resume import break_off
from glutetimer.core.record.write import Resume, dump_record

Stage = Literal["running", "sealed", "discarded"]


class RecordSaver:
    """Saves one workout: in the state folder while it runs, in the log once it is over.

    Orders are carried out in turn on one thread; of several snapshots that wait, the newest wins.
    """

    def __init__(
        self,
        state_dir: Path,
        log_dir: Path,
        resume: Resume,
        *,
        held: RunLock | None = None,
        refuges: Sequence[Path] = (),
        on_saved: OnSaved = tell_nobody,
        create: durable.Write = durable.create,
        replace: durable.Write = durable.replace,
    ) -> None:
        """`held` is the running file of a resumed run; `create` and `replace` as in `durable`.

        `refuges` are folders for a workout that at the end neither the log nor the state folder takes. `on_saved` is
        called on the writer's thread with the indexes of the bouts that became durable just now.
        """
        self._shelf = SaverFiles(
            state_dir, log_dir, resume, held=held, on_saved=on_saved, create=create, replace=replace
        )
        self._state_dir, self._refuges = state_dir, refuges
        self._problem = ""
        #: Once closed: whether neither log nor state folder has the workout; its record, where no folder took it.
        self.elsewhere, self.unkept = False, ""
        self._mutex = Lock()  # guards the rest, which both threads touch
        self._workout: Workout | None = None
        self._plan: Plan | None = None
        self._stage: Stage = "running"
        self._is_waiting = False
        self._is_closed = False
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="keeper")

    @property
    def problem(self) -> str:
        """Sentence about what is not saved, why, and what happens to it; empty once a later save has done it."""
        return self._problem

    @property
    def saved_path(self) -> Path | None:
        """Path of the sealed record in the log, once it is there."""
        return self._shelf.saved_path

    def keep(self, workout: Workout, plan: Plan | None = None) -> None:
        """Save the running workout soon, and its plan as it stands. After `seal` this does nothing."""
        self._ask(workout, "running", plan)

    def seal(self, workout: Workout) -> None:
        """Put the finished workout into the log."""
        self._ask(workout, "sealed")

    def amend(self, workout: Workout) -> None:
        """Write the record again with the newest answers, unless somebody else has changed its file."""
        self._ask(workout, "sealed")

    def move_to(self, log_dir: Path) -> None:
        """Use another log folder; put a sealed workout there that was refused before."""
        self._shelf.log_dir = log_dir
        with self._mutex:
            workout, stage = self._workout, self._stage
        if workout is not None and stage == "sealed":
            self._ask(workout, stage)

    def discard(self) -> None:
        """Move the workout to the trash, unless it is in the log."""
        if self.saved_path is None:
            with self._mutex:
                workout = self._workout
            self._ask(workout, "discarded")

    def wait(self, timeout: float) -> bool:
        """Wait until all orders are done, at most `timeout` seconds; whether they are."""
        try:
            last = self._pool.submit(lambda: None)
        except RuntimeError:
            return True
        return not wait([last], timeout).not_done

    def close(self) -> None:
        """Carry out waiting orders, then release the running file, which stays if nothing took its place.

        A record that neither the log nor the state folder takes, even now, goes to a refuge.
        """
        with self._mutex:
            was_closed, self._is_closed = self._is_closed, True
        self._pool.shutdown()
        if not was_closed and self._workout is not None and self._stage != "discarded":
            self._rescue(self._workout)
        self._shelf.close()

    def _ask(self, workout: Workout | None, stage: Stage, plan: Plan | None = None) -> None:
        with self._mutex:
            is_late = self._stage == "discarded" or (self._stage == "sealed" and stage == "running")
            if is_late or self._is_closed:
                return
            self._workout, self._stage, self._plan = workout, stage, plan or self._plan
            if not self._is_waiting:
                self._is_waiting = True
                self._pool.submit(self._work)

    def _work(self) -> None:
        with self._mutex:
            workout, stage, self._is_waiting = self._workout, self._stage, False
            plan = self._plan
        try:
            self._shelf.plan = plan
            self._problem = self._do(workout, stage)
        except Exception as slip:  # A slip of ours must be seen, not vanish in a future that nobody reads.
            self._problem = not_saved(slip, self._state_dir)

    def _rescue(self, workout: Workout) -> None:
        if not self._shelf.is_safe:
            self._work()  # once more: there may be room again
        if self._shelf.is_safe:
            return
        self.elsewhere = True
        try:
            path = last_resort.put(self._refuges, workout.id, self._shelf.text_of(workout))
        except ValueError:  # it would not read back: a person may still read it
            path = None
        if path is None:
            self.unkept = dump_record(break_off(workout, local_now()[0]), seal=True)
        self._problem = nowhere(self._problem) if path is None else waits_in(self._problem, path)

    def _do(self, workout: Workout | None, stage: Stage) -> str:
        if stage == "discarded" or workout is None:
            return self._shelf.throw_away(workout)
        return self._shelf.keep(workout) if stage == "running" else self._shelf.seal(workout)

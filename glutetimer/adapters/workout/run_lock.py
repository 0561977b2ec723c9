"""Lock of a running workout: one process at a time holds STATE/running/ID.toml, through ID.lock beside it.

The lock is a file of its own, since the running file is another file after each save.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.adapters.files import durable

if TYPE_CHECKING:
    from filelock import FileLock

#: Seconds to wait. Another program that only looks holds the lock for a moment.
_PATIENCE = 0.5


class RunBusy(OSError):
    """Another program is running this workout."""


class RunLock:
    """Running file of one workout, while this process holds it."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._lock = lock

    def release(self) -> None:
        """Release the running file and leave it there for the next start."""
        if self._lock.is_locked:
            if not self.path.exists():
                self._remove_lock()
            self._lock.release()
            if os.name == "nt":
                self._remove_lock()

    def finish(self) -> None:
        """Remove the running file after the record is safe elsewhere (OSError: it stays), and release it."""
        try:
            durable.patient(lambda: self.path.unlink(missing_ok=True))
            for temp in self.path.parent.glob(f".{self.path.name}.*.tmp"):
                temp.unlink(missing_ok=True)
            durable.flush_folder(self.path.parent)
        finally:
            self.release()

    def to_trash(self) -> Path:
        """Move the running file to STATE/trash, where it stays, and release it."""
        trash = self.path.parent.parent / "trash"
        durable.make_folder(trash)
        target = _free(trash / self.path.name)
        durable.patient(lambda: self.path.rename(target))
        durable.flush_folder(trash)
        self.finish()
        return target

    def _remove_lock(self) -> None:
        # Remove it while it is held (Windows refuses that): later it could be the next run's lock.
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()


def claim(state_dir: Path, id_: str) -> RunLock:
    """Hold the running file of a workout, which need not exist yet. Busy: another program has it."""
    path = state_dir / "running" / f"{id_}.toml"
    durable.make_folder(path.parent)
    return hold(path)


def hold(path: Path, patience: float = _PATIENCE) -> RunLock:
    """Hold this running file, waiting at most `patience` seconds. Busy: another program has it."""
    from filelock import FileLock, Timeout  # twenty modules: not before something is held

    # Taken in one thread and let go in another: the lock must not be the thread's own.
    lock = FileLock(path.with_suffix(".lock"), thread_local=False)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise RunBusy(f"{path} is held by another program") from None
    return RunLock(path, lock)


def _free(path: Path) -> Path:
    """Path, or where it is taken the first free path with a number."""
    paths = [path, *(path.with_name(f"{path.stem}.{number}.toml") for number in range(2, 100))]
    return next((path for path in paths if not path.exists()), path)

"""Lock the log: one change at a time, however many glutetimers are open.

The lock is a hidden file in the trash: never a record, and outside a version history that leaves the trash out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from glutetimer.adapters.files.durable import make_folder

#: Seconds to wait for the lock. A change takes some hundredths of a second.
PATIENCE = 3.0

_NAME = ".lock"
_POLL = 0.01


class LogBusy(OSError):
    """Another program changes the log for longer than the patience lasts."""


@contextmanager
def held(trash: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Keep other glutetimers from changing the log; whether that worked, for some disks have no locks.

    Raises Busy after `patience` seconds.
    """
    # Taken in one thread, perhaps released in another.
    lock = FileLock(trash / _NAME, thread_local=False)
    is_held = _acquire(lock, trash, patience)
    try:
        yield is_held
    finally:
        if is_held:
            with suppress(OSError):
                lock.release()


def _acquire(lock: FileLock, trash: Path, patience: float) -> bool:
    try:
        make_folder(trash)
        lock.acquire(timeout=patience, poll_interval=_POLL)
    except Timeout:
        raise LogBusy("another glutetimer is changing the log right now (try again)") from None
    except (OSError, NotImplementedError):
        return False
    return True

"""One change of the log at a time, however many glutetimers are open.

The lock is a hidden file in the trash: never a record, and not kept by whoever leaves the trash out of their history.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from glutetimer.adapters.files.durable import make_folder

#: Seconds. A change takes some hundredths of one.
PATIENCE = 3.0

_NAME = ".lock"
_POLL = 0.01


class LogBusy(OSError):
    """Another program changes the log for longer than one waits."""


@contextmanager
def held(trash: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Keep other glutetimers from changing the log; whether that could be done, for some disks have no locks.

    Raises Busy after `patience` seconds.
    """
    # Asked for in one thread, perhaps let go in another.
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

"""Outputs that end early: a reader has seen enough (`| head`), a disk is full, there is no stdout."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Exit code that a shell reports for a program ended by a closed pipe (128 + SIGPIPE).
EXIT_PIPE = 141

#: Errors of a stream that takes nothing more; the last one does not exist on every system.
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End with EXIT_PIPE where the pipe to a reader is closed."""
    try:
        yield
    except OSError as refusal:
        if not is_closed_pipe(refusal):
            raise
        forget_output()
        raise SystemExit(EXIT_PIPE) from None


def is_closed_pipe(refusal: OSError) -> bool:
    """Whether the reader has closed the pipe; Windows gives it another error."""
    return refusal.errno == errno.EPIPE or (sys.platform == "win32" and refusal.errno == errno.EINVAL)


def unwritten(refusal: OSError) -> str:
    """Sentence for output that stdout did not take in full; "" for other refusals, which name a file."""
    if refusal.filename is not None or refusal.errno not in _FULL:
        return ""
    why = "no space is left" if refusal.errno == errno.ENOSPC else refusal.strerror or str(refusal)
    return f"Not all of it could be written: {why}."


def need_stdout() -> None:
    """Raise OSError where stdout was closed before the start (`>&-`), for output that is useless unread."""
    if isinstance(sys.stdout, _Nowhere):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def forget_output() -> None:
    """Send waiting output nowhere: else the interpreter complains of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())


def open_streams() -> None:
    """Open streams that were closed before the start (`>&-`) on the null device, instead of None."""
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(way))


class _Nowhere(io.TextIOWrapper):
    """Null device that is never a terminal: Windows takes its null device for one."""

    def isatty(self) -> bool:
        return False


def _nowhere(way: str) -> io.TextIOWrapper:
    """Open the null device at the lowest free number, that of the stream: no other file may get it.

    Child programs inherit it too.
    """
    number = os.open(os.devnull, os.O_RDONLY if way == "r" else os.O_WRONLY)
    os.set_inheritable(number, True)
    return _Nowhere(open(number, f"{way}b", closefd=False), encoding="utf-8", errors="replace")

"""Where results go may end at any time: a reader has seen enough (`| head`), a disk is full, there is no stdout."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: What a shell reports of a program that was ended by a closed pipe (128 + SIGPIPE).
EXIT_PIPE = 141

#: What a stream says that takes nothing more; the last one is not known everywhere.
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
    """Whether nobody reads any more; Windows calls it by another name."""
    return refusal.errno == errno.EPIPE or (sys.platform == "win32" and refusal.errno == errno.EINVAL)


def unwritten(refusal: OSError) -> str:
    """What there is to say where stdout took not all of it; "" for refusals of another kind, which name a file."""
    if refusal.filename is not None or refusal.errno not in _FULL:
        return ""
    why = "no space is left" if refusal.errno == errno.ENOSPC else refusal.strerror or str(refusal)
    return f"Not all of it could be written: {why}."


def need_stdout() -> None:
    """For what is of no use unread: raise OSError where stdout was closed before the start (`>&-`)."""
    if isinstance(sys.stdout, _Nowhere):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def forget_output() -> None:
    """What still waits to be written goes nowhere: else the interpreter complains of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())


def open_streams() -> None:
    """A stream that was closed before the start (`>&-`) leads nowhere, instead of not being there."""
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(way))


class _Nowhere(io.TextIOWrapper):
    """No terminal: Windows takes its null device for one."""

    def isatty(self) -> bool:
        return False


def _nowhere(way: str) -> io.TextIOWrapper:
    """The lowest number is free: that of the stream, so that no other file gets it. Programs we start have it too."""
    number = os.open(os.devnull, os.O_RDONLY if way == "r" else os.O_WRONLY)
    os.set_inheritable(number, True)
    return _Nowhere(open(number, f"{way}b", closefd=False), encoding="utf-8", errors="replace")

"""Whoever reads what is printed may stop at any time (`| head`): then the program ends without a word."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: What a shell reports of a program that was ended by a closed pipe (128 + SIGPIPE).
EXIT_PIPE = 141


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


def forget_output() -> None:
    """What still waits to be written goes nowhere: else the interpreter complains of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())

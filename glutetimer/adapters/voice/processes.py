"""Start hidden programs: nothing of theirs reaches the screen, and no key of the terminal reaches them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

GRACE = 0.3  # seconds to end by itself


def started(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a program in a session or process group of its own, with pipes on stdin and stdout. OSError as Popen."""
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        flags |= subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return subprocess.Popen(
            command, bufsize=0, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, creationflags=flags
        )
    return subprocess.Popen(
        command, bufsize=0, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, start_new_session=True
    )


def joined(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a program in the group of this process, to end with it. OSError as Popen."""
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, creationflags=flags)
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)


def outcome(command: Sequence[str], said: bytes, seconds: float) -> bytes:
    """Run a program with this text on stdin; return what it prints. OSError or SubprocessError where that fails."""
    with started(command) as process:
        try:
            printed, _ = process.communicate(said, seconds)
        except subprocess.TimeoutExpired:
            kill(process)
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return printed


def kill(process: subprocess.Popen[bytes]) -> None:
    """End at once a program that was `started`, and all that it has started itself (on Windows it alone).

    Works also when it has just died by itself: nobody else gets its group's number before it is waited for.
    """
    if process.returncode is None:
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def end_group() -> None:
    """End this process and all that it has started; on Windows it alone."""
    if sys.platform != "win32" and os.getpgid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def lower_priority() -> None:
    """Let other processes go first (on Windows that was set at the start)."""
    if sys.platform != "win32":
        os.nice(5)

"""Start the sound child."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import glutetimer

CHILD = "glutetimer.adapters.sound.child"


def child_command(
    backend: str, sounds: Path, clips: Path | None = None, gains: Mapping[str, float] = MappingProxyType({})
) -> list[str]:
    """Command line of the child; `clips` is the folder of spoken clips, and need not exist.

    -P: a file of the user's own folder is never taken for a module.
    """
    quieter = [f"{name}={gain}" for name, gain in gains.items() if gain != 1.0]
    folders = (str(sounds.resolve()), str((clips or sounds / "clips").absolute()))
    return [sys.executable, "-P", "-m", CHILD, backend, *folders, *quieter]


def spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the child with pipes on stdin and stdout and its fd 2 out of the screen's way. OSError as Popen.

    It gets a session or process group of its own: Ctrl+C and Ctrl+Z in the terminal go to the program only.
    """
    pipe, nowhere, environment = subprocess.PIPE, subprocess.DEVNULL, child_environment()
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(
            command, bufsize=0, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, creationflags=flags
        )
    return subprocess.Popen(
        command, bufsize=0, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment, start_new_session=True
    )


def child_environment() -> dict[str, str]:
    """Environment of this program; -P would hide a checkout that is not installed, which is added there."""
    home = Path(glutetimer.__file__).resolve().parent.parent
    if not (home / "pyproject.toml").is_file():
        return dict(os.environ)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (known, str(home))))}

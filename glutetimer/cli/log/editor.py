"""The runner's own editor, for a file and for as long as they like."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_IS_WINDOWS = os.name == "nt"
_USUAL = ("notepad",) if _IS_WINDOWS else ("nano", "vi")


def own_editor(environment: Mapping[str, str], windows: bool = _IS_WINDOWS) -> list[str]:
    """The words of $VISUAL, else $EDITOR; none where neither says anything. ValueError: a quote is not closed."""
    for name in ("VISUAL", "EDITOR"):
        words = shlex.split(environment.get(name, ""), posix=not windows)
        if words:  # without POSIX rules, which eat backslashes, the quotes stay
            return [word.strip('"') for word in words] if windows else words
    return []


def usual_editor(names: Sequence[str] = _USUAL) -> list[str]:
    """The first of the editors that most machines have; none where there is none."""
    return next(([name] for name in names if shutil.which(name)), [])


def run_editor(words: Sequence[str], path: Path) -> int:
    """Wait for the editor to end; its exit code. Raises OSError where there is no such program."""
    program = shutil.which(words[0]) or words[0]  # on Windows `code` is code.cmd
    with _ctrl_c_is_theirs():
        return subprocess.run([program, *words[1:], str(path)], check=False).returncode


@contextmanager
def _ctrl_c_is_theirs() -> Iterator[None]:
    """In an editor it means something else. A function, for what is ignored here would be ignored there."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

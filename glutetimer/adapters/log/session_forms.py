"""Names and forms of exercises in the session files at hand, as they are now."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from glutetimer.adapters.files.sessions import every_path, readable
from glutetimer.core.log.forms import NO_FORMS, Forms, known_forms
from glutetimer.core.text.problems import BadFile

#: State of a file: its path, size and time of change.
_Stamp = tuple[Path, int, int]


class SessionForms:
    """Reads the session files when they are first asked for, and again after a change. For any number of threads."""

    def __init__(self, user_dir: Path) -> None:
        self._user_dir = user_dir
        self._lock = Lock()
        self._stamps: list[_Stamp] | None = None
        self._forms = NO_FORMS

    def __call__(self) -> Forms:
        """Forms in the session files now."""
        with self._lock:
            paths = _paths(self._user_dir)
            stamps = [stamp for path in paths if (stamp := _stamp(path))]
            if stamps != self._stamps:
                self._stamps, self._forms = stamps, known_forms(readable(paths))
            return self._forms


def _paths(user_dir: Path) -> list[Path]:
    try:
        return every_path(user_dir)
    except BadFile:  # the built-in ones did not come with the program
        return []


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_size, status.st_mtime_ns

"""Folders of the program's files: the platform's own (XDG variables on Linux)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from msgspec import Struct
from platformdirs import PlatformDirs

#: Folder in the home for records that no other folder took.
_IN_HOME = "glutetimer-unsaved"


class Places(Struct, frozen=True):
    """Folders: `log` is for syncing; `state` holds the running workout; `sessions` the runner's own session files.

    `cache` may be deleted at any time.
    """

    log: Path
    sessions: Path
    state: Path
    config: Path
    cache: Path


def places(log_dir: Path | None = None, config: Path | None = None) -> Places:
    """Collect the folders: the ones given, else the usual ones. Creates nothing."""
    dirs = PlatformDirs("glutetimer", appauthor=False)
    data = Path(dirs.user_data_dir)
    return Places(
        log=log_dir or data / "log",
        sessions=data / "sessions",
        state=Path(dirs.user_state_dir),
        config=config or Path(dirs.user_config_dir) / "config.toml",
        cache=Path(dirs.user_cache_dir),
    )


def refuges() -> tuple[Path, ...]:
    """Folders for a record that neither the log nor the state folder takes, the best first.

    Each is laid out as the state folder. They lie beside the settings, in the home, in the folders for temporary files.
    """
    config = Path(PlatformDirs("glutetimer", appauthor=False).user_config_dir)
    return tuple(dict.fromkeys((config / "unsaved", Path.home() / _IN_HOME, *map(_own, _temporary()))))


def stand_in_for_home() -> Path | None:
    """Choose a home where nobody knows one (HOME is not set, and the system has no entry for this user).

    From then on it is the home of this process and of its children. None where there is a home.
    """
    try:
        if os.name == "nt" or Path.home().is_absolute():
            return None
    except RuntimeError:
        pass
    own = _own(_temporary()[0])
    os.environ["HOME"] = str(own)
    return own


def _own(folder: Path) -> Path:
    """Subfolder of this user in a folder that everybody shares."""
    return folder / (f"glutetimer-{os.getuid()}" if hasattr(os, "getuid") else "glutetimer")


def _temporary() -> list[Path]:
    """Folders for temporary files.

    They are the same at each start, full or not: the next start looks where this one has written.
    """
    if os.name == "nt":
        return [Path(tempfile.gettempdir())]
    wanted = os.environ.get("TMPDIR", "")
    return [Path(wanted)] if wanted.startswith("/") else [Path("/tmp"), Path("/var/tmp")]

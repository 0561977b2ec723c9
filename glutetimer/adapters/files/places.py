"""Where the program keeps its files: the platform's own folders (XDG variables on Linux)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from msgspec import Struct
from platformdirs import PlatformDirs

#: What lies in the home where no other folder took it.
_IN_HOME = "glutetimer-unsaved"


class Places(Struct, frozen=True):
    """`log` is what people sync; `state` holds the running workout; `sessions` the runner's own session files.

    `cache` may be deleted at any time.
    """

    log: Path
    sessions: Path
    state: Path
    config: Path
    cache: Path


def places(log_dir: Path | None = None, config: Path | None = None) -> Places:
    """The places, with the ones that were asked for instead of the usual ones. Nothing is created."""
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
    """Where a record goes that neither the log nor the state folder takes, the best first; each is laid out as that.

    Beside the settings, in the home, in the folders for temporary files.
    """
    config = Path(PlatformDirs("glutetimer", appauthor=False).user_config_dir)
    return tuple(dict.fromkeys((config / "unsaved", Path.home() / _IN_HOME, *map(_own, _temporary()))))


def stand_in_for_home() -> Path | None:
    """Where nobody knows of a home (HOME is not set, and the system has no entry for this user): what is taken for it.

    From then on it is the home of this process, and of those it starts. None where there is a home.
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
    """The user's own part of a folder that is everybody's."""
    return folder / (f"glutetimer-{os.getuid()}" if hasattr(os, "getuid") else "glutetimer")


def _temporary() -> list[Path]:
    """The same at each start, full or not: the next one looks where this one has written."""
    if os.name == "nt":
        return [Path(tempfile.gettempdir())]
    wanted = os.environ.get("TMPDIR", "")
    return [Path(wanted)] if wanted.startswith("/") else [Path("/tmp"), Path("/var/tmp")]

"""Folders of the program's files: the platform's own (XDG variables on Linux)."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from platformdirs import PlatformDirs

from glutetimer.adapters.files.home import own_part, temporary_folders

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
    return tuple(dict.fromkeys((config / "unsaved", Path.home() / _IN_HOME, *map(own_part, temporary_folders()))))

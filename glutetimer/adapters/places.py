"""Where the program keeps its files: the platform's own folders (XDG variables on Linux)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Places:
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

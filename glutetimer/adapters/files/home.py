"""The home of the user, and what is taken for it where nobody knows of one. Looked at before anything else."""

from __future__ import annotations

import os
from pathlib import Path


def stand_in_for_home() -> Path | None:
    """Choose a home where nobody knows one (HOME is not set, and the system has no entry for this user).

    From then on it is the home of this process and of its children. None where there is a home.
    """
    try:
        if os.name == "nt" or Path.home().is_absolute():
            return None
    except RuntimeError:
        pass
    own = own_part(temporary_folders()[0])
    os.environ["HOME"] = str(own)
    return own


def own_part(folder: Path) -> Path:
    """Subfolder of this user in a folder that everybody shares."""
    return folder / (f"glutetimer-{os.getuid()}" if hasattr(os, "getuid") else "glutetimer")


def temporary_folders() -> list[Path]:
    """Folders for temporary files.

    They are the same at each start, full or not: the next start looks where this one has written.
    """
    if os.name == "nt":
        import tempfile  # with random and shutil: not elsewhere

        return [Path(tempfile.gettempdir())]
    wanted = os.environ.get("TMPDIR", "")
    return [Path(wanted)] if wanted.startswith("/") else [Path("/tmp"), Path("/var/tmp")]

"""Where the WAV files lie."""

from __future__ import annotations

from pathlib import Path

import glutetimer


def sounds_folder(package: Path | None = None) -> Path:
    """The folder of sounds: inside an installed package, at the repository's top in an editable install."""
    home = package or Path(glutetimer.__file__).resolve().parent
    inside = home / "sounds"
    return inside if inside.is_dir() else home.parent / "sounds"

"""List the players of this machine, without importing or starting any."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

import glutetimer


class PlayerProgram(Struct, frozen=True):
    """Program of the system that plays a WAV file: its name, and its options before the file's path."""

    name: str
    options: tuple[str, ...] = ()


#: In the order in which they are tried; the shorter the buffer, the sooner a sound is heard.
LINUX = (
    PlayerProgram("pw-play", ("--latency=20ms",)),
    PlayerProgram("paplay", ("--latency-msec=40",)),
    PlayerProgram("aplay", ("-q", "--buffer-time=80000")),
)
MAC = (PlayerProgram("afplay"),)
WINSOUND = "winsound"  # a module of Python's own on Windows
#: Distributions of each library; the second simpleaudio replaces the first.
LIBRARIES = (("miniaudio",), ("simpleaudio", "simpleaudio-patched"))


class FoundPlayers(Struct, frozen=True):
    """Library with its version, or player of the system with its path. `here` is False where it is missing."""

    name: str
    version: str = ""
    path: str = ""
    here: bool = True


def look(platform: str = sys.platform) -> list[FoundPlayers]:
    """List everything that can play sounds, the missing ones too."""
    found = []
    for distributions in LIBRARIES:
        versions = [(name, version) for name in distributions if (version := version_of(name))]
        found += [FoundPlayers(name, version) for name, version in versions] or [
            FoundPlayers(distributions[0], here=False)
        ]
    for player in system_players(platform):
        path = path_of(player)
        found.append(FoundPlayers(player, path=path, here=bool(path) or player == WINSOUND))
    return found


def programs(platform: str = sys.platform) -> tuple[PlayerProgram, ...]:
    """Programs that play sounds on a platform; none on Windows, which has `winsound`."""
    return {"darwin": MAC, "win32": ()}.get(platform, LINUX)


def system_players(platform: str = sys.platform) -> tuple[str, ...]:
    """Names of the players that a system of this kind brings with it."""
    return tuple(program.name for program in programs(platform)) or (WINSOUND,)


def path_of(player: str) -> str:
    """Path of a system player, "" where it is missing; `winsound` has no path but is there on Windows."""
    return shutil.which(player) or ""


def has_system_player(platform: str = sys.platform) -> bool:
    """Whether this system brings a player with it."""
    return platform == "win32" or any(map(path_of, system_players(platform)))


def version_of(distribution: str) -> str:
    """Version of an installed distribution, "" where it is missing; imports nothing of it."""
    if not is_installed(distribution.removesuffix("-patched")):
        return ""
    from importlib import metadata  # slow to import, and the default does without it

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def is_installed(module: str) -> bool:
    """Whether a module is installed."""
    return find_spec(module) is not None


def sounds_folder(package: Path | None = None) -> Path:
    """Folder of sounds: inside an installed package, at the repository's top in an editable install."""
    home = package or Path(glutetimer.__file__).resolve().parent
    inside = home / "sounds"
    return inside if inside.is_dir() else home.parent / "sounds"

"""Which player a run gets. Imports no audio library: those are loaded in the child only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.player import Player, Silent, no_sound
from glutetimer.adapters.sound.spawn import child_command
from glutetimer.core.config import FULL_VOLUME, Volume
from glutetimer.core.sounds import gains

NAMES = ("auto", "miniaudio", "simpleaudio", "none")
CRASHES_FROM = (3, 12)  # the Python version on which the original simpleaudio ends the interpreter


@dataclass(frozen=True)
class Choice:
    """A backend for the child, "" for none, and why it is not the one asked for, "" when it is."""

    backend: str
    notice: str = ""


def choose_player(name: str, sounds: Path, volume: Volume = FULL_VOLUME) -> Player:
    """The player of that name (one of NAMES) for a folder of WAV files, this loud; starts its child at once.

    What cannot be had is replaced by the default, and the player's `problem` says so. Never raises.
    """
    if name == "none":
        return Silent("Sound is off.")
    choice = choose(name, sys.version_info[:2], is_installed)
    if not choice.backend:
        return Silent(choice.notice)
    loudness = gains(sorted(path.stem for path in sounds.glob("*.wav")), volume)
    return ChildPlayer(child_command(choice.backend, sounds, loudness), choice.notice)


def choose(name: str, python: tuple[int, int], installed: Callable[[str], bool]) -> Choice:
    """The backend for a player's name on this Python; `installed` answers for the name of a distribution."""
    objection = objection_to(name, python, installed)
    if name == "simpleaudio" and not objection:
        return Choice("simpleaudio")
    if installed("miniaudio"):
        return Choice("miniaudio", f"{objection}: miniaudio plays instead." if objection else "")
    if name != "simpleaudio" and not objection_to_simpleaudio(python, installed):
        return Choice("simpleaudio", f"{objection}: simpleaudio plays instead." if objection else "")
    missing = "miniaudio is not installed"
    return Choice("", no_sound(f"{objection}, and {missing}" if objection else missing))


def objection_to(name: str, python: tuple[int, int], installed: Callable[[str], bool]) -> str:
    """Why the player of that name cannot be had, as a clause; "" when it can, or is the default."""
    if name not in NAMES:
        return f"{', '.join(NAMES[:-1])} and {NAMES[-1]} are the sound players"
    return objection_to_simpleaudio(python, installed) if name == "simpleaudio" else ""


def objection_to_simpleaudio(python: tuple[int, int], installed: Callable[[str], bool]) -> str:
    """Why simpleaudio cannot be used here, as a clause; "" when it can. The patched one is always fine."""
    if installed("simpleaudio"):
        crash = f"simpleaudio would crash Python {python[0]}.{python[1]} (simpleaudio-patched does not)"
        return crash if python >= CRASHES_FROM else ""
    return "" if installed("simpleaudio-patched") else "simpleaudio is not installed"


def is_installed(distribution: str) -> bool:
    """Whether a distribution is here, without importing what it holds."""
    module = distribution.removesuffix("-patched")
    if find_spec(module) is None:
        return False
    from importlib import metadata  # slow to import, and the default rarely gets this far

    try:
        return bool(metadata.version(distribution))
    except metadata.PackageNotFoundError:
        return False

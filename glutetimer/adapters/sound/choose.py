"""Choose the player of a run. Imports no audio library: those are loaded in the child only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.sound.available import has_system_player, is_installed, system_players, version_of
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.player import DevicePlayer, Silent, no_sound
from glutetimer.adapters.sound.spawn import child_command
from glutetimer.core.audio.event_sounds import gains
from glutetimer.core.settings.config import FULL_VOLUME, Volume
from glutetimer.core.settings.settings import PLAYERS

NAMES = PLAYERS
#: Order in which they are chosen, and replace each other.
BACKENDS = ("miniaudio", "system", "simpleaudio")
CRASHES_FROM = (3, 12)  # the Python version on which the original simpleaudio ends the interpreter
WHY = {
    "miniaudio": "it keeps time best",
    "system": "miniaudio is not installed",
    "simpleaudio": "miniaudio is not installed, and the system brings no player",
}
NOTHING = "no sound player is installed"


class Here(Struct, frozen=True):
    """Facts about this machine that decide the choice. Asked only as far as needed: an answer may take a while."""

    python: tuple[int, int]
    #: Whether a distribution is installed.
    installed: Callable[[str], bool]
    #: Whether the system brings a player with it.
    system: Callable[[], bool]


class PlayerChoice(Struct, frozen=True):
    """Backend for the child, "" for none, and the reason as a clause.

    `notice` is the sentence for the screen, "" for the player asked for; `bell`: the terminal's bell rings.
    """

    backend: str
    why: str = ""
    notice: str = ""
    bell: bool = False


def choose_player(
    name: str, sounds: Path, volume: Volume = FULL_VOLUME, clips: Path | None = None, *, quiet: bool = False
) -> DevicePlayer:
    """Make the player of that name (one of NAMES) for folders of WAV files, at this volume.

    It starts its child at once, unless it is to be `quiet` for now, or every sound would be silent. An unavailable
    player is replaced by the next best, and the player's `problem` reports it. Never raises.
    """
    choice = choose(name, this_machine())
    if not choice.backend:
        return Silent(choice.notice, choice.bell)
    if not (volume.ticks or volume.transitions or volume.voice):
        return Silent()
    loudness = gains(sorted(path.stem for path in sounds.glob("*.wav")), volume)
    return ChildPlayer(child_command(choice.backend, sounds, clips, loudness), choice.notice, quiet=quiet)


def choose(name: str, here: Here) -> PlayerChoice:
    """Choose for a player's name on this machine."""
    if name == "none":
        return PlayerChoice("", "the settings say so", "Sound is off.")
    if name == "bell":
        return PlayerChoice("", "the settings say so", bell=True)
    objection = "" if name == "auto" else objection_to(name, here)
    if name in BACKENDS and not objection:
        return PlayerChoice(name, "the settings say so")
    for backend in BACKENDS:
        if not objection_to(backend, here):
            who = "the system's player" if backend == "system" else backend
            notice = f"{objection}: {who} plays instead." if objection else ""
            return PlayerChoice(backend, objection or WHY[backend], notice)
    nothing = f"{objection}, and there is no other player" if objection else NOTHING
    return PlayerChoice("", nothing, no_sound(nothing), bell=True)


def objection_to(name: str, here: Here) -> str:
    """Reason why the player of that name is not available, as a clause; "" if it is."""
    match name:
        case "miniaudio":
            return "" if here.installed(name) else "miniaudio is not installed"
        case "system":
            return "" if here.system() else not_here(system_players())
        case "simpleaudio":
            return objection_to_simpleaudio(here)
        case _:
            return f"{', '.join(NAMES[:-1])} and {NAMES[-1]} are the sound players"


def not_here(players: Sequence[str]) -> str:
    """Say that these players are missing, as a clause."""
    *others, last = players
    return f"{', '.join(others)} and {last} are all missing" if others else f"{last} is not here"


def objection_to_simpleaudio(here: Here) -> str:
    """Reason why simpleaudio cannot be used here, as a clause; "" if it can. The patched one is always fine.

    Both at once share their files: nobody can see which one is there.
    """
    plain, patched = here.installed("simpleaudio"), here.installed("simpleaudio-patched")
    if not plain or here.python < CRASHES_FROM:
        return "" if plain or patched else "simpleaudio is not installed"
    way_out = "uninstall both, then install simpleaudio-patched" if patched else "simpleaudio-patched does not"
    return f"simpleaudio would crash Python {here.python[0]}.{here.python[1]} ({way_out})"


def this_machine() -> Here:
    """Facts about the machine of this process."""
    return Here(sys.version_info[:2], is_distribution, has_system_player)


def is_distribution(name: str) -> bool:
    """Whether a distribution is installed; miniaudio is looked up by its module, which is faster at every start."""
    return is_installed(name) if name == "miniaudio" else bool(version_of(name))

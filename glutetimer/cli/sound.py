"""`sound`: show the players, the one in use and why, and play every sound by its name."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import click
from msgspec import Struct

from glutetimer.adapters.sound.available import FoundPlayers, look, sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose, this_machine
from glutetimer.adapters.sound.player import DevicePlayer
from glutetimer.adapters.voice.engines import SpeechEngine, find_engine
from glutetimer.cli.base.options import place_options
from glutetimer.cli.base.output import columns, say, say_json
from glutetimer.cli.base.setting import setting
from glutetimer.cli.run import signals_end
from glutetimer.cli.wiring.audio import Audible, open_audible
from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.settings.config import Config

#: Seconds of silence after a sound, to hear each by itself.
APART = 0.5
#: Seconds to wait for the voice, which had the time of all sounds to get ready.
VOICE_WAIT = 5.0
LOOK = 0.05
SENTENCE = "Next: side plank. Lie on your left. Thirty seconds."
#: Meaning of each sound; they are played in this order.
MEANS = {
    "count": "three, two, one",
    "go": "start now",
    "phase-up": "the next part of a rep: up",
    "phase-hold": "the next part of a rep: stay there",
    "phase-down": "the next part of a rep: down",
    "rep": "a rep is done",
    "rep-near": "a rep is done, and few are left",
    "rep-last": "the last rep is done",
    "halfway": "half of it is done",
    "target": "what was asked for is done, more is up to you",
    "switch": "change sides",
    "rest": "rest now",
    "pause": "the clock stands",
    "resume": "the clock goes on",
    "stop": "it ends here, for form or pain",
    "finish": "the workout is done",
}


@click.command("sound")
@click.option("--json", "as_json", is_flag=True, help="Play nothing; print one JSON object.")
@place_options
def sound_command(as_json: bool, log_dir: Path | None, config_file: Path | None) -> None:
    """Say what plays the sounds and why, then play each of them with its name."""
    where = setting(log_dir, config_file)
    with signals_end():
        audible = open_audible(where.config, where.places.cache, rehearsal=False)
        close = audible.close
        try:
            report = report_on(audible, where.config)
            if as_json:
                say_json(as_object(report))
                return
            for line in as_lines(report):
                say(line)
            if report.heard:
                say()
                wordless = where.config.voice == "off"
                audible.voice.prepare([] if wordless else [SENTENCE])
                play_all(audible.player, report.sounds)
                if not wordless:
                    say_sentence(audible)
                if audible.player.problem != report.problem:
                    say(audible.player.problem)
            elif report.used == "bell" and sys.stdout.isatty():
                click.echo("\a", nl=False)
        except SystemExit:
            # Ending the command does not wait for the last sound: the child lets it ring out by itself.
            close = Thread(target=audible.close, daemon=True).start
            raise
        finally:
            close()


def play_all(player: DevicePlayer, sounds: Iterable[str]) -> None:
    """Play the sounds one after the other, each with its name and meaning."""
    width = max(map(len, MEANS))
    for name in sorted(sounds, key=place):
        say(f"{name:{width}}  {MEANS.get(name, '')}".rstrip())
        player.play(name)
        pause(SECONDS.get(name, APART) + APART)


def place(sound: str) -> int:
    """Place of a sound in the order; unknown ones are the last."""
    return list(MEANS).index(sound) if sound in MEANS else len(MEANS)


def pause(seconds: float) -> None:
    """Wait, in short sleeps: a signal that comes just before one is not seen until it is over."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(LOOK, left))


def say_sentence(audible: Audible) -> None:
    """Say a sentence aloud, where there is a voice; otherwise print why not, where the user should know."""
    voice, limit = audible.voice, time.monotonic() + VOICE_WAIT
    while (clip := voice.clip(SENTENCE)) is None and voice.progress[0] < voice.progress[1] and time.monotonic() < limit:
        time.sleep(LOOK)
    if clip is not None:
        say(f"{'voice':{max(map(len, MEANS))}}  {SENTENCE}")
        audible.player.play(clip.name)
        pause(clip.seconds + APART)
    elif problem := audible.unspoken or voice.problem:
        say(problem)


#: Seconds in which a device opens or fails; usually far fewer.
OPENING = 8.0


class SoundReport(Struct, frozen=True):
    """Facts about the players and the choice. Texts that do not apply are "".

    `player` is the setting, `used` a name of the same kind, `backend` the output that plays in the end, `why` a clause,
    `problem` the sentence that a run shows on its screen.
    """

    player: str
    used: str
    backend: str
    why: str
    problem: str
    muted: bool
    found: tuple[FoundPlayers, ...]
    engine: SpeechEngine | None
    sounds: tuple[str, ...]
    engine_version: str = ""

    @property
    def heard(self) -> bool:
        """Whether there is a device to play on."""
        return bool(self.backend)


def report_on(audible: Audible, config: Config) -> SoundReport:
    """Collect the facts, once the device is open or known to be missing."""
    choice, player = choose(config.player, this_machine()), audible.player
    engine = find_engine()
    heard = isinstance(player, ChildPlayer) and player.settled(OPENING)
    return SoundReport(
        player=config.player,
        used=choice.backend if heard else "bell" if player.bell else "none",
        backend=player.backend if isinstance(player, ChildPlayer) else "",
        why=choice.why if heard or not choice.backend else "",
        problem=player.problem,
        muted=config.mute,
        found=tuple(look()),
        engine=engine,
        sounds=tuple(sorted(path.stem for path in sounds_folder().glob("*.wav"))),
        engine_version=engine.version() if engine else "",
    )


def as_object(report: SoundReport) -> dict[str, Any]:
    """Report for programs; fields that do not apply are left out."""
    backend = report.backend if report.backend != report.used else ""
    out: dict[str, Any] = {"format": 1, "player": report.player, "used": report.used}
    out |= _told(backend=backend, why=report.why) | {"sounds": list(report.sounds)}
    out["found"] = [_told(name=it.name, version=it.version, path=it.path) for it in report.found if it.here]
    if report.engine is not None:
        out["voice"] = _told(engine=report.engine.name, version=report.engine_version)
    return out | _told(problem=report.problem)


def as_lines(report: SoundReport) -> Iterator[str]:
    """Report for people."""
    rows = [(it.name, (it.version or it.path or "part of Python") if it.here else "not here") for it in report.found]
    engine = report.engine
    voice = f"{engine.name} {report.engine_version}".strip() + f", {engine.program}" if engine else "no engine found"
    yield from columns([("PLAYER", "FOUND"), *rows, ("bell", "the terminal's own"), ("voice", voice)])
    yield ""
    yield from _used(report)
    if report.muted:
        yield "A run begins quiet: the settings say mute."


def _used(report: SoundReport) -> Iterator[str]:
    because = f": {report.why}." if report.why else "."
    if report.used == "none":
        yield f"Sound is off{because}"
        return
    # A player that replaces another explains that by itself.
    if report.problem and not (report.why and report.problem.startswith(report.why)):
        yield report.problem
    if report.used == "bell":
        yield f"The terminal's bell rings{because}"
    elif report.used in ("system", report.backend):
        yield f"{report.backend} plays{because}"
    else:
        yield f"{report.used} plays through {report.backend}{because}"


def _told(**texts: str) -> dict[str, str]:
    return {key: text for key, text in texts.items() if text}

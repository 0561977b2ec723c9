"""`sound`: what there is to play with, what is used and why, and every sound by its name."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import click

from glutetimer.adapters.sound.player import Player
from glutetimer.cli.audible import Audible, open_audible
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.output import say, say_json
from glutetimer.cli.run import signals_end
from glutetimer.cli.sound_report import as_lines, as_object, report_on
from glutetimer.core.sounds import SECONDS

#: Seconds of silence after a sound, so that each is heard by itself.
APART = 0.5
#: Seconds to wait for the voice, which had the time of all sounds to get ready.
VOICE_WAIT = 5.0
LOOK = 0.05
SENTENCE = "Next: side plank. Lie on your left. Thirty seconds."
#: What each sound tells; they are played in this order.
MEANS = {
    "count": "three, two, one",
    "go": "start now",
    "phase": "the next part of a rep",
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
            # Whoever ends it does not wait for the sound that is heard: the child lets it ring out by itself.
            close = Thread(target=audible.close, daemon=True).start
            raise
        finally:
            close()


def play_all(player: Player, sounds: Iterable[str]) -> None:
    """Play the sounds one after the other, each with its name and what it tells."""
    width = max(map(len, MEANS))
    for name in sorted(sounds, key=place):
        say(f"{name:{width}}  {MEANS.get(name, '')}".rstrip())
        player.play(name)
        pause(SECONDS.get(name, APART) + APART)


def place(sound: str) -> int:
    """Where a sound comes; unknown ones are the last."""
    return list(MEANS).index(sound) if sound in MEANS else len(MEANS)


def pause(seconds: float) -> None:
    """Wait, in short sleeps: a signal that comes just before one is not seen until it is over."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(LOOK, left))


def say_sentence(audible: Audible) -> None:
    """Say something aloud, where there is somebody to say it; otherwise why not, where anybody should know."""
    voice, limit = audible.voice, time.monotonic() + VOICE_WAIT
    while (clip := voice.clip(SENTENCE)) is None and voice.progress[0] < voice.progress[1] and time.monotonic() < limit:
        time.sleep(LOOK)
    if clip is not None:
        say(f"{'voice':{max(map(len, MEANS))}}  {SENTENCE}")
        audible.player.play(clip.name)
        pause(clip.seconds + APART)
    elif problem := audible.unspoken or voice.problem:
        say(problem)

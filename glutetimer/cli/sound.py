"""`sound`: hear every sound by its name, and see what plays it."""

from __future__ import annotations

import time
from pathlib import Path

import click

from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.folder import sounds_folder
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.output import say, say_json

#: Seconds between two sounds, so that each is heard by itself.
APART = 1.2


@click.command("sound")
@click.option("--json", "as_json", is_flag=True, help="Play nothing; print one JSON object.")
@place_options
def sound_command(as_json: bool, log_dir: Path | None, config_file: Path | None) -> None:
    """Play every sound with its name; say where sound cannot be had, and why."""
    where = setting(log_dir, config_file)
    folder = sounds_folder()
    names = sorted(path.stem for path in folder.glob("*.wav"))
    player = choose_player(where.config.player, folder, where.config.volume)
    try:
        time.sleep(APART)  # the device answers within this time, or not at all
        if as_json:
            problem = {"problem": player.problem} if player.problem else {}
            say_json({"format": 1, "player": where.config.player, "sounds": names} | problem)
            return
        if player.problem:
            say(player.problem)
            return
        for name in names:
            say(name)
            player.play(name)
            time.sleep(APART)
    finally:
        player.close()

"""A beat a second for a minute, recorded, by each player, on a quiet and on a busy screen. By hand: it takes minutes.

Busy: 200x60 drawn anew twenty times a second while a thread hogs the program's interpreter. Beside each: how late a
bare thread of a process of its own wakes from absolute deadlines, in the same minute. Without a sound card: the
recording is of a null sink, so it shows the software's path only, and players that open a stream for each sound are
heard from the sink's next block on, which are 10 ms apart.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from glutetimer.adapters.sound.choose import objection_to_simpleaudio, this_machine
from tests.hearing.metronome import PERIODS, Measured, Player, measure
from tests.helpers.paths import TESTS

PLAYERS = (Player("miniaudio"), Player("simpleaudio"), *(Player("system", name) for name in ("paplay", "aplay")))
LOADS = ("quiet", "busy")
SPREAD = ("sd", "p99", "most")
#: Of the table: what is measured, and its figures.
COLUMNS = {
    "1 s apart, off by": SPREAD,
    "after its moment": ("middle", "sd", "most"),
    "after the screen": ("middle", "sd"),
    **{f"a bare {period:g} s": SPREAD for period in PERIODS},
}


def main() -> None:
    """Measure what was asked for, and print a table."""
    asked = arguments()
    os.environ["PYTHONPATH"] = str(TESTS.parent)
    print(f"{'milliseconds':28}", *(f"{what:>{7 * len(names) - 1}}" for what, names in COLUMNS.items()))
    print(f"{'':20} {'heard':>7}", *(f"{name:>6}" for names in COLUMNS.values() for name in names))
    for player in (known for known in PLAYERS if known.name in asked.players):
        if objection := why_not(player):
            print(f"{player.name:20} {objection}")
            continue
        for load in asked.loads:
            with tempfile.TemporaryDirectory(prefix="beat-") as folder:
                found = measure(Path(folder), player, asked.seconds, busy=load == "busy")
            print(row(f"{player.name}, {load}", found, asked.seconds), flush=True)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = [player.name for player in PLAYERS]
    parser.add_argument("players", nargs="*", default=names, help=f"all of them, or some of {', '.join(names)}")
    parser.add_argument("--seconds", type=int, default=60, help="how many beats")
    parser.add_argument("--loads", nargs="+", choices=LOADS, default=LOADS)
    return parser.parse_args()


def why_not(player: Player) -> str:
    """Why a player cannot be measured here, "" when it can."""
    if player.setting == "simpleaudio":
        return objection_to_simpleaudio(this_machine())
    return "" if not player.program or shutil.which(player.program) else "not here"


def row(name: str, found: Measured, seconds: int) -> str:
    """One line of the table."""
    beat, after, screen = found.interval, found.offset, found.screen
    figures = [beat.sd, beat.p99, beat.most, after.middle, after.sd, after.most, screen.middle, screen.sd]
    figures += [figure for late in found.bare.values() for figure in (late.sd, late.p99, late.most)]
    spoilt = f"  {found.spoilt} spoilt" if found.spoilt else ""
    return " ".join([f"{name:20} {found.beats:3}/{seconds:<3}", *(f"{figure:6.2f}" for figure in figures)]) + spoilt


if __name__ == "__main__":
    main()

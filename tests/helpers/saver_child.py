"""A program that keeps one workout, bout after bout, until it is killed: `keeper_child.py STATE honest|lazy|hold`.

It prints each bout as soon as it is said to be durable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from glutetimer.adapters.files import durable
from glutetimer.adapters.workout.run_lock import claim
from glutetimer.adapters.workout.saver import RecordSaver
from tests.helpers.records import ID, RESUME, running

BOUTS = 60


def tell(bouts: Iterable[int]) -> None:
    print(*sorted(bouts), flush=True)


def write_once(path: Path, text: str) -> None:
    """A writer that is content with its first file."""
    if not path.exists():
        durable.replace(path, text)


def main(state_dir: Path, how: str) -> None:
    if how == "hold":
        held = claim(state_dir, ID)
        durable.replace(held.path, "")
        print("held", flush=True)
        sys.stdin.read()
        return
    write = write_once if how == "lazy" else durable.replace
    keeper = RecordSaver(state_dir, state_dir / "log", RESUME, on_saved=tell, replace=write)
    for over in range(1, BOUTS + 1):
        keeper.keep(running(over, BOUTS))
        keeper.wait(60)
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

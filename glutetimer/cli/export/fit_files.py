"""Workouts of the log as FIT files: their content, their names, and the outcome of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.files.export import put
from glutetimer.adapters.files.fit_file import fit_bytes
from glutetimer.adapters.files.sessions import every_path, readable
from glutetimer.core.export.fit import Codes, NotForFit, code_of, codes_of, fit_messages
from glutetimer.core.export.fit_messages import UNKNOWN, ActiveSet
from glutetimer.core.record.record import BEGUN, Workout

THERE = "another file is there (-f writes over it)"


class Made(Struct, frozen=True):
    """Workout as a FIT file: how many bouts are in it, and the ids of exercises that FIT has no name for."""

    workout: str
    data: bytes
    bouts: int
    unnamed: tuple[str, ...]


class Written(Struct, frozen=True):
    """Workout that was written, and its path."""

    made: Made
    path: Path


class NotExported(Struct, frozen=True):
    """Workout that was not written, and why; `path` where that was the reason: it can be tried again."""

    workout: str
    problem: str
    path: Path | None = None


def known_codes(user_dir: Path) -> Codes:
    """FIT codes of exercises in the readable session files, the runner's own first."""
    return codes_of(readable(every_path(user_dir)))


def made(workout: Workout, codes: Codes) -> Made:
    """Make the FIT file of a workout. Raises NotForFit and FitMissing."""
    messages = fit_messages(workout, codes)
    begun = [bout for bout in workout.bouts if bout.result is not None and bout.result.outcome in BEGUN]
    unnamed = dict.fromkeys(bout.exercise for bout in begun if code_of(bout, codes) == UNKNOWN)
    sets = sum(isinstance(message, ActiveSet) for message in messages)
    return Made(workout.id, fit_bytes(messages), sets, tuple(unnamed))


def write_all(
    workouts: Iterable[Workout], codes: Codes, folder: Path, *, over: bool
) -> tuple[list[Written], list[NotExported]]:
    """Write one file a workout; a file that cannot be written does not stop the others. Raises FitMissing."""
    written: list[Written] = []
    left_out: list[NotExported] = []
    for workout in workouts:
        try:
            done = write(made(workout, codes), folder / f"{workout.id}.fit", over=over)
        except NotForFit as why:
            done = NotExported(workout.id, str(why))
        if isinstance(done, Written):
            written.append(done)
        else:
            left_out.append(done)
    return written, left_out


def write(one: Made, path: Path, *, over: bool) -> Written | NotExported:
    """Write a file, and report the outcome."""
    try:
        put(path, one.data, over=over)
    except FileExistsError:
        return NotExported(one.workout, THERE, path)
    except (OSError, ValueError) as refusal:
        words = (refusal.strerror if isinstance(refusal, OSError) else None) or str(refusal)
        return NotExported(one.workout, f"cannot be written: {words} (-o names another place)", path)
    return Written(one, path)

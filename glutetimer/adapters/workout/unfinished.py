"""Workouts that broke off: they lie in STATE/running, and nobody holds them; or in a refuge (`last_resort`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.record_file import read_text, record_path
from glutetimer.adapters.log.read import read_record
from glutetimer.adapters.workout.run_lock import RunBusy, RunLock, claim, hold
from glutetimer.adapters.workout.running_files import running_files
from glutetimer.core.record.record import Workout
from glutetimer.core.record.resume import break_off
from glutetimer.core.record.write import Resume, load_running, sure_record
from glutetimer.core.text.problems import BadFile, Problem

__all__ = [
    "RunBusy",
    "RunLock",
    "Taken",
    "Unfinished",
    "claim",
    "discard",
    "save_as_is",
    "take",
    "take_newest",
    "take_over",
    "unfinished",
]

#: Seconds to wait. A program that only looks releases it at once: its workout must not be taken for a running one.
_GLANCE = 0.15


class Unfinished(Struct, frozen=True):
    """Workout that broke off, last saved at `saved`. `resume` is None where only the sealing is left to do."""

    path: Path
    workout: Workout
    resume: Resume | None
    saved: datetime

    @property
    def says_something(self) -> bool:
        """Whether it holds a finished bout or a pain."""
        workout = self.workout
        return any(bout.result for bout in workout.bouts) or bool(workout.more_pain or workout.pain)


class Taken(Struct, frozen=True):
    """Workout that broke off, in its newest state and held by this program: nobody else changes it."""

    item: Unfinished
    held: RunLock


def take_over(item: Unfinished) -> RunLock:
    """Hold a workout that broke off. Busy: another program was faster; FileNotFoundError: it has finished it."""
    return _hold(item.path)


def take(path: Path, log_dir: Path) -> Taken:
    """Hold a workout that broke off, and read it.

    Busy: another program runs it; FileNotFoundError: it has finished it; BadFile: it cannot be read.
    """
    held = _hold(path)
    try:
        item = _read(path)
        if _is_sealed(log_dir, item.workout):
            raise FileNotFoundError(f"{path} is in the log already")
    except BaseException:
        held.release()
        raise
    return Taken(item, held)


def take_newest(
    state_dir: Path, log_dir: Path, wanted: Callable[[Unfinished], bool], refuges: Sequence[Path] = ()
) -> tuple[Taken | None, list[Unfinished]]:
    """Hold the newest wanted workout that nobody runs; list the newer wanted ones that other programs run."""
    elsewhere: list[Unfinished] = []
    for path in running_files([state_dir, *refuges]):
        try:
            taken = take(path, log_dir)
        except RunBusy:
            elsewhere += [item for item in _glanced_at(path) if wanted(item)]
        except (BadFile, OSError):
            continue
        else:
            if wanted(taken.item):
                return taken, elsewhere
            taken.held.release()
    return None, elsewhere


def _hold(path: Path) -> RunLock:
    held = hold(path)
    if not path.exists():
        held.release()
        raise FileNotFoundError(f"{path} is no longer there")
    return held


def _glanced_at(path: Path) -> list[Unfinished]:
    """Read a workout that another program runs, as far as possible."""
    try:
        return [_read(path)]
    except (BadFile, OSError):
        return []


def unfinished(
    state_dir: Path, log_dir: Path, refuges: Sequence[Path] = ()
) -> tuple[list[Unfinished], list[tuple[Path, BadFile]]]:
    """List workouts that broke off, newest first, and the unreadable files, which stay. `refuges` are searched too.

    Leaves out a running file whose record lies sealed in the log: the end came between the two.
    """
    items: list[Unfinished] = []
    unreadable: list[tuple[Path, BadFile]] = []
    for path in running_files([state_dir, *refuges]):
        try:
            items += [item for item in _look_at(path) if not _is_sealed(log_dir, item.workout)]
        except BadFile as bad:
            unreadable.append((path, bad))
    return items, unreadable


def discard(item: Unfinished, folders: Iterable[Path] = ()) -> Path:
    """Move a workout that broke off to the trash beside it, and return its path there. OSError: it stays.

    Older files of it in other `folders`, laid out as the state folder, go to their trash.
    """
    held = take_over(item)
    try:
        for other in (folder / "running" / item.path.name for folder in folders):
            if other != item.path and other.exists():
                with suppress(OSError):
                    _to_trash(other)
        return held.to_trash()
    finally:
        held.release()


def _to_trash(path: Path) -> None:
    held = hold(path)
    try:
        held.to_trash()
    finally:
        held.release()


def save_as_is(item: Unfinished, log_dir: Path) -> Path:
    """Seal a workout that broke off as it is and move it to the log. OSError: it stays, and can be tried again."""
    held = take_over(item)
    try:
        item = _read(item.path)
        workout = break_off(item.workout, item.saved)
        path = record_path(log_dir, workout)
        if _is_sealed(log_dir, workout):
            held.to_trash()
        else:
            with suppress(durable.NotSure):
                durable.create(path, sure_record(workout, seal=True))
                held.finish()
        return path
    finally:
        held.release()


def _look_at(path: Path) -> list[Unfinished]:
    """Read the workout in the file, unless it is running just now."""
    if path.with_suffix(".lock").exists():
        try:
            hold(path, _GLANCE).release()
        except RunBusy:
            return []
        except OSError:
            pass  # A state folder that cannot be written: taking it over will say so.
    return [_read(path)] if path.exists() else []


def _read(path: Path) -> Unfinished:
    text = read_text(path)
    workout, resume = load_running(text)
    if workout.id != path.stem:
        raise BadFile([Problem(None, "the id in it is not that of its name", f'id = "{path.stem}"')])
    if workout.state == "running" and resume is None:
        raise BadFile([Problem(None, "the end is missing, so the file was cut short", "bring it back from a copy")])
    return Unfinished(path, workout, resume, datetime.fromtimestamp(int(path.stat().st_mtime), UTC))


def _is_sealed(log_dir: Path, workout: Workout) -> bool:
    try:
        return read_record(record_path(log_dir, workout)).id == workout.id
    except BadFile:
        return False

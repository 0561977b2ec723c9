"""Choose the workout to resume, and explain where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.system.clock import local_now
from glutetimer.adapters.workout.unfinished import RunBusy, Taken, Unfinished, take, take_newest, unfinished
from glutetimer.core.ports import Leftover
from glutetimer.core.text.english import moment_words
from glutetimer.core.text.problems import BadFile, Problem

#: A workout left this long ago is saved rather than resumed, unless the runner decides otherwise.
OLD = timedelta(days=1)


class NothingToResume(Exception):
    """Explains why there is nothing to resume."""


def take_up(places: Places, session: str | None, refuges: Sequence[Path] = ()) -> Taken:
    """Hold the newest workout that nobody runs, of this session if one is named.

    A workout without any result or pain comes after all others. Raises NothingToResume.
    """
    of_it = _of(session)

    def begun(item: Unfinished) -> bool:
        return item.resume is not None and of_it(item)

    taken, elsewhere = take_newest(places.state, places.log, lambda item: begun(item) and item.says_something, refuges)
    if taken is None and not elsewhere:
        taken, elsewhere = take_newest(places.state, places.log, begun, refuges)
    if taken is None:
        raise NothingToResume(_running(elsewhere) or _left(unfinished(places.state, places.log, refuges)[0], session))
    return taken


def take_this(path: Path, log_dir: Path) -> Taken:
    """Hold a chosen workout. Raises BadFile where it is no longer available."""
    try:
        return take(path, log_dir)
    except RunBusy:
        raise BadFile([Problem(None, "it runs elsewhere", "go on there")]) from None
    except OSError:
        raise BadFile([Problem(None, "it is no longer there", "start again")]) from None


def _of(session: str | None) -> Callable[[Unfinished], bool]:
    return lambda item: session in (None, item.workout.session)


def _running(elsewhere: Iterable[Unfinished]) -> str:
    """Sentence that names a workout running elsewhere, to help find its window."""
    named = ", ".join(map(_named, elsewhere))
    return f"Nothing to resume here: {named} runs elsewhere. Go on there." if named else ""


def _left(left: Iterable[Unfinished], session: str | None) -> str:
    """Sentence about another unfinished workout: of another session, or over and only waiting to be sealed."""
    for item in left:
        if not _of(session)(item):
            return f"Nothing to resume of {session}; {_named(item)} waits: `glutetimer run --resume` goes on with it."
        return f"Nothing to resume: {_named(item)} is over, and only waits to be saved. `glutetimer` offers that."
    return "Nothing to resume: every workout was ended."


def _named(item: Unfinished) -> str:
    return f"{item.workout.name} of {moment_words(item.workout.started)}"


def leftover_of(item: Unfinished) -> Leftover:
    """Unfinished workout as a front end shows it."""
    workout = item.workout
    now, _ = local_now()
    return Leftover(
        key=str(item.path),
        session=workout.session,
        name=workout.name,
        started=workout.started,
        done=sum(1 for bout in workout.bouts if bout.result),
        planned=len(workout.bouts),
        old=now - workout.started > OLD,
        over=item.resume is None,
        hurt=bool(workout.pain or workout.more_pain),
    )

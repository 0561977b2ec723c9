"""One workout as lines: its head, done beside planned, every bout, what was told, where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from glutetimer.cli.log import folding
from glutetimer.cli.output import cells, padded
from glutetimer.core.afterwards import afterwards_words
from glutetimer.core.clean import clean
from glutetimer.core.log.english import long_day, spent
from glutetimer.core.pain.places import flag_note, morning_words
from glutetimer.core.pain.tellings import more_pain_words, says_pain
from glutetimer.core.record import BoutRecord, Outcome, Result, Workout, count_text
from glutetimer.core.summary import Done, rows, sentence
from glutetimer.core.took import took

_OUTCOMES: dict[Outcome, str] = {
    "done": "as planned",
    "short": "short",
    "form-broke": "form broke",
    "pain": "pain",
    "skipped": "skipped",
    "not-reached": "not reached",
}
_COUNTED = {"program": "the program", "tap": "presses", "hand": "hand"}


def whole(workout: Workout, path: Path, room: int | None = None) -> Iterator[str]:
    """All of it. Where there is room for so many cells only, texts are folded and two columns left out."""
    for line in _head(workout):
        yield from folding.sentence(line, room)
    if workout.bouts:
        yield ""
        yield from folding.table(_exercises(workout), room, {0, 2})
        yield ""
        yield from _bouts(workout, room)
    yield ""
    told = [*_told(workout)]
    yield from folding.table(told, room, {1})
    # A path that is folded cannot be copied.
    yield f"{padded('File', max(cells(name) for name, _ in told))}  {clean(str(path))}"


def _head(workout: Workout) -> Iterator[str]:
    mode = "" if workout.mode == "full" else f", {workout.mode}"
    yield f"{workout.name}{mode}"
    yield f"{long_day(workout.started.date())}, {workout.started:%H:%M}{_until(workout)}"
    if workout.speed != 1.0:
        yield f"A rehearsal, {workout.speed:g} times as fast: it counts nowhere."
    if workout.bouts:
        yield sentence(workout)


def _until(workout: Workout) -> str:
    """When it ended, with its day where that is another one; how long it took, as far as that is known."""
    known = took(workout)
    length = spent(known.seconds, about=known.about)
    return _end(workout) + (f", {length}" if length else "")


def _end(workout: Workout) -> str:
    if workout.ended is None:
        return ""
    day = "" if workout.ended.date() == workout.started.date() else f"{long_day(workout.ended.date())}, "
    return f" to {day}{workout.ended:%H:%M}"


def _exercises(workout: Workout) -> list[tuple[str, ...]]:
    """An exercise a line: planned, then each side."""
    table: list[tuple[str, ...]] = [("EXERCISE", "PLANNED", "DONE")]
    return table + [(row.name, row.planned, ", ".join(map(_side, row.done))) for row in rows(workout)]


def _side(done: Done) -> str:
    word = {"left": "L ", "right": "R "}.get(done.side, "")
    return f"{word}{done.total.text}"


def _bouts(workout: Workout, room: int | None) -> list[str]:
    table: list[tuple[str, ...]] = [("BOUT", "EXERCISE", "SIDE", "DONE", "TOOK", "REST", "HOW IT ENDED")]
    table += [_bout(number, bout) for number, bout in enumerate(workout.bouts, 1)]
    if folding.fits(table, room):
        return folding.table(table, room, ())
    brief = [row[:4] + row[6:] for row in table]
    return [*folding.table(brief, room, {1, 2, 4}), "TOOK and REST are shown where there is room for them."]


def _bout(number: int, bout: BoutRecord) -> tuple[str, ...]:
    side = " ".join(filter(None, ("" if bout.side == "both" else bout.side, bout.direction))) or "-"
    unit = " s" if bout.kind == "hold" else ""
    result = bout.result
    if result is None:
        return str(number), bout.name, side, f"- of {bout.target}{unit}", "-", "-", "open"
    done = f"{count_text(result.done)} of {bout.target}{unit}"
    rest = "-" if result.rest is None else f"{result.rest:.0f} s"
    return str(number), bout.name, side, done, f"{result.seconds:.0f} s", rest, _ending(bout, result)


def _ending(bout: BoutRecord, result: Result) -> str:
    """ "form broke: Hips level; pain 3, knee, left; counted by hand; band green"."""
    parts = [_OUTCOMES[result.outcome] + (f": {result.reason}" if result.reason else "")]
    if result.pain is not None or says_pain(result):
        parts.append(", ".join(filter(None, _pain(result))))
    if result.done is None:
        parts.append("not counted")
    elif result.counted_by != "program":
        parts.append(f"counted by {_COUNTED[result.counted_by]}")
    if bout.strength:
        parts.append(f"band {bout.strength}")
    return "; ".join(parts)


def _pain(result: Result) -> tuple[str | None, ...]:
    return (
        f"pain {'?' if result.pain is None else result.pain}",
        result.place,
        result.pain_side,
        flag_note(result.pain_flag),
    )


def _told(workout: Workout) -> Iterator[tuple[str, str]]:
    """What was answered, and what the file says of itself."""
    yield "As counted", {True: "yes", False: "no", None: "nobody said"}[workout.confirmed]
    told = {"Harder side": workout.harder_side, "Effort": _of_ten(workout.effort), "Pain": _of_ten(workout.pain)}
    told |= {"More pain": "; ".join(map(more_pain_words, workout.more_pain))}
    told |= {"Morning after": morning_words(workout.morning)}
    told |= {"Afterwards": afterwards_words(workout), "Note": workout.note, "Without": ", ".join(workout.without)}
    told |= {"Corrected": ", ".join(map(_moment, workout.amended))}
    told |= {"Written down": f"{_moment(workout.added)}; no program watched it" if workout.added else ""}
    yield from ((name, words) for name, words in told.items() if words)
    yield "Zone", f"{workout.zone} ({workout.started:%z})" if workout.zone else f"{workout.started:%z}"
    yield "Id", workout.id


def _of_ten(number: int | None) -> str:
    return "" if number is None else f"{number} of 10"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"

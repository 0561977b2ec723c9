"""`log show`: everything known about one workout, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from glutetimer.adapters.log.read import read_record
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, cells, padded, room, say, say_json, warn
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log import columns
from glutetimer.cli.log.find import wanted_record
from glutetimer.cli.log.progress import none_yet, rows_of
from glutetimer.core.log.query import Filter
from glutetimer.core.pain.body_places import flag_note, morning_words
from glutetimer.core.pain.tellings import more_pain_words, says_pain
from glutetimer.core.record.duration import took
from glutetimer.core.record.pain_keys import afterwards_words
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.record.summary import Done, rows, sentence
from glutetimer.core.record.write import workout_json
from glutetimer.core.text.clean import clean
from glutetimer.core.text.doses import amount, of_target
from glutetimer.core.text.english import long_day, spent, stamp
from glutetimer.core.text.problems import BadFile
from glutetimer.core.text.vocabulary import COUNTERS, OUTCOMES, lettered

#: Most problems of one file that are named.
_MOST_PROBLEMS = 5


@click.command("show")
@click.argument("workout", metavar="[ID]", required=False)
@place_options
@json_option
def show_command(workout: str | None, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show all of one workout.

    The newest, or the one whose id begins so.
    """
    where = setting(log_dir, config_file)
    path = _newest(where) if workout is None else wanted_record(where.places.log, workout).absolute()
    if path is None:
        if as_json:
            say_json({"format": 1})
        else:
            say(none_yet(where.places.log))
        return
    try:
        record = read_record(path)
    except BadFile as bad:
        _stop_for(path, bad)
    if as_json:
        say_json({"format": 1, "workout": workout_json(record, str(path))})
        return
    for line in whole(record, path, room()):
        say(line)


def _stop_for(path: Path, bad: BadFile) -> NoReturn:
    """End with the problems of a file; one that is no record has as many problems as a record has keys."""
    for problem in bad.problems[:_MOST_PROBLEMS]:
        warn(problem.at(str(path)))
    more = len(bad.problems) - _MOST_PROBLEMS
    if more > 0:
        warn(f"and {more} more; `glutetimer log check` names them all")
    raise SystemExit(EXIT_PROBLEM)


def _newest(where: Settings) -> Path | None:
    """Path of the newest workout by its start; a copy does not count."""
    for row in rows_of(where).history(Filter(), 0, 100):
        if not row.copy:
            return (where.places.log / row.path).absolute()
    return None


def whole(workout: Workout, path: Path, room: int | None = None) -> Iterator[str]:
    """Lines about the whole workout. In a limited room (cells) texts are folded and two columns left out."""
    for line in _head(workout):
        yield from columns.sentence(line, room)
    if workout.bouts:
        yield ""
        yield from columns.table(_exercises(workout), room, {0, 2})
        yield ""
        yield from _bouts(workout, room)
    yield ""
    told = [*_told(workout)]
    yield from columns.table(told, room, {1})
    # A folded path could not be copied.
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
    """End of the workout, with its day where that is another one; its length, as far as it is known."""
    known = took(workout)
    length = spent(known.seconds, about=known.about)
    return _end(workout) + (f", {length}" if length else "")


def _end(workout: Workout) -> str:
    if workout.ended is None:
        return ""
    day = "" if workout.ended.date() == workout.started.date() else f"{long_day(workout.ended.date())}, "
    return f" to {day}{workout.ended:%H:%M}"


def _exercises(workout: Workout) -> list[tuple[str, ...]]:
    """Rows of the exercises: planned, then each side."""
    table: list[tuple[str, ...]] = [("EXERCISE", "PLANNED", "DONE")]
    return table + [(row.name, row.planned, ", ".join(map(_side, row.done))) for row in rows(workout)]


def _side(done: Done) -> str:
    return f"{lettered(done.side)}{done.total.text}"


def _bouts(workout: Workout, room: int | None) -> list[str]:
    table: list[tuple[str, ...]] = [("NO.", "EXERCISE", "SIDE", "DONE", "TOOK", "REST", "HOW IT ENDED")]
    table += [_bout(number, bout) for number, bout in enumerate(workout.bouts, 1)]
    if columns.fits(table, room):
        return columns.table(table, room, ())
    brief = [row[:4] + row[6:] for row in table]
    return [*columns.table(brief, room, {1, 2, 4}), "TOOK and REST are shown where there is room for them."]


def _bout(number: int, bout: BoutRecord) -> tuple[str, ...]:
    side = " ".join(filter(None, ("" if bout.side == "both" else bout.side, bout.direction))) or "-"
    result = bout.result
    if result is None:
        return str(number), bout.name, side, f"- of {amount(bout.target, bout.kind)}", "-", "-", "open"
    done = of_target(result.done, bout.target, bout.kind)
    rest = "-" if result.rest is None else f"{result.rest:.0f} s"
    return str(number), bout.name, side, done, f"{result.seconds:.0f} s", rest, _ending(bout, result)


def _ending(bout: BoutRecord, result: Result) -> str:
    """Ending of a bout: "form broke: Hips level; pain 3, knee, left; counted by hand; band green"."""
    parts = [OUTCOMES[result.outcome].listed + (f": {result.reason}" if result.reason else "")]
    if result.pain is not None or says_pain(result):
        parts.append(", ".join(filter(None, _pain(result))))
    if result.done is None:
        parts.append("not counted")
    elif result.counted_by != "program":
        parts.append(f"counted by {COUNTERS[result.counted_by].counted_by}")
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
    """Answers of the runner, and notes that the file has about itself."""
    yield "As counted", {True: "yes", False: "no", None: "nobody said"}[workout.confirmed]
    told = {"Harder side": workout.harder_side, "Effort": _of_ten(workout.effort), "Pain": _of_ten(workout.pain)}
    told |= {"More pain": "; ".join(map(more_pain_words, workout.more_pain))}
    told |= {"Morning after": morning_words(workout.morning)}
    told |= {"Afterwards": afterwards_words(workout), "Note": workout.note, "Without": ", ".join(workout.without)}
    told |= {"Corrected": ", ".join(map(stamp, workout.amended))}
    told |= {"Entered": f"afterwards, {stamp(workout.added)}" if workout.added else ""}
    yield from ((name, words) for name, words in told.items() if words)
    yield "Zone", f"{workout.zone} ({workout.started:%z})" if workout.zone else f"{workout.started:%z}"
    yield "Id", workout.id


def _of_ten(number: int | None) -> str:
    return "" if number is None else f"{number} of 10"

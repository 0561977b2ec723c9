"""`log` without a subcommand: workouts as JSON with their whole records, or as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from glutetimer.adapters.files.sessions import load_all
from glutetimer.adapters.log.read import read_record
from glutetimer.cli.base.output import columns, on_screen, problem_json, say, say_json, stop, warn
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.log.progress import none_yet, rows_of
from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.weeks import workout_signs
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import workout_json
from glutetimer.core.text.english import spent, stamp
from glutetimer.core.text.problems import BadFile, Problem, did_you_mean
from glutetimer.core.values import replace

#: Workouts on a terminal, unless more are asked for.
USUAL = 20
#: Rows that are read at once.
_PAGE = 500

Wrong = tuple[Path, tuple[Problem, ...]]


def show_json(where: Settings, wanted: Filter, most: int | None) -> None:
    """Print whole records, the newest first; another file with the id of one is a copy, and does not count."""
    rows = chosen(where, wanted)
    workouts: list[dict[str, Any]] = []
    copies: list[dict[str, str]] = []
    wrong = unreadable(where, rows)
    for row in newest(rows, wanted, most):
        path = path_of(where, row)
        if row.copy:
            copies.append({"id": row.id, "path": str(path)})
        elif isinstance(record := read(path), Workout):
            workouts.append(workout_json(record, str(path)))
        else:
            wrong.append((path, record.problems))
    out = {"format": 1, "workouts": workouts} | ({"copies": copies} if copies else {})
    say_json(out | {"unreadable": [problem_json(path, one) for path, all_ in wrong for one in all_]})


def show_history(where: Settings, wanted: Filter, most: int | None, *, everything: bool) -> None:
    """Print a table that fits the terminal; elsewhere a line for each workout, in full."""
    rows = chosen(where, wanted)
    screen = on_screen()
    shown = tuple(newest(rows, wanted, most or (USUAL if screen and not everything else None)))
    if not shown:
        no_workout(where, rows)
    elif screen:
        from glutetimer.cli.log.history_table import print_table

        print_table(rows, shown)
        more = rows.count(wanted) - len(shown)
        if more > 0:
            say(f"{more} more: --all shows them, -n N the newest N.")
    else:
        for line in plain_lines(shown):
            say(line)
    warn_of_unreadable(where, rows)


def chosen(where: Settings, wanted: Filter) -> LogRows:
    """Rows of the log; end the program where the filter names an unknown session."""
    rows = rows_of(where)
    if wanted.session and not rows.count(replace(Filter(), session=wanted.session)):
        known = {id_ for id_, _ in rows.choices().sessions}
        known |= {session.id for _, session in load_all(where.places.sessions)[0]}
        if wanted.session not in known:
            guess = did_you_mean(wanted.session, known) or "`glutetimer list` shows them"
            stop(f'No session "{wanted.session}" ({guess}).')
    return rows


def newest(rows: LogRows, wanted: Filter, most: int | None = None) -> Iterator[WorkoutRow]:
    """Newest `most` workouts, each with its copies; None: all."""
    first = count = 0
    while page := rows.history(wanted, first, _PAGE):
        for row in page:
            count += not row.copy
            if most is not None and count > most:
                return
            yield row
        first += len(page)


def path_of(where: Settings, row: WorkoutRow) -> Path:
    """Absolute path of the record, wherever the program was started."""
    return (where.places.log / row.path).absolute()


def read(path: Path) -> Workout | BadFile:
    """Read the record, or return the problem: it may have changed since the log was read."""
    try:
        return read_record(path)
    except BadFile as bad:
        return bad


def unreadable(where: Settings, rows: LogRows) -> list[Wrong]:
    """Unreadable files, with all their problems."""
    found: list[Wrong] = []
    for one in rows.unreadable():
        path = (where.places.log / one.path).absolute()
        # A folder that cannot be opened is no file to read.
        bad = read(path) if path.name.endswith(".toml") else None
        known = (Problem(one.line, one.problem),)
        found.append((path, bad.problems if isinstance(bad, BadFile) else known))
    return found


def warn_of_unreadable(where: Settings, rows: LogRows) -> None:
    """Name each unreadable file on stderr with its first problem; `log check` shows all of them."""
    for one in rows.unreadable():
        warn(Problem(one.line, one.problem).at(str((where.places.log / one.path).absolute())))


def no_workout(where: Settings, rows: LogRows) -> None:
    """Say kindly that there is no workout to show."""
    if rows.count(Filter()):
        say("No such workout in the log.")
    elif not rows.unreadable():
        say(none_yet(where.places.log))
    else:
        say(f"No workout in {where.places.log} that can be read.")


def plain_lines(rows: Iterable[WorkoutRow]) -> list[str]:
    """Columns of each workout: day, time, session, mode, length, what was done, signs, effort, id."""
    return columns(map(_cells, rows))


def _cells(row: WorkoutRow) -> tuple[str, ...]:
    took = spent(row.seconds, about=row.about) or "-"
    effort = "-" if row.effort is None else f"effort {row.effort}"
    done = f"{row.as_planned} of {row.bouts} as planned"
    signs = ", ".join(workout_signs(row)) or "-"
    return stamp(row.started), row.name, row.mode, took, done, effort, signs, row.id

"""Find the record for the ID of a command: an id, the start of an id, "last", or a file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from glutetimer.adapters.files.sessions import is_path
from glutetimer.adapters.log.scan import ids_inside, record_files
from glutetimer.cli.base.output import stop
from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.text.clean import clean

#: Stands for the newest record of the log, by the time in its name.
LAST = "last"
#: Most workouts that are named where several match.
_MOST_NAMED = 5

#: An id as the program makes them; its month is the folder of its file.
_OWN_ID = re.compile(r"(\d{4})(\d\d)\d\dT\d{6}Z-[0-9a-f]+")


def wanted_record(log_dir: Path, reference: str) -> Path:
    """Find the file of a command's ID; end the program with one sentence where none or several match.

    A whole id is first looked up where its file ought to lie; ids and starts of ids in the names of all files, and at
    last in the files.
    """
    if is_path(reference):
        return _file(log_dir, reference)
    usual = _usual_place(log_dir, reference)
    if usual is not None and usual.is_file():
        return usual
    files = record_files(log_dir)
    if reference == LAST:
        return _newest(log_dir, files)
    found = _beginning(_by_name(files), reference)
    if not found:
        found = _beginning(_by_id(ids_inside(files)), reference)
    if len(found) > 1:  # copies that sync tools name after the record are no other workouts
        found = _one_each(found)
    if len(found) > 1:
        stop(f'"{clean(reference)}" is how several workouts begin: {_some(sorted(found))} (write more of it)')
    for path in found.values():
        return path
    stop(f'No workout "{clean(reference)}" in {log_dir} (`glutetimer log` shows the ids).')


def _file(log_dir: Path, reference: str) -> Path:
    """File as given on the command line, or seen from the log."""
    for path in (Path(reference), log_dir / reference):
        if path.exists():
            return path
    stop(f"{clean(reference)}: no such file (look at the name and the folder)")


def _usual_place(log_dir: Path, reference: str) -> Path | None:
    own = _OWN_ID.fullmatch(reference)
    return log_dir / own[1] / own[2] / f"{reference}.toml" if own else None


def _newest(log_dir: Path, files: list[Path]) -> Path:
    known = _by_name(files)
    ids = [*filter(_OWN_ID.fullmatch, known)] or [*known]
    if not ids:
        stop(f"No workout yet in {log_dir}.")
    return known[max(ids)]


def _by_name(files: Iterable[Path]) -> dict[str, Path]:
    return _by_id((id_in_name(path.name), path) for path in files)


def _by_id(files: Iterable[tuple[str, Path]]) -> dict[str, Path]:
    """File that counts for each id: ID.toml, else the first in order."""
    found: dict[str, Path] = {}
    for id_, path in files:
        if id_ not in found or (path.stem == id_ != found[id_].stem):
            found[id_] = path
    return found


def _beginning(known: Mapping[str, Path], wanted: str) -> dict[str, Path]:
    """Ids with this start; only the one itself where it is given whole."""
    if wanted in known:
        return {wanted: known[wanted]}
    return {id_: path for id_, path in known.items() if wanted and id_.startswith(wanted)}


def _one_each(found: Mapping[str, Path]) -> dict[str, Path]:
    """Files by the ids inside; of several with one id, the file that counts. A file without an id goes by its name."""
    inside = {path: id_ for id_, path in ids_inside(found.values())}
    return _by_id((inside.get(path, name), path) for name, path in found.items())


def _some(ids: list[str]) -> str:
    named = ", ".join(map(clean, ids[:_MOST_NAMED]))
    more = len(ids) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named


#: Lengths to which an id may be cut: after its day, hour, minute, second.
_CUTS = (8, 11, 13, 16)
#: More workouts than any month has.
_ALL = 1_000_000
#: End of the id in the name of a file: tools that copy files put their words behind it.
_BEHIND_ID = re.compile(r"[^A-Za-z0-9_-]")


def short_ids(rows: LogRows, shown: Iterable[WorkoutRow]) -> dict[str, str]:
    """Map each id to its shortest start that is unique in the months around it: ids start with the day.

    Names of files count as ids, those of unreadable ones too: commands look for both.
    """
    shown = tuple(shown)
    wanted = {row.id for row in shown}
    around = [row for month in _months(shown) for row in rows.history(Filter(month=month), 0, _ALL)]
    names = [row.path for row in around] + [one.path for one in rows.unreadable()]
    ids = sorted({row.id for row in around} | wanted | {*map(id_in_name, names)} - {""})
    return {id_: _short(ids, id_) for id_ in wanted}


def _months(shown: Iterable[WorkoutRow]) -> set[str]:
    """Months of these workouts; ids are in UTC: up to a day before or after the date on the wall."""
    days = {row.started.date().toordinal() + around for row in shown for around in (-1, 1)}
    return {f"{date.fromordinal(max(1, min(day, date.max.toordinal()))):%Y-%m}" for day in days}


def id_in_name(path: str) -> str:
    """Id at the start of the name of a file (with or without folders), "" where there is none."""
    return _BEHIND_ID.split(path.rpartition("/")[2].removesuffix(".toml"))[0]


def _short(ids: Sequence[str], id_: str) -> str:
    place = bisect_left(ids, id_)
    beside = [*ids[max(0, place - 1) : place], *ids[place + 1 : place + 2]]
    for cut in _CUTS:
        if not any(other.startswith(id_[:cut]) for other in beside):
            return id_[:cut]
    return id_

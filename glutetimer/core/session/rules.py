"""Rules between the keys of a session file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from glutetimer.core.session.file_format import (
    MOST_EXERCISES,
    SAID,
    ExerciseTable,
    HoldRange,
    RepRange,
    SessionTable,
    SubstituteTable,
    TimesRange,
)
from glutetimer.core.session.forms import default_id
from glutetimer.core.session.session import MOST_BOUTS, MOST_REPS
from glutetimer.core.toml.lines import Path
from glutetimer.core.toml.tables import Fault, place

#: Keys whose tables are forms of the exercise.
FORMS = ("easier", "harder")
_OWN_IDS: dict[object, str] = {
    "id": "give each exercise, substitute and form its own",
    "name": "give this form an id of its own",
}

#: Need that `band` stands for.
BAND = frozenset({"band"})
LEAST_PHASE, MOST_PHASE = 0.2, 30.0

Placed = tuple[Path, SubstituteTable]
Rule = Callable[[SubstituteTable, Path], Iterator[Fault]]


def disagreements(file: SessionTable, faults: list[Fault]) -> Iterator[Fault]:
    """Find the keys that do not go together. Keys that `faults` names already are not checked again."""
    hurt = frozenset(fault.path[:end] for fault in faults for end in range(1, len(fault.path) + 1))
    tables = list(_tables(file))
    yield from _count(file)
    if ("rounds",) not in hurt:
        yield from _span(file.rounds, ("rounds",))
    if file.order == "circuit" and ("order",) not in hurt:
        yield from _sets_in_circuit(tables)
    for path, table in tables:
        for keys, rule in _RULES:
            if not any((*path, key) in hurt for key in keys):
                yield from rule(table, path)
    yield from _used_twice(_ids(tables, hurt))
    if not faults:
        yield from _too_many(file)


def _tables(file: SessionTable) -> Iterator[Placed]:
    """List every exercise and substitute, with where it stands."""
    for index, exercise in enumerate(file.exercise or ()):
        path: Path = ("exercise", index)
        yield path, exercise
        for word, substitute in exercise.without.items():
            yield (*path, "without", word), substitute


def _count(file: SessionTable) -> Iterator[Fault]:
    if file.exercise == ():
        yield Fault(("exercise",), "the file has no exercise", "add a heading [[exercise]]")
    if len(file.exercise or ()) > MOST_EXERCISES:
        what = f"more than {MOST_EXERCISES} exercises"
        yield Fault(("exercise", MOST_EXERCISES), what, "make two sessions of them")


def _too_many(file: SessionTable) -> Iterator[Fault]:
    """Refuse too many bouts: the record of such a plan would not be read back."""
    count = sum(max(map(partial(_bouts, file), (table, *table.without.values()))) for table in file.exercise or ())
    if count > MOST_BOUTS:
        what = f"{count} sets, sides counted, at the most sets or rounds; at most {MOST_BOUTS} can be logged"
        yield Fault(("exercise",), what, "make two sessions of them, or take fewer")


def _bouts(file: SessionTable, table: SubstituteTable) -> int:
    """Count the bouts that there may be of an exercise, as the file says."""
    times = _most(table.sets) if table.sets and file.order == "straight" else _most(file.rounds)
    return times * (2 if table.sides == "each" else 1) * max(1, len(table.directions))


def _most(times: int | TimesRange) -> int:
    return times if isinstance(times, int) else max(times.start, times.most)


def _sets_in_circuit(tables: list[Placed]) -> Iterator[Fault]:
    for path, table in tables:
        if table.sets:
            instead = 'take it out: the rounds decide, or write order = "straight"'
            yield Fault((*path, "sets"), "sets in a circuit", instead)


def _ids(tables: Iterable[Placed], hurt: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """List every id and its place: of exercises and substitutes first, then of forms, which may go by their name."""
    sound = [(path, table) for path, table in tables if (*path, "id") not in hurt]
    yield from (((*path, "id"), table.id) for path, table in sound)
    for path, table in sound:
        for key in FORMS:
            for index, form in enumerate(getattr(table, key)):
                where = (*path, key, index, "id" if form.id else "name")
                if where not in hurt and (*where[:-1], "id") not in hurt:
                    yield where, form.id or default_id(table.id, form.name)


def _used_twice(ids: Iterator[tuple[Path, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, id_ in ids:
        if id_ in seen:
            yield Fault(path, f'the id "{id_}" is used a second time', _OWN_IDS[path[-1]])
        seen.add(id_)


def _dose(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    if not table.reps and not table.hold:
        yield Fault(path, f"{place(path)} has neither reps nor hold", "add reps = 10 or hold = 30")
    if table.reps and table.hold:
        yield Fault((*path, "hold"), f"{place(path)} has both reps and hold", "keep one of them")


def _span(span: object, path: Path) -> Iterator[Fault]:
    """Refuse a range that shrinks."""
    if isinstance(span, TimesRange):
        start, end, key = span.start, span.most, "most"
    elif isinstance(span, (RepRange, HoldRange)):
        start, end, key = span.start, span.to, "to"
    else:
        return
    if start > end:
        name = place(path[-1:])
        yield Fault(path, f"{name} starts at {start} and ends at {end}", f"{key} is the larger number")


def _span_of(key: str, table: SubstituteTable, path: Path) -> Iterator[Fault]:
    yield from _span(getattr(table, key), (*path, key))


def _side_lines(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    for side, line in (("left", table.left), ("right", table.right)):
        if table.sides == "both" and line:
            instead = 'take it out, or write sides = "each" or "alternate"'
            yield Fault((*path, side), f"{side} in an exercise for both sides at once", instead)
        if table.sides != "both" and not line:
            what = f'{place(path)} has sides = "{table.sides}" and no {side}'
            yield Fault((*path, "sides"), what, f'say what it looks like: {side} = "..."')


def _said(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    """Refuse words for each turn where no turns are taken."""
    for key in SAID:
        if getattr(table, key) and table.sides != "alternate":
            instead = 'take it out, or write sides = "alternate"'
            yield Fault((*path, key), f"{key} in an exercise whose sides do not take turns", instead)


def _held_in_turns(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    if table.hold and table.sides == "alternate":
        yield Fault((*path, "sides"), "a hold cannot alternate", 'write sides = "each"')


def _right_dose(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    if not table.right_dose:
        return
    if table.sides != "each":
        instead = 'take it out, or write sides = "each"'
        yield Fault((*path, "right_dose"), "right_dose in an exercise without a side after the other", instead)
    if table.reps and table.right_dose > MOST_REPS:
        yield Fault((*path, "right_dose"), f"right_dose cannot be {table.right_dose}", f"1 to {MOST_REPS} reps")


def _held_in_tempo(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    if table.hold and table.tempo:
        yield Fault((*path, "tempo"), "a hold has no tempo", "take it out, or write reps for hold")


def _phases(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    for index, phase in enumerate(table.tempo or ()):
        if not LEAST_PHASE <= float(phase.split()[1]) <= MOST_PHASE:
            instead = f"{LEAST_PHASE:g} to {MOST_PHASE:g} seconds"
            yield Fault((*path, "tempo", index), f'tempo cannot have "{phase}"', instead)


def _same_direction(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    for index, direction in enumerate(table.directions):
        if direction in table.directions[:index]:
            yield Fault((*path, "directions", index), f'direction "{direction}" a second time', "name each once")


def _missing_kit(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    """Refuse a substitute for kit that the exercise does not want."""
    kit = {word for need in table.needs for word in need.split(" or ")}
    kit |= {"band"} if table.band != "none" else set()
    for word in table.without if isinstance(table, ExerciseTable) else ():
        if word not in kit:
            instead = f"it uses {', '.join(sorted(kit))}" if kit else "name it in needs, or say where the band goes"
            yield Fault((*path, "without", word), f'a substitute for "{word}", which is not used here', instead)


def _needed_itself(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    """Refuse a substitute that needs the very kit that is missing when it is done."""
    if not isinstance(table, ExerciseTable):
        return
    wanted = _kit(table)
    for word, substitute in table.without.items():
        missing = [need for need in wanted if word in need]
        needed = [need for need in _kit(substitute) if need != BAND or not substitute.unbanded]
        if missing and all(any(own <= need for own in needed) for need in missing):
            key = "band" if word == "band" else "needs"
            instead = 'write band = "none", or unbanded = true' if word == "band" else "take it out of its needs"
            yield Fault(
                (*path, "without", word, key), f"the substitute for {_named(missing[0])} needs it itself", instead
            )


def _kit(table: SubstituteTable) -> list[frozenset[str]]:
    """Turn each need into its words, any of which will do, the band among them."""
    band = [BAND] if table.band != "none" else []
    return band + [frozenset(need.split(" or ")) for need in table.needs]


def _named(need: frozenset[str]) -> str:
    return " or ".join(f'"{word}"' for word in sorted(need))


def _capitals(table: SubstituteTable, path: Path) -> Iterator[Fault]:
    """Refuse capitals: kit is known by its word, and `--without` is read in small letters."""
    for index, need in enumerate(table.needs):
        if need != need.lower():
            yield Fault((*path, "needs", index), f'needs cannot have "{need}"', f'small letters: "{need.lower()}"')


#: Each rule with the keys it looks at: with one of them at fault, it is not called.
_RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("reps", "hold"), _dose),
    *(((key,), partial(_span_of, key)) for key in ("reps", "hold", "sets")),
    (("sides", "left", "right"), _side_lines),
    (("sides", *SAID), _said),
    (("hold", "sides"), _held_in_turns),
    (("hold", "tempo"), _held_in_tempo),
    (("right_dose", "sides", "reps"), _right_dose),
    (("tempo",), _phases),
    (("directions",), _same_direction),
    (("band", "needs"), _missing_kit),
    (("band", "needs", "without"), _needed_itself),
    (("needs",), _capitals),
)

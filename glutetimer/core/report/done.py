"""Done against planned: what every session asked for in some weeks, exercise by exercise, and how much was done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from glutetimer.core.log.forms import NO_FORMS, Form, Forms, form_of
from glutetimer.core.record.record import BEGUN, BoutRecord, Result, Workout, is_uncounted
from glutetimer.core.record.summary import rows as summary_rows
from glutetimer.core.session.session import Band, Kind, Side


class SideDone(Struct, frozen=True):
    """One side: `done` of `planned` reps, or seconds of holds; `unsure` of those done nobody confirmed.

    All planned `bouts` are in it: `missed` of them were skipped or not reached, `uncounted` bouts are in no sum but
    that of `seconds` worked.
    """

    side: Side
    bouts: int
    planned: int
    done: int
    unsure: int
    missed: int
    form_breaks: int
    seconds: float
    uncounted: int = 0


class BandUsed(Struct, frozen=True):
    """A place where a band was, and the strengths named for it."""

    band: Band
    strengths: tuple[str, ...] = ()


class ExerciseDone(Struct, frozen=True):
    """A form of an exercise, under its latest name. Doses as in "3 × 15": the first and the last.

    `sides`: left and right, or the single one of an exercise without sides.
    """

    exercise: str
    name: str
    kind: Kind
    workouts: int
    first_dose: str
    last_dose: str
    sides: tuple[SideDone, ...]
    bands: tuple[BandUsed, ...]
    form: str | None = ""


class SessionDone(Struct, frozen=True):
    """A session with its exercises, in the order in which they are done."""

    session: str
    name: str
    workouts: int
    exercises: tuple[ExerciseDone, ...]


#: Exercise, form, kind, and whether its sides are apart, together or taking turns.
_Key = tuple[str, Form, Kind, str]
_Parts = list[tuple[Workout, BoutRecord]]


def sessions_done(workouts: Sequence[Workout], forms: Forms = NO_FORMS) -> tuple[SessionDone, ...]:
    """Sum up workouts in the order of time: the session done most often comes first, each under its newest name."""
    by_session: dict[str, list[Workout]] = {}
    for workout in workouts:
        by_session.setdefault(workout.session, []).append(workout)
    found = (SessionDone(id_, same[-1].name, len(same), _exercises(same, forms)) for id_, same in by_session.items())
    return tuple(sorted(found, key=lambda one: (-one.workouts, one.name)))


def _exercises(workouts: Sequence[Workout], forms: Forms) -> tuple[ExerciseDone, ...]:
    """List exercises in the order of the newest workout; those done only before come after that."""
    groups: dict[_Key, _Parts] = {}
    for workout in reversed(workouts):
        for bout in workout.bouts:
            groups.setdefault(_key(workout, bout, forms), []).append((workout, bout))
    return tuple(_exercise(key, parts) for key, parts in groups.items())


def _key(workout: Workout, bout: BoutRecord, forms: Forms) -> _Key:
    apart = "each" if bout.side in ("left", "right") else bout.side
    return bout.exercise, form_of(workout, bout, forms), bout.kind, apart


def _exercise(key: _Key, parts: _Parts) -> ExerciseDone:
    exercise, (form, _), kind, _ = key
    name = parts[0][1].name
    whole = {workout.id: workout for workout, _ in parts if workout.mode == "full"}
    found = whole or {workout.id: workout for workout, _ in parts}
    mine = frozenset((bout.exercise, bout.form, bout.name) for _, bout in parts)
    doses = [_dose(workout, mine) for workout in found.values()]
    return ExerciseDone(
        exercise=exercise,
        name=name,
        kind=kind,
        workouts=len({workout.id for workout, _ in parts}),
        first_dose=doses[-1],
        last_dose=doses[0],
        sides=tuple(_side(side, parts) for side in _sides(parts)),
        bands=_bands(bout for _, bout in parts if _live(bout)),
        form=form,
    )


def _dose(workout: Workout, mine: Collection[tuple[str, str, str]]) -> str:
    return next((row.planned for row in summary_rows(workout) if (row.exercise, row.form, row.name) in mine), "")


def _sides(parts: _Parts) -> list[Side]:
    order: tuple[Side, ...] = ("left", "right", "both", "alternate")
    there = {bout.side for _, bout in parts}
    return [side for side in order if side in there]


def _side(side: Side, parts: _Parts) -> SideDone:
    mine = [(workout, bout) for workout, bout in parts if bout.side == side]
    done = [(workout, bout.result) for workout, bout in mine if bout.result and _live(bout)]
    return SideDone(
        side=side,
        bouts=len(mine),
        planned=sum(bout.target for _, bout in mine if not is_uncounted(bout.result)),
        done=sum(result.done or 0 for _, result in done),
        unsure=sum(result.done or 0 for workout, result in done if _unsure(workout, result)),
        missed=len(mine) - len(done),
        form_breaks=sum(result.outcome == "form-broke" for _, result in done),
        seconds=round(sum(result.seconds for _, result in done), 1),
        uncounted=sum(map(is_uncounted, (bout.result for _, bout in mine))),
    )


def _unsure(workout: Workout, result: Result) -> bool:
    return result.counted_by == "program" and not workout.confirmed


def _live(bout: BoutRecord) -> bool:
    return bout.result is not None and bout.result.outcome in BEGUN


def _bands(bouts: Iterable[BoutRecord]) -> tuple[BandUsed, ...]:
    """List the bands, the newest first, which is the order of the bouts."""
    strengths: dict[Band, dict[str, None]] = {}
    for bout in bouts:
        if bout.band != "none":
            strengths.setdefault(bout.band, {}).update({bout.strength: None} if bout.strength else {})
    return tuple(BandUsed(band, tuple(said)) for band, said in strengths.items())

"""Work and pain of each exercise on each side: the rows behind every comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from glutetimer.core.log.forms import NO_FORMS, AskForms, Form, Forms, form_of
from glutetimer.core.log.rows import SideRow
from glutetimer.core.pain.tellings import says_pain
from glutetimer.core.record.record import BEGUN, BoutRecord, MorePain, Result, Workout, is_uncounted
from glutetimer.core.session.session import Kind, Side
from glutetimer.core.values import replace

#: Exercise, form, kind, side; whether it is evidence, and whether anybody counted.
_Key = tuple[str, Form, Kind, Side, bool, bool]
_OTHER: Mapping[Side, Side] = {"left": "right", "right": "left"}


class _Felt(Struct, frozen=True):
    """Worst pain, None without a number; `hurt` where there was any at all."""

    pain: int | None = None
    hurt: bool = False

    def beside(self, told: Result | MorePain) -> _Felt:
        """Combine this with the pain of another bout."""
        scores = [score for score in (self.pain, told.pain) if score is not None]
        stopped = isinstance(told, Result) and told.outcome == "pain"
        return _Felt(max(scores, default=None), self.hurt or stopped or says_pain(told))


def side_rows(workout: Workout, forms: Forms = NO_FORMS) -> tuple[SideRow, ...]:
    """Make the rows of a workout's exercises and sides, in the order in which they were started or left out.

    `forms` give the form of a bout that has only a name.
    """
    twins = _live(workout)
    groups: dict[_Key, list[BoutRecord]] = {}
    for bout in workout.bouts:
        if _is_begun(bout) or _is_left_out(bout, twins):
            groups.setdefault(_key(workout, bout, forms), []).append(bout)
    felt = _felt(workout, frozenset((exercise, side) for exercise, _, _, side, _, _ in groups))
    rows = []
    for key, bouts in groups.items():
        pain = felt.pop((key[0], key[3]), _Felt())  # once, where bouts of several sorts have a row each
        rows.append(_side_row(workout, bouts, key, pain))
    return tuple(rows)


def named(rows: Sequence[SideRow], ask: AskForms) -> tuple[SideRow, ...]:
    """Give rows made without session files the forms that their names belong to."""
    if all(row.form is not None for row in rows):
        return tuple(rows)
    forms = ask()
    return tuple(replace(row, form=forms.of(row.exercise, row.name)) if row.form is None else row for row in rows)


def _is_begun(bout: BoutRecord) -> bool:
    return bout.result is not None and bout.result.outcome in BEGUN


def _place(bout: BoutRecord, side: Side) -> tuple[object, ...]:
    """Place in the workout that the bout would have on this side."""
    return (bout.exercise, bout.round, bout.set, bout.direction, side)


def _live(workout: Workout) -> frozenset[tuple[object, ...]]:
    return frozenset(_place(bout, bout.side) for bout in workout.bouts if _is_begun(bout))


def _is_left_out(bout: BoutRecord, live: frozenset[tuple[object, ...]]) -> bool:
    """Whether it was skipped while the same was done on the other side. A bout never reached says nothing of it."""
    if bout.result is None or bout.result.outcome != "skipped" or bout.side not in _OTHER:
        return False
    return _place(bout, _OTHER[bout.side]) in live


def _key(workout: Workout, bout: BoutRecord, forms: Forms) -> _Key:
    """Make the key of a bout. Only a person skips, which nobody needs to confirm; an unknown count is no evidence."""
    by_person = bout.result is not None and (bout.result.counted_by != "program" or bout.result.outcome == "skipped")
    counted = not is_uncounted(bout.result)
    evidence = counted and (bool(workout.confirmed) or by_person)
    return (bout.exercise, form_of(workout, bout, forms), bout.kind, bout.side, evidence, counted)


def _felt(workout: Workout, there: frozenset[tuple[str, Side]]) -> dict[tuple[str, Side], _Felt]:
    """Collect the pain of each exercise, by the side that hurt; if that has no row, by the side at work then.

    A bout that was stopped for pain hurt, with or without a number.
    """
    felt: dict[tuple[str, Side], _Felt] = {}
    for bout, told in _told(workout):
        where = told.pain_side
        sides: tuple[Side, ...] = ("left", "right") if where == "both" else (where or bout.side,)
        for side in [side for side in sides if (bout.exercise, side) in there] or [bout.side]:
            before = felt.get((bout.exercise, side), _Felt())
            felt[bout.exercise, side] = before.beside(told)
    return felt


def _told(workout: Workout) -> Iterator[tuple[BoutRecord, Result | MorePain]]:
    """Bouts with an answer about pain, also that there was none, and bouts that were stopped for it."""
    for bout in workout.bouts:
        if bout.result is not None and (bout.result.pain is not None or bout.result.outcome == "pain"):
            yield bout, bout.result
    for more in workout.more_pain:
        if more.bout is not None and more.bout <= len(workout.bouts):
            yield workout.bouts[more.bout - 1], more


def _side_row(workout: Workout, bouts: Sequence[BoutRecord], key: _Key, felt: _Felt) -> SideRow:
    live = [bout for bout in bouts if _is_begun(bout)]
    results = [bout.result for bout in live if bout.result is not None]
    exercise, (form, _), kind, side, evidence, counted = key
    best = max(live, key=_done, default=None)
    return SideRow(
        workout=workout.id,
        started=workout.started,
        exercise=exercise,
        name=bouts[-1].name,
        kind=kind,
        side=side,
        evidence=evidence,
        bouts=len(live),
        target=sum(bout.target for bout in live),
        clean=sum(map(_done, live)),
        best=_done(best) if best else 0,
        seconds=round(sum(result.seconds for result in results), 3),
        form_breaks=sum(result.outcome == "form-broke" for result in results),
        skipped=sum(bout.target for bout in bouts if not _is_begun(bout)),
        pain=felt.pain,
        hurt=felt.hurt,
        reason=next((result.reason for result in reversed(results) if result.reason), ""),
        form=form,
        counted=counted,
        band=best.band if best else "none",
        strength=best.strength if best else "",
    )


def _done(bout: BoutRecord) -> int:
    return (bout.result.done or 0) if bout.result else 0

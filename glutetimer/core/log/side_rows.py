"""What was done of each exercise on each side, and what was felt there: the rows behind every comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glutetimer.core.log.rows import BEGUN, SideRow
from glutetimer.core.record import BoutRecord, Result, Workout
from glutetimer.core.session import Kind, Side

_Key = tuple[str, Kind, Side, bool]
_OTHER: Mapping[Side, Side] = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class _Felt:
    """The worst pain told, None where no number was; `hurt` where there was any at all."""

    pain: int | None = None
    hurt: bool = False

    def beside(self, result: Result) -> _Felt:
        """This and what another bout says."""
        scores = [score for score in (self.pain, result.pain) if score is not None]
        return _Felt(max(scores, default=None), self.hurt or bool(result.pain) or result.outcome == "pain")


def side_rows(workout: Workout) -> tuple[SideRow, ...]:
    """The rows of its exercises and sides, in the order in which they were begun or left out."""
    twins = _begun(workout)
    groups: dict[_Key, list[BoutRecord]] = {}
    for bout in workout.bouts:
        if _is_begun(bout) or _is_left_out(bout, twins):
            groups.setdefault(_key(workout, bout), []).append(bout)
    felt = _felt(workout, frozenset((exercise, side) for exercise, _, side, _ in groups))
    rows = []
    for (exercise, _, side, evidence), bouts in groups.items():
        pain = felt.pop((exercise, side), _Felt())  # once, where bouts of both sorts have a row each
        rows.append(_side_row(workout, bouts, evidence, pain))
    return tuple(rows)


def _is_begun(bout: BoutRecord) -> bool:
    return bout.result is not None and bout.result.outcome in BEGUN


def _place(bout: BoutRecord, side: Side) -> tuple[object, ...]:
    """Where in the workout the bout would be on this side."""
    return (bout.exercise, bout.round, bout.set, bout.direction, side)


def _begun(workout: Workout) -> frozenset[tuple[object, ...]]:
    return frozenset(_place(bout, bout.side) for bout in workout.bouts if _is_begun(bout))


def _is_left_out(bout: BoutRecord, begun: frozenset[tuple[object, ...]]) -> bool:
    """Whether it was skipped while the same was done on the other side. What was not reached says nothing of a side."""
    if bout.result is None or bout.result.outcome != "skipped" or bout.side not in _OTHER:
        return False
    return _place(bout, _OTHER[bout.side]) in begun


def _key(workout: Workout, bout: BoutRecord) -> _Key:
    """Skipping is a person's doing: it needs nobody to confirm it."""
    by_person = bout.result is not None and (bout.result.counted_by != "program" or bout.result.outcome == "skipped")
    return (bout.exercise, bout.kind, bout.side, bool(workout.confirmed) or by_person)


def _felt(workout: Workout, there: frozenset[tuple[str, Side]]) -> dict[tuple[str, Side], _Felt]:
    """The pain at each exercise, by the side it was felt on; if that has no row, by the side at work then.

    A bout that was stopped for pain hurt, whether or not a number was told.
    """
    felt: dict[tuple[str, Side], _Felt] = {}
    for bout in workout.bouts:
        result = bout.result
        if result is None or (result.pain is None and result.outcome != "pain"):
            continue
        told = result.pain_side
        sides: tuple[Side, ...] = ("left", "right") if told == "both" else (told or bout.side,)
        for side in [side for side in sides if (bout.exercise, side) in there] or [bout.side]:
            before = felt.get((bout.exercise, side), _Felt())
            felt[bout.exercise, side] = before.beside(result)
    return felt


def _side_row(workout: Workout, bouts: Sequence[BoutRecord], evidence: bool, felt: _Felt) -> SideRow:
    begun = [bout for bout in bouts if _is_begun(bout)]
    results = [bout.result for bout in begun if bout.result is not None]
    return SideRow(
        workout=workout.id,
        started=workout.started,
        exercise=bouts[-1].exercise,
        name=bouts[-1].name,
        kind=bouts[-1].kind,
        side=bouts[-1].side,
        evidence=evidence,
        bouts=len(begun),
        target=sum(bout.target for bout in begun),
        clean=sum(result.done or 0 for result in results),
        best=max((result.done or 0 for result in results), default=0),
        seconds=round(sum(result.seconds for result in results), 3),
        form_breaks=sum(result.outcome == "form-broke" for result in results),
        skipped=sum(bout.target for bout in bouts if not _is_begun(bout)),
        pain=felt.pain,
        hurt=felt.hurt,
        reason=next((result.reason for result in reversed(results) if result.reason), ""),
    )

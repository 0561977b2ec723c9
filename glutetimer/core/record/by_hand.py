"""A workout that no program watched, as a record: all of it done as planned, counted by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Result, Workout, begin_workout
from glutetimer.core.values import replace


def past_workout(plan: Plan, id_: str, started: datetime, zone: str, added: datetime) -> Workout:
    """Make the finished, confirmed workout of a plan that started at `started` (aware); `added` is the time of entry.

    Bouts and rests take as long as the plan says; any difference is corrected afterwards. Its length is not
    measured.
    """
    begun = begin_workout(plan, id_, started, zone)
    rests = [pause.seconds if pause.kind == "rest" else None for pause in (*plan.breaks[1:], plan.breaks[0])]
    bouts = (
        replace(record, result=Result("done", bout.target, bout.seconds, "hand", rest=rest))
        for record, bout, rest in zip(begun.bouts, plan.bouts, rests, strict=True)
    )
    ended = started + timedelta(seconds=round(plan.seconds))
    told = replace(begun, state="finished", bouts=tuple(bouts), ended=ended, confirmed=True, added=added)
    return replace(told, active=None)

"""What the log's commands answer as JSON: keys in snake_case, seconds as numbers, what does not apply is absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from glutetimer.core.log.balance import Balance
from glutetimer.core.log.series import Series, SideLine
from glutetimer.core.log.weeks import Week
from glutetimer.core.session import Kind


def answer(**parts: Any) -> dict[str, Any]:
    """The whole answer: "format" first, then the parts that there are."""
    return {"format": 1, **plain(parts)}


def plain(value: Any) -> Any:
    """Rows, days and moments as JSON has them: a row by its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 3)
    return value.isoformat() if isinstance(value, date) else value


def weeks_json(weeks: Iterable[Week]) -> list[dict[str, Any]]:
    """Weeks with their goals, and whether these were met."""
    return [_week(week) | {"met": week.met} for week in weeks]


def balances_json(balances: Iterable[Balance]) -> list[dict[str, Any]]:
    """Exercises with both sides; `gap_percent` is above 0 where the left did more, absent where there is too little."""
    return [_balance(one) for one in balances]


def series_json(series: Series) -> dict[str, Any]:
    """An exercise over time: a point a week for each side; weeks without are left out."""
    head = {"exercise": series.exercise, "name": series.name, "kind": series.kind}
    head |= {"measure": series.measure, "unit": series.unit}
    return head | {"sides": [_line(line, series.kind) for line in series.lines]}


def _week(week: Week) -> dict[str, Any]:
    out: dict[str, Any] = plain(week)
    return out | {"workouts": week.workouts}


def _balance(one: Balance) -> dict[str, Any]:
    head: dict[str, Any] = {"exercise": one.exercise, "name": one.name, "kind": one.kind}
    sides = {"left": plain(one.left), "right": plain(one.right), "harder": plain(one.harder)}
    gap = {} if one.gap is None else {"gap_percent": round(one.gap, 1)}
    less = {} if one.less is None else {"less": one.less}
    was = {} if one.was is None else {"gap_percent_before": round(one.was, 1)}
    return head | sides | gap | was | less | {"unconfirmed_workouts": one.unconfirmed}


def _line(line: SideLine, kind: Kind) -> dict[str, Any]:
    """`best` is the most in one bout, whatever the points show, so it has a unit of its own."""
    best = {} if line.best is None else {"best": plain(line.best) | {"unit": "s" if kind == "hold" else "reps"}}
    points = [plain(point) for point in line.points if point is not None]
    return {"side": line.side} | best | {"points": points}

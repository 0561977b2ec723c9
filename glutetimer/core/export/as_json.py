"""Answers of the log's commands as JSON: keys in snake_case, seconds as numbers, what does not apply is absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from glutetimer.core.log.balance import Balance
from glutetimer.core.log.bests import Best, BestBout, Ever
from glutetimer.core.log.series import Series, SideLine, WeekPoint
from glutetimer.core.log.weeks import Week
from glutetimer.core.session.session import Kind

#: Stands for a form whose id is unknown.
UNKNOWN = "?"


def answer(**parts: Any) -> dict[str, Any]:
    """Build the whole answer: "format" first, then the parts that there are."""
    return {"format": 1, **plain(parts)}


def plain(value: Any) -> Any:
    """Turn rows, days and moments into JSON values: a row by its fields."""
    if isinstance(value, Struct):
        value = asdict(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 3)
    return value.isoformat() if isinstance(value, date) else value


def weeks_json(weeks: Iterable[Week]) -> list[dict[str, Any]]:
    """List weeks with their goals, and whether these were met."""
    return [_week(week) | {"met": week.met} for week in weeks]


def balances_json(balances: Iterable[Balance]) -> list[dict[str, Any]]:
    """List exercises with both sides; `gap_percent` is above 0 where the left did more, absent with too few data."""
    return [_balance(one) for one in balances]


def form_json(form: str | None) -> dict[str, Any]:
    """Write the id of an easier or harder form; absent as written, "?" where it is unknown."""
    return {"form": UNKNOWN if form is None else form} if form != "" else {}


def forms_json(ever: Ever) -> list[dict[str, Any]] | None:
    """List the forms in which an exercise was done, the last first; None where there is a single form."""
    found = [form_json(known.form) | {"name": known.name, "kind": known.kind} for known in ever.forms]
    return found if len(found) > 1 else None


def bests_json(bests: Iterable[BestBout]) -> list[dict[str, Any]]:
    """List the most in one bout, with the band where there was one."""
    return [_best(one) for one in bests]


def series_json(series: Series) -> dict[str, Any]:
    """Describe an exercise over time: a point a week for each side; weeks without are left out."""
    head: dict[str, Any] = {"exercise": series.exercise, "name": series.name, **form_json(series.form.form)}
    head |= {"form_name": series.form_name} if series.form_name else {}
    head |= {"kind": series.kind}
    head |= {"measure": series.measure, "unit": series.unit}
    return head | {"sides": [_line(line, series.kind) for line in series.lines]}


def _week(week: Week) -> dict[str, Any]:
    out: dict[str, Any] = plain(week)
    return out | {"workouts": week.workouts}


def _balance(one: Balance) -> dict[str, Any]:
    head: dict[str, Any] = {"exercise": one.exercise, **form_json(one.form), "name": one.name, "kind": one.kind}
    sides = {"left": plain(one.left), "right": plain(one.right), "harder": plain(one.harder)}
    gap = {} if one.gap is None else {"gap_percent": round(one.gap, 1)}
    less = {} if one.less is None else {"less": one.less}
    less |= {} if one.felt is None else {"felt_harder": one.felt}
    uncounted = {"uncounted_workouts": one.uncounted} if one.uncounted else {}
    uncounted |= {"pained_workouts": one.pained} if one.pained else {}
    was = {} if one.was is None else {"gap_percent_before": round(one.was, 1)}
    return head | sides | gap | was | less | {"unconfirmed_workouts": one.unconfirmed} | uncounted


def _line(line: SideLine, kind: Kind) -> dict[str, Any]:
    """Describe a line. `best` is the most in one bout, whatever the points show, and has a unit of its own."""
    best = {} if line.best is None else {"best": _banded(line.best) | {"unit": "s" if kind == "hold" else "reps"}}
    points = [_point(point) for point in line.points if point is not None]
    return {"side": line.side} | best | {"points": points}


def _point(point: WeekPoint) -> dict[str, Any]:
    out: dict[str, Any] = plain(point)
    return out if point.uncounted else {key: value for key, value in out.items() if key != "uncounted"}


def _best(one: BestBout) -> dict[str, Any]:
    out = _banded(one)
    out.pop("form", None)
    return {"exercise": out.pop("exercise"), **form_json(one.form), **out}


def _banded(one: Best | BestBout) -> dict[str, Any]:
    """Describe a best, without the band where there was none, and without its strength where it is unknown."""
    out: dict[str, Any] = plain(one)
    return {key: value for key, value in out.items() if (key, value) not in (("band", "none"), ("strength", ""))}

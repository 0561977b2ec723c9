"""A workout record as TOML text and as JSON; `read.py` reads the text back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from glutetimer.core.record.read import load_record, load_resume, load_running
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.record.resume import Resume
from glutetimer.core.text.clean import clean
from glutetimer.core.values import asdict, replace

__all__ = [
    "Resume",
    "clean_workout",
    "dump_record",
    "load_record",
    "load_resume",
    "load_running",
    "sure_record",
    "workout_json",
]

_MINUTE = timedelta(minutes=1)
_MOST_OFFSET = 24 * 60 - 1


def dump_record(workout: Workout, *, seal: bool, resume: Resume | None = None) -> str:
    """Write the record as TOML; `seal` ends it with the table that shows that nothing is missing."""
    head, bouts = _tables(clean_workout(workout))
    more = head.pop("more_pain", [])
    parts = [
        _dumps({key: _stamp(value) for key, value in head.items()})
        + (f"more_pain = {in_braces(more)}\n" if more else "")
    ]
    # Each by itself: in one list, short tables would be written in brackets on one line.
    parts += ["[[bout]]\n" + _dumps(bout) for bout in bouts]
    if resume is not None:
        # Above their own table, which must end with the id; in it, a long list would come after all else.
        parts += [f"[[resume.{key}]]\n{_dumps(table)}" for key, table in _resume_tables(resume)]
        parts.append(_dumps({"resume": _resume_table(resume, workout.id)}))
    if seal:
        parts.append(_dumps({"seal": {"of": workout.id}}))
    return "\n".join(parts)


def sure_record(workout: Workout, *, seal: bool, resume: Resume | None = None) -> str:
    """Write the same text, after it was read back and found equal; call this before a file is opened.

    ValueError: it would not read back (a number out of its range, or a slip in this program).
    """
    text = dump_record(workout, seal=seal, resume=resume)
    if load_running(text) != (clean_workout(workout), resume and _clean_resume(resume)):
        raise ValueError("the record would not read back as it is")
    return text


def workout_json(workout: Workout, path: str | None = None) -> dict[str, Any]:
    """Turn the record into the JSON object of the contract: no seal, and what does not apply is absent."""
    head, bouts = _tables(clean_workout(workout))
    out = {key: _json_value(value) for key, value in head.items()}
    out["bout"] = bouts
    return out if path is None else out | {"path": path}


def in_braces(tables: Sequence[Mapping[str, Any]]) -> str:
    """Write a list of short tables, each on a line of its own whatever its length.

    Under a heading of its own it could not be amended together with the keys around it.
    """
    lines = (", ".join(_dumps({key: value}).strip() for key, value in table.items()) for table in tables)
    return "[\n" + "".join(f"    {{ {line} }},\n" if line else "    {},\n" for line in lines) + "]"


def _json_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_json_value(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


def clean_workout(workout: Workout) -> Workout:
    """Make the workout fit to be written: texts of one visible line, offsets of whole minutes."""
    return replace(
        workout,
        session=clean(workout.session),
        name=clean(workout.name),
        without=tuple(map(clean, workout.without)),
        started=_whole_minutes(workout.started),
        ended=None if workout.ended is None else _whole_minutes(workout.ended),
        amended=tuple(map(_whole_minutes, workout.amended)),
        added=None if workout.added is None else _whole_minutes(workout.added),
        zone=clean(workout.zone),
        note=clean(workout.note),
        place_after=clean(workout.place_after),
        more_pain=tuple(replace(told, place=clean(told.place)) for told in workout.more_pain),
        bouts=tuple(map(_clean_bout, workout.bouts)),
    )


def _clean_bout(bout: BoutRecord) -> BoutRecord:
    result = bout.result
    if result is not None:
        result = replace(result, reason=clean(result.reason), place=clean(result.place))
    exercise, name, strength, form = map(clean, (bout.exercise, bout.name, bout.strength, bout.form))
    return replace(bout, exercise=exercise, name=name, strength=strength, form=form, result=result)


def _whole_minutes(moment: datetime) -> datetime:
    """Round the offset, same instant; old local mean times have offsets with seconds, which TOML cannot hold."""
    minutes = round((moment.utcoffset() or timedelta()) / _MINUTE)
    minutes = max(-_MOST_OFFSET, min(minutes, _MOST_OFFSET))
    return moment.astimezone(timezone(minutes * _MINUTE))


class _Stamp(datetime):
    """Writes a T: tomli-w takes `str()` of a moment, which has a blank there, unlike the log."""

    def __str__(self) -> str:
        return self.isoformat()


def _stamp(value: Any) -> Any:
    if isinstance(value, list):
        return [_stamp(item) for item in value]
    return _Stamp.fromisoformat(value.isoformat()) if isinstance(value, datetime) else value


def _tables(workout: Workout) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """List the record's own keys, and one table for each bout; what does not apply is absent."""
    head: dict[str, Any] = {"format": 1, "id": workout.id, "kind": "workout", "session": workout.session}
    head |= {"name": workout.name, "mode": workout.mode, "state": workout.state, "rounds": workout.rounds}
    head |= {"without": list(workout.without), "speed": float(workout.speed), "started": workout.started}
    told: dict[str, Any] = {"confirmed": workout.confirmed, "effort": workout.effort, "pain": workout.pain}
    told |= {"note": workout.note or None, "harder_side": workout.harder_side}
    told |= {"pain_after": workout.pain_after, "place_after": workout.place_after or None}
    told |= {"pain_side_after": workout.pain_side_after, "pain_flag_after": workout.pain_flag_after}
    told |= {"morning": workout.morning}
    told |= {"amended": list(workout.amended) or None, "added": workout.added}
    active = None if workout.active is None else float(workout.active)
    more = [_given(asdict(pain) | {"place": pain.place or None}) for pain in workout.more_pain]
    told |= {"more_pain": more or None}
    head |= _given({"ended": workout.ended, "active": active, "zone": workout.zone} | told)
    return head, [_bout_table(bout) for bout in workout.bouts]


def _bout_table(bout: BoutRecord) -> dict[str, Any]:
    planned = {key: value for key, value in asdict(bout).items() if key != "result"}
    planned |= {"strength": bout.strength or None, "form": bout.form or None}
    return _given(planned) | (_result_table(bout.result) if bout.result is not None else {})


def _result_table(result: Result) -> dict[str, Any]:
    out: dict[str, Any] = _given({"done": result.done})
    out |= {"seconds": float(result.seconds), "outcome": result.outcome}
    out |= {"counted_by": result.counted_by, "reason": result.reason}
    rest = None if result.rest is None else float(result.rest)
    pain = {"pain": result.pain, "place": result.place or None, "pain_side": result.pain_side}
    pain |= {"pain_flag": result.pain_flag}
    return out | _given({"rest": rest} | pain)


def _resume_table(resume: Resume, id_: str) -> dict[str, Any]:
    """List the options that are set, the text, and last the id: a table without it is truncated."""
    resume = _clean_resume(resume)
    options = asdict(resume.options) | {"without": list(resume.options.without)}
    options |= {"strength": resume.options.strength or None, "own": None}
    return {"session": resume.session} | _given(options) | {"text": resume.text, "of": id_}


def _resume_tables(resume: Resume) -> Iterator[tuple[str, dict[str, Any]]]:
    """List the runner's own choices, an exercise a table; then the plan as it stands, with the names of its lists."""
    resume = _clean_resume(resume)
    for own in resume.options.own:
        yield "own", _given(asdict(own))
    if (kept := resume.standing) is not None:
        yield from (("bout", asdict(bout) | {"rest": float(bout.rest)}) for bout in kept.bouts)
        yield from (("left_out", asdict(item) | {"needs": list(item.needs)}) for item in kept.left_out)
        yield from (("replaced", asdict(item)) for item in kept.replaced)


def _clean_resume(resume: Resume) -> Resume:
    """Keep the text word for word except for lone surrogates, which no file can hold."""
    own = tuple(replace(own, exercise=_encodable(own.exercise)) for own in resume.options.own)
    options = replace(resume.options, strength=_encodable(resume.options.strength), own=own)
    return replace(resume, session=_encodable(resume.session), text=_encodable(resume.text), options=options)


def _encodable(text: str) -> str:
    return text.encode(errors="ignore").decode()


def _given(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value is not None}


def _dumps(table: dict[str, Any]) -> str:
    from tomli_w import dumps  # not before something is saved

    return dumps(table)

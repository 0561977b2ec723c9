"""What a log says, worked out from its files alone, slowly and in the plainest way: what the index is held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from glutetimer.adapters.log.read import read_log
from glutetimer.core.log.bests import Ever, ever_of
from glutetimer.core.log.forms import NO_FORMS, Forms
from glutetimer.core.log.query import EVER, Choices, Filter, KnownExercise, LogRows, Progress, Unreadable
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import named, side_rows
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.record.record import Workout

#: A Friday, some weeks after the oldest of the logs that are looked at.
DAY = date(2026, 10, 2)
LATER = datetime(2026, 10, 9, 12, tzinfo=UTC)


class Direct:
    """The rows of a log as it lies on the disk, read at the beginning."""

    def __init__(self, log_dir: Path, forms: Forms = NO_FORMS) -> None:
        self._forms = forms
        self._raw: dict[str, tuple[SideRow, ...]] = {}
        read, unreadable = read_log(log_dir)
        problems = [(path.relative_to(log_dir).as_posix(), bad.problems[0]) for path, bad in unreadable]
        self._unreadable = tuple(Unreadable(path, why.line, str(why)) for path, why in sorted(problems))
        self._shown: list[tuple[WorkoutRow, tuple[SideRow, ...]]] = []
        for twins in _by_id(log_dir, read).values():
            seen: set[str] = set()
            for _, path, text, workout in sorted(twins, key=lambda twin: twin[:2]):
                if text not in seen:
                    self._raw.setdefault(workout.id, side_rows(workout))
                    self._shown.append(
                        (workout_row(workout, path, copy=bool(seen)), named(side_rows(workout), lambda: forms))
                    )
                seen.add(text)
        self._shown.sort(key=lambda item: (item[0].started, item[0].id, item[0].path), reverse=True)
        self._counted = [item for item in self._shown if item[0].counts]

    def refresh(self, progress: Progress | None = None) -> bool:
        return False

    def progress(self) -> tuple[int, int]:
        return 0, 0

    def history(self, wanted: Filter, first: int, most: int) -> tuple[WorkoutRow, ...]:
        return self._wanted(wanted)[first:][:most]

    def count(self, wanted: Filter) -> int:
        return len(self._wanted(wanted))

    def choices(self) -> Choices:
        names: dict[str, str] = {row.session: row.name for row, _ in reversed(self._shown)}
        modes: tuple[Mode, ...] = ("full", "post-run", "pre-run")
        return Choices(
            tuple(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0]))),
            tuple(sorted({f"{row.started:%Y-%m}" for row, _ in self._shown}, reverse=True)),
            tuple(mode for mode in modes if mode in {row.mode for row, _ in self._shown}),
        )

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        return tuple((row.started, row.mode) for row in self.workouts(since))

    def weekly(self) -> Mapping[date, int]:
        return Counter(monday_of(row.started.date()) for row, _ in self._counted)

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        return tuple(row for row, _ in self._counted if row.started.date() >= since)

    def sides(self, since: date) -> tuple[SideRow, ...]:
        return tuple(side for side in self._sides() if side.started.date() >= since)

    def exercises(self) -> tuple[KnownExercise, ...]:
        found: dict[str, KnownExercise] = {}
        for side in reversed(self._sides()):
            rows = self.of_exercise(side.exercise)
            apart = any(row.side in ("left", "right") for row in rows)
            ever = ever_of(rows, self._forms)
            assert ever is not None
            known = KnownExercise(side.exercise, ever.name, len({row.workout for row in rows}), apart)
            found.setdefault(side.exercise, known)
        return tuple(found.values())

    def of_exercise(self, exercise: str, since: date = date.min, until: datetime = EVER) -> tuple[SideRow, ...]:
        rows = tuple(side for side in self._sides() if side.exercise == exercise and side.started <= until)
        lately = tuple(row for row in rows if row.started.date() >= since)
        return lately or tuple(row for row in rows if row.workout == rows[-1].workout)

    def ever(self, exercise: str, until: datetime = EVER) -> Ever | None:
        rows = self.of_exercise(exercise, until=until)
        return ever_of(rows, self._forms)

    def latest(self, until: datetime = EVER) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        newest: dict[tuple[str, bool], WorkoutRow] = {}
        known = [row for row, _ in self._counted if row.started <= until]
        for row in known:
            for banded in (False, True) if row.strength else (False,):
                newest.setdefault((row.session, banded), row)
        workouts = [row for row in known if row in newest.values()]
        sides: list[SideRow] = []
        for exercise in sorted(self.exercises(), key=lambda exercise: exercise.id):
            rows = self.of_exercise(exercise.id, until=until)
            # The form is as the record says.
            raw = self._raw[rows[-1].workout] if rows else ()
            sides += [row for row in raw if row.exercise == exercise.id]
        return tuple(workouts), tuple(sides)

    def unreadable(self) -> tuple[Unreadable, ...]:
        return self._unreadable

    def _sides(self) -> list[SideRow]:
        return [side for _, sides in reversed(self._counted) for side in sides]

    def _wanted(self, wanted: Filter) -> tuple[WorkoutRow, ...]:
        return tuple(row for row, sides in self._shown if _is_wanted(row, sides, wanted))


def everything(rows: LogRows) -> dict[str, Any]:
    """Every answer that there is about a log."""
    out: dict[str, Any] = {"choices": rows.choices(), "weekly": dict(rows.weekly()), "unreadable": rows.unreadable()}
    exercises = rows.exercises()
    filters = [Filter(exercise=known.id) for known in exercises]
    filters += [Filter(session=session) for session, _ in out["choices"].sessions]
    filters += [Filter(month=month, mode=mode) for month in out["choices"].months for mode in out["choices"].modes]
    filters += [Filter(session=session, pain=True) for session, _ in out["choices"].sessions]
    filters += [Filter(exercise=known.id, pain=True) for known in exercises]
    filters += [
        Filter(),
        Filter(pain=True),
        Filter(session="none"),
        Filter(since=DAY),
        Filter(week=DAY),
        Filter(week=monday_of(DAY)),
    ]
    out |= {
        str(wanted): (rows.count(wanted), rows.history(wanted, 0, 9), rows.history(wanted, 2, 3)) for wanted in filters
    }
    out |= {"starts": rows.starts(DAY), "workouts": rows.workouts(DAY), "all": rows.workouts(date.min)}
    out |= {"sides": rows.sides(DAY), "every side": rows.sides(date.min), "exercises": exercises}
    for one in (*(known.id for known in exercises), "none"):
        out |= {one: (rows.of_exercise(one), rows.of_exercise(one, DAY), rows.of_exercise(one, DAY, LATER))}
        out |= {f"ever {one}": (rows.ever(one), rows.ever(one, LATER - timedelta(days=7)))}
    return out | {"latest": rows.latest(), "latest then": rows.latest(LATER)}


def _by_id(log_dir: Path, read: list[tuple[Path, Workout]]) -> dict[str, list[tuple[bool, str, str, Workout]]]:
    """The files of each id: whether their names are others, their paths and texts."""
    out: dict[str, list[tuple[bool, str, str, Workout]]] = {}
    for path, workout in read:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        place = path.relative_to(log_dir).as_posix()
        out.setdefault(workout.id, []).append((path.stem != workout.id, place, text, workout))
    return out


def _is_wanted(row: WorkoutRow, sides: tuple[SideRow, ...], wanted: Filter) -> bool:
    day = row.started.date()
    return (
        wanted.session in ("", row.session)
        and wanted.month in ("", f"{day:%Y-%m}")
        and wanted.mode in (None, row.mode)
        and (wanted.week is None or monday_of(wanted.week) == monday_of(day))
        and (wanted.since is None or wanted.since <= day)
        and (row.hurt or not wanted.pain)
        and (not wanted.exercise or any(side.exercise == wanted.exercise for side in sides))
    )

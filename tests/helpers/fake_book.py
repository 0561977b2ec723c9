"""A log without files: workouts in memory, opened, corrected, deleted and added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from glutetimer.core.log.query import Opened
from glutetimer.core.pain.tellings import pain_day
from glutetimer.core.pain.told_later import Grounds
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.record.by_hand import past_workout
from glutetimer.core.record.ending import cues_in
from glutetimer.core.record.record import Workout
from glutetimer.core.session.session import Session
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, reps, session
from tests.helpers.fake_rows import FakeRows

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def clock() -> datetime:
    """It stands still."""
    return NOW


def path_of(workout: Workout) -> str:
    """Where it lies in the log."""
    return f"{workout.started:%Y/%m}/{workout.id}.toml"


def small_sessions() -> list[Session]:
    """Two: kicks with a left and a right and a hold, two rounds; and squats."""
    kick = each(name="Kick", count=6, cues=("Slow", "Straight"))
    return [
        replace(session(kick, hold(name="Plank", seconds=30)), id="test", name="Test"),
        replace(session(reps(name="Squat", count=8)), id="other", name="Other"),
    ]


class FakeBook:
    """Keeps what it is told; `objection` is what stands in the way of each change."""

    def __init__(
        self, workouts: Iterable[Workout] = (), sessions: Sequence[Session] = (), copies: Iterable[Workout] = ()
    ) -> None:
        self.files = {path_of(workout): workout for workout in workouts}
        second = {path_of(copy).replace(".toml", ".sync-conflict.toml"): copy for copy in copies}
        self.files |= second
        self.trash: dict[str, Workout] = {}
        self.unopened: dict[str, str] = {}
        self.objection = ""
        self.pain_limit = 5
        self.told: list[str] = []
        self.known = list(sessions) or small_sessions()
        self.rows = FakeRows(self.files, second)
        self.rows.refresh()

    def open(self, path: str) -> Opened:
        if path in self.unopened or path not in self.files:
            raise BadFile([Problem(7, self.unopened.get(path, "there is no such file any more"))])
        return Opened(self.files[path], path, repr(self.files[path]))

    def amend(self, opened: Opened, workout: Workout) -> str:
        return self._change("amend", opened, workout)

    def delete(self, opened: Opened) -> str:
        objection = self._change("delete", opened, None)
        if not objection:
            self.trash[opened.path] = opened.workout
        return objection

    def _change(self, what: str, opened: Opened, workout: Workout | None) -> str:
        """Refuse what was changed elsewhere, as a real book does."""
        if self.objection:
            return self.objection
        if opened.mark != repr(self.files.get(opened.path)):
            return f"Not changed: {opened.path} was edited since, and stays as it is."
        self.told.append(what)
        if workout is None:
            del self.files[opened.path]
        else:
            self.files[opened.path] = replace(workout, amended=(*workout.amended, NOW))
        return ""

    def restore(self, opened: Opened) -> str:
        if self.objection:
            return self.objection
        self.told.append("restore")
        self.files[opened.path] = self.trash.pop(opened.path)
        return ""

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        found = next((one for one in self.known if one.id == session), None)
        if found is None:
            raise BadFile([Problem(None, f"there is no session {session}")])
        return done_as_planned(found, options, started)

    def add(self, workout: Workout) -> str:
        if self.objection:
            return self.objection
        self.told.append("add")
        self.files[path_of(workout)] = workout
        return ""

    def grounds(self, workout: Workout) -> Grounds:
        before = (one for one in self.files.values() if one.started <= workout.started and one.id != workout.id)
        return Grounds(tuple(pain_day(one) for one in before), self.pain_limit)

    def sessions(self) -> Sequence[tuple[str, str]]:
        return [(one.id, one.name) for one in self.known]

    def cues(self, session: str, exercise: str) -> tuple[str, ...]:
        return next((cues_in(one, exercise) for one in self.known if one.id == session), ())


def done_as_planned(session: Session, options: Options, started: datetime) -> Workout:
    """All of a session, written down by hand afterwards."""
    plan = compile_plan(session, options)
    return past_workout(plan, f"{started:%Y%m%dT%H%M%SZ}-added", started, "UTC", NOW)

"""The log of this program: rows from the index, records from their files."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from glutetimer.adapters import unsaved
from glutetimer.adapters.clock import local_now, new_id
from glutetimer.adapters.durable import NotSure, create
from glutetimer.adapters.library import find, load, load_all
from glutetimer.adapters.log.change import delete_record, open_record, replace_record, restore_record
from glutetimer.adapters.log.trash import trash_dir
from glutetimer.adapters.record_file import record_path
from glutetimer.adapters.temporary import sweep
from glutetimer.cli.common import Setting
from glutetimer.cli.log.looking import pain_days
from glutetimer.core.compile import compile_plan
from glutetimer.core.known_cues import cues_in
from glutetimer.core.log.amending import amended_text
from glutetimer.core.log.book import LogRows, Opened
from glutetimer.core.log.past_workout import past_workout
from glutetimer.core.options import Options
from glutetimer.core.pain.told_later import Grounds
from glutetimer.core.plan import Plan
from glutetimer.core.problems import BadFile
from glutetimer.core.record import Workout
from glutetimer.core.record_text import clean_workout, sure_record


@dataclass(frozen=True, slots=True)
class FileBook:
    """See `glutetimer.core.log.book.LogBook`. Paths are those of the rows, or files anywhere."""

    setting: Setting
    rows: LogRows

    def open(self, path: str) -> Opened:
        """Read a record. Raises BadFile."""
        _, workout, mark = open_record(self._file(path))
        return Opened(workout, path, mark)

    def amend(self, opened: Opened, workout: Workout) -> str:
        """Correct a record; nothing is written where nothing is different."""
        path = self._file(opened.path)
        try:
            text, before, mark = open_record(path)
            if mark != opened.mark:
                return unsaved.not_changed(path)
            if clean_workout(workout) == before:
                return ""
            text = amended_text(text, before, workout, local_now()[0])
        except BadFile as bad:
            return f"Not changed. {bad.problems[0].at(str(path))}"
        return replace_record(path, mark, text, self._trash).said

    def delete(self, opened: Opened) -> str:
        """Move a record to the trash."""
        return delete_record(self._file(opened.path), opened.mark, self._trash).said

    def restore(self, opened: Opened) -> str:
        """Take it out of there again."""
        return restore_record(self._file(opened.path), opened.mark, self._trash)

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        """A past workout, all of it done as planned. Raises BadFile or EmptyPlan."""
        plan = compile_plan(load(find(session, self.setting.places.sessions)), options)
        return told_now(plan, started)

    def add(self, workout: Workout) -> str:
        """Put a past workout into the log."""
        return add_record(self.setting.places.log, workout).problem

    def grounds(self, workout: Workout) -> Grounds:
        """The pains of the workouts before this one, and the runner's own limit."""
        days = pain_days(self.rows, workout.started, self.setting.places.log)
        return Grounds(tuple(day for day in days if day.workout != workout.id), self.setting.config.pain_limit)

    def sessions(self) -> Sequence[tuple[str, str]]:
        """Ids and names, in the order of the list."""
        read, _ = load_all(self.setting.places.sessions)
        return [(session.id, session.name) for _, session in read]

    def cues(self, session: str, exercise: str) -> tuple[str, ...]:
        """The cues of an exercise as the session's file has them now; () where it has none."""
        try:
            return cues_in(load(find(session, self.setting.places.sessions)), exercise)
        except BadFile:
            return ()

    @property
    def _trash(self) -> Path:
        return trash_dir(self.setting.places.log)

    def _file(self, path: str) -> Path:
        return self.setting.places.log / path


def told_now(plan: Plan, started: datetime) -> Workout:
    """The past workout of a plan, told at this moment, with an id of its own.

    It has the zone of this machine, where that is what the clocks of this zone showed; else the name of its offset.
    """
    now, zone = local_now()
    if started.utcoffset() != started.astimezone().utcoffset():
        zone = started.tzname() or ""
    return past_workout(plan, new_id(started, secrets.token_hex(4)), started, zone, now)


class Added(NamedTuple):
    """What stands in the way of a workout that was told, or what there is to say of one that is there; "" each."""

    problem: str = ""
    doubt: str = ""


def add_record(log_dir: Path, workout: Workout) -> Added:
    """Put a workout that was told into the log."""
    if workout.started > local_now()[0]:
        return Added(f"Not added: {workout.started:%Y-%m-%d %H:%M} is still to come.")
    path = record_path(log_dir, workout)
    sweep([path.parent])
    try:
        create(path, sure_record(workout, seal=True))
    except NotSure as refusal:
        return Added(doubt=unsaved.not_sure_there(path, refusal))
    except OSError as refusal:
        return Added(unsaved.not_added(path, refusal))
    except ValueError as bad:
        return Added(f"Not added: {bad}.")
    return Added()

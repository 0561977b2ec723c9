"""Log for the screens: rows from the index, records from their files, opened when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from glutetimer.adapters.files import messages
from glutetimer.adapters.files.durable import NotSure, create
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.files.sessions import find, load, load_all
from glutetimer.adapters.files.temporary import sweep
from glutetimer.adapters.log.change import delete_record, open_record, replace_record, restore_record
from glutetimer.adapters.log.trash import trash_dir
from glutetimer.adapters.system.clock import local_now, new_id
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.open_log import pain_days
from glutetimer.core.log.query import LogRows, Opened
from glutetimer.core.pain.told_later import Grounds
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.by_hand import past_workout
from glutetimer.core.record.ending import cues_in
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import clean_workout, sure_record
from glutetimer.core.text.english import stamp
from glutetimer.core.text.problems import BadFile


class FileBook(Struct, frozen=True):
    """Log with its records; see `glutetimer.core.log.query.LogBook`. Paths are those of the rows, or files anywhere."""

    setting: Settings
    rows: LogRows

    def open(self, path: str) -> Opened:
        """Read a record. Raises BadFile."""
        _, workout, mark = open_record(self._file(path))
        return Opened(workout, path, mark)

    def amend(self, opened: Opened, workout: Workout) -> str:
        """Correct a record; write nothing where nothing is different."""
        path = self._file(opened.path)
        try:
            text, before, mark = open_record(path)
            if mark != opened.mark:
                return messages.not_changed(path)
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
        """Take a record out of the trash again."""
        return restore_record(self._file(opened.path), opened.mark, self._trash)

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        """Past workout, all of it done as planned. Raises BadFile or EmptyPlan."""
        plan = compile_plan(load(find(session, self.setting.places.sessions)), options)
        return told_now(plan, started)

    def add(self, workout: Workout) -> str:
        """Put a past workout into the log."""
        return add_record(self.setting.places.log, workout).problem

    def grounds(self, workout: Workout) -> Grounds:
        """Pains of the workouts before this one, and the runner's own limit."""
        days = pain_days(self.rows, workout.started, self.setting.places.log)
        return Grounds(tuple(day for day in days if day.workout != workout.id), self.setting.config.pain_limit)

    def sessions(self) -> Sequence[tuple[str, str]]:
        """Ids and names of the sessions, in the order of the list."""
        read, _ = load_all(self.setting.places.sessions)
        return [(session.id, session.name) for _, session in read]

    def cues(self, session: str, exercise: str) -> tuple[str, ...]:
        """Cues of an exercise as the session's file has them now; () where it has none."""
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
    """Make the past workout of a plan, entered at this moment, with an id of its own.

    It has the zone of this machine, if the offset fits that zone at that time; else the name of its offset.
    """
    now, zone = local_now()
    if started.utcoffset() != started.astimezone().utcoffset():
        zone = started.tzname() or ""
    return past_workout(plan, new_id(started), started, zone, now)


class Added(NamedTuple):
    """Outcome of adding a workout: the obstacle, or a remark on the one that was added; "" each."""

    problem: str = ""
    doubt: str = ""


def add_record(log_dir: Path, workout: Workout) -> Added:
    """Put a workout that was entered by hand into the log."""
    if workout.started > local_now()[0]:
        return Added(f"Not added: {stamp(workout.started)} is still to come.")
    path = record_path(log_dir, workout)
    sweep([path.parent])
    try:
        create(path, sure_record(workout, seal=True))
    except NotSure as refusal:
        return Added(doubt=messages.not_sure_there(path, refusal))
    except OSError as refusal:
        return Added(messages.not_added(path, refusal))
    except ValueError as bad:
        return Added(f"Not added: {bad}.")
    return Added()

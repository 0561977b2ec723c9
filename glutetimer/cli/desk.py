"""The desk of this program: sessions from files, runs with sound and log, workouts left over."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from glutetimer.adapters.claim import Claim
from glutetimer.adapters.clock import local_now, new_id
from glutetimer.adapters.files import read_text
from glutetimer.adapters.library import all_sessions, find, load
from glutetimer.adapters.log_store import last_done
from glutetimer.adapters.running import Unfinished, discard, save_as_is, take_over, unfinished
from glutetimer.adapters.trace import Trace
from glutetimer.cli.begun import BegunRun, Making, begin
from glutetimer.cli.common import Setting
from glutetimer.core.compile import EmptyPlan, compile_plan
from glutetimer.core.desk import Leftover, SessionRow
from glutetimer.core.options import Options
from glutetimer.core.parse import parse_session
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.record import begin_workout
from glutetimer.core.resume import Resume
from glutetimer.core.session import Session

#: A workout that was left this long ago is saved rather than gone on with, unless the runner says so.
OLD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FileDesk:
    """Begins runs as the command line asked: `speed` other than 1 is a rehearsal, kept only where `keep` is True."""

    setting: Setting
    options: Options
    mute: bool = False
    speed: float = 1.0
    keep: bool = True
    trace: Trace | None = None

    def sessions(self) -> Sequence[SessionRow]:
        """The sessions that can be read, in the order of the list."""
        done = last_done(self.setting.places.log)
        rows = []
        for found in all_sessions(self.setting.places.sessions):
            try:
                session = load(found.path)
                rows.append(_row(session, self.options, done.get(session.id)))
            except (BadFile, EmptyPlan):
                continue  # `glutetimer list` and `check` name it; here it cannot be started
        return rows

    def begin(self, session: str, options: Options) -> BegunRun:
        """Begin a run of a session, by id or path. Raises BadFile or EmptyPlan."""
        self._clear_away()
        path = find(session, self.setting.places.sessions)
        text = read_text(path)
        parsed = parse_session(text, path.stem)
        plan = compile_plan(parsed, options)
        started, zone = local_now()
        workout = begin_workout(plan, new_id(started, secrets.token_hex(4)), started, zone, self.speed)
        return begin(self._making(), plan, workout, Resume(parsed.id, text, options))

    def leftovers(self) -> Sequence[Leftover]:
        """Workouts that were not ended, the newest first."""
        return [_leftover(item) for item in self._unfinished()]

    def unreadable(self) -> list[tuple[Path, BadFile]]:
        """Running workouts that cannot be read; they are left alone."""
        return unfinished(self.setting.places.state, self.setting.places.log)[1]

    def resume(self, leftover: Leftover) -> BegunRun:
        """Go on with a workout. Raises BadFile where its session no longer fits."""
        item = self._find(leftover)
        if item.resume is None:
            raise BadFile([Problem(None, "every bout of it is over", "save it")])
        session = parse_session(item.resume.text, item.resume.session)
        plan = compile_plan(session, item.resume.options)
        results = tuple(bout.result for bout in item.workout.bouts)
        if len(results) != len(plan.bouts):
            raise BadFile([Problem(None, "its bouts do not fit its session", "save what was done")])
        return begin(self._making(), plan, item.workout, item.resume, results, self._held(item))

    def _held(self, item: Unfinished) -> Claim:
        try:
            return take_over(item)
        except OSError as refusal:
            raise BadFile([Problem(None, str(refusal), "start anew")]) from None

    def save(self, leftover: Leftover) -> str:
        """Save what was done; returns where. Raises OSError."""
        return str(save_as_is(self._find(leftover), self.setting.places.log))

    def discard(self, leftover: Leftover) -> None:
        """Put it into the trash folder beside the running workouts."""
        discard(self._find(leftover))

    def _clear_away(self) -> None:
        """Workouts that were left before anything was done go to the trash unasked."""
        for item in self._unfinished():
            if not any(bout.result for bout in item.workout.bouts):
                with suppress(OSError):
                    discard(item)

    def _making(self) -> Making:
        player = "none" if self.mute or self.setting.config.mute or self.speed != 1.0 else self.setting.config.player
        return Making(self.setting.places, player, self.speed, self.keep, self.trace)

    def _unfinished(self) -> list[Unfinished]:
        found, _ = unfinished(self.setting.places.state, self.setting.places.log)
        return found

    def _find(self, leftover: Leftover) -> Unfinished:
        for item in self._unfinished():
            if str(item.path) == leftover.key:
                return item
        raise BadFile([Problem(None, f"{Path(leftover.key).name} is no longer there", "start anew")])


def _row(session: Session, options: Options, done: datetime | None) -> SessionRow:
    return SessionRow(
        id=session.id,
        name=session.name,
        summary=session.summary,
        needs=session.needs,
        seconds=compile_plan(session, options).seconds,
        post_run_seconds=compile_plan(session, replace(options, mode="post-run", rounds=None)).seconds,
        exercises=tuple(exercise.name for exercise in session.exercises),
        last_done=done,
    )


def _leftover(item: Unfinished) -> Leftover:
    workout = item.workout
    now, _ = local_now()
    return Leftover(
        key=str(item.path),
        session=workout.session,
        name=workout.name,
        started=workout.started,
        done=sum(1 for bout in workout.bouts if bout.result),
        planned=len(workout.bouts),
        old=now - workout.started > OLD,
        over=item.resume is None,
    )

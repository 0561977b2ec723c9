"""Program behind the front ends: sessions from files, runs with sound and log, unfinished workouts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.adapters.files.folders import refuges
from glutetimer.adapters.files.read import read_text
from glutetimer.adapters.files.sessions import find, load_all
from glutetimer.adapters.workout.last_resort import own, tidy
from glutetimer.adapters.workout.running_files import running_files
from glutetimer.cli.wiring.open_log import OpenLog, lately
from glutetimer.cli.wiring.settings import changed, is_first_start, welcomed
from glutetimer.core.ports import SessionsRead
from glutetimer.core.text.problems import BadFile, Problem

if TYPE_CHECKING:
    from glutetimer.adapters.workout.trace import Trace
    from glutetimer.adapters.workout.unfinished import Taken, Unfinished
    from glutetimer.cli.base.setting import Settings
    from glutetimer.cli.wiring.audio import Check
    from glutetimer.cli.wiring.live_run import RunSetup, WiredRun
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.log.query import LogBook, Opened
    from glutetimer.core.plan.options import Options
    from glutetimer.core.ports import Leftover
    from glutetimer.core.settings.config import Config


@dataclass(slots=True)
class FileProgram:
    """Starts runs by the command line: `speed` other than 1 is a rehearsal, kept only where `keep` is True.

    `setting` follows the changes that the runner makes on the screen.
    """

    setting: Settings
    options: Options
    mute: bool = False
    speed: float = 1.0
    keep: bool = True
    trace: Trace | None = None
    deleted: list[Opened] = field(default_factory=list)
    #: All runs that were started, the newest last.
    live: list[WiredRun] = field(default_factory=list)
    _past: Past | None = None
    _taken: dict[str, Taken] = field(default_factory=dict)
    _looking: OpenLog = field(init=False)

    def __post_init__(self) -> None:
        self._looking = OpenLog(self.setting.places)

    @property
    def config(self) -> Config:
        """Settings as they are now."""
        return self.setting.config

    def change(self, changes: Mapping[str, object]) -> str:
        """Write settings, and use them from now on; return a sentence where that fails, or ""."""
        self.setting, objection = changed(self.setting, changes)
        return objection

    def first_start(self) -> bool:
        """Whether the program is opened here for the first time."""
        return is_first_start(self.setting.places)

    def welcomed(self) -> None:
        """Remember that the welcome was shown."""
        welcomed(self.setting.places)

    def sound_check(self) -> Check:
        """Player with the current settings, with a voice, also where sound is off in them."""
        from glutetimer.cli.wiring.audio import Check, open_audible

        return Check(open_audible(self.config, self.setting.places.cache, rehearsal=False))

    def sessions(self) -> SessionsRead:
        """Read all session files; complain of each problem of the settings, and of the first one in each session."""
        read, unreadable = load_all(self.setting.places.sessions)
        said = [problem.at(self.setting.places.config.name) for problem in self.setting.problems]
        complaints = (*said, *(bad.problems[0].at(path.name) for path, bad in unreadable))
        return SessionsRead(tuple(session for _, session in read), complaints)

    def past(self) -> Past:
        """History in the log, as far as it was read."""
        self._past = self._looking.past()
        return self._past

    def look_back(self) -> bool:
        """Read new files of the log; whether there were any."""
        return self._looking.refresh()

    def look_away(self) -> None:
        """Stop reading the log for now."""
        self._looking.stop()

    def log(self) -> LogBook:
        """Log to look at and to correct."""
        from glutetimer.cli.wiring.log import FileBook

        return FileBook(self.setting, self._looking.rows())

    def _lately(self) -> Past:
        """History for a run: what was read already, else the newest workouts."""
        if self._looking.complete and self._past is not None:
            return self._past
        return lately(self.setting.places.log)

    def save_session(self, session: str, options: Options, name: str) -> str:
        """Save a session as changed under a new name in the runner's own folder; return its id.

        Raises BadFile, EmptyPlan, OSError.
        """
        from glutetimer.cli.wiring.own_session import save_session

        return save_session(self.setting.places.sessions, session, options, name)

    def begin(self, session: str, options: Options) -> WiredRun:
        """Start a run of a session, by id or path. Raises BadFile or EmptyPlan."""
        from glutetimer.adapters.system.clock import local_now, new_id
        from glutetimer.cli.wiring.live_run import begin
        from glutetimer.core.plan.compile import compile_plan
        from glutetimer.core.record.record import begin_workout
        from glutetimer.core.record.resume import Resume
        from glutetimer.core.session.parse import parse_session

        self._clear_away()
        path = find(session, self.setting.places.sessions)
        text = read_text(path)
        parsed = parse_session(text, path.stem)
        plan = compile_plan(parsed, options)
        started, zone = local_now()
        workout = begin_workout(plan, new_id(started), started, zone, self.speed)
        resume = Resume(parsed.id, text, options)
        return self._noted(begin(self._making(), plan, workout, resume, self._lately, self.log))

    def leftovers(self) -> Sequence[Leftover]:
        """Unfinished workouts, the newest first."""
        left = self._unfinished()
        if not left:
            return []
        from glutetimer.cli.wiring.resume import leftover_of

        return [leftover_of(item) for item in left]

    def unreadable(self) -> list[tuple[Path, BadFile]]:
        """Running files that cannot be read; they stay as they are."""
        return self._broken_off()[1]

    def resume(self, leftover: Leftover) -> WiredRun:
        """Resume a workout. Raises BadFile where its session no longer fits, or another program has it."""
        from glutetimer.cli.wiring.resume import take_this

        taken = self._taken.pop(leftover.key, None) or take_this(Path(leftover.key), self.setting.places.log)
        try:
            return self._go_on(taken)
        except BaseException:
            taken.held.release()
            raise

    def _go_on(self, taken: Taken) -> WiredRun:
        from glutetimer.cli.wiring.live_run import begin
        from glutetimer.core.record.resume import plan_again

        workout, resume = taken.item.workout, taken.item.resume
        if resume is None:
            raise BadFile([Problem(None, "all of it is over", "save it")])
        plan = plan_again(workout, resume)
        results = tuple(bout.result for bout in workout.bouts)
        return self._noted(begin(self._making(), plan, workout, resume, self._lately, self.log, results, taken.held))

    def _noted(self, live: WiredRun) -> WiredRun:
        self.live.append(live)
        return live

    def take_up(self, session: str | None) -> Leftover:
        """Hold the newest workout that can be resumed, of this session if one is named, until `resume` is called.

        Raises NothingToResume.
        """
        from glutetimer.cli.wiring.resume import leftover_of, take_up

        taken = take_up(self.setting.places, session, own(refuges()))
        left = leftover_of(taken.item)
        self._taken[left.key] = taken
        return left

    def let_go(self) -> None:
        """Release workouts that were held and not resumed, and runs that an abrupt end has left open."""
        for taken in self._taken.values():
            taken.held.release()
        self._taken.clear()
        for live in self.live:
            live.close()
        tidy(refuges())

    def save(self, leftover: Leftover) -> str:
        """Save the finished part; return its path. Raises OSError."""
        from glutetimer.adapters.workout.unfinished import save_as_is

        return str(save_as_is(self._find(leftover), self.setting.places.log))

    def discard(self, leftover: Leftover) -> None:
        """Move a workout to the trash folder beside the running workouts."""
        from glutetimer.adapters.workout.unfinished import discard

        discard(self._find(leftover), [self.setting.places.state, *own(refuges())])

    def _clear_away(self) -> None:
        """Move workouts that were left before anything was done to the trash, unasked, but not for a mere rehearsal."""
        for item in self._unfinished() if self.keep else ():
            if not item.says_something:
                from glutetimer.adapters.workout.unfinished import discard

                with suppress(OSError):
                    discard(item)

    def _making(self) -> RunSetup:
        from glutetimer.cli.wiring.live_run import RunSetup

        muted = self.mute or self.config.mute
        return RunSetup(self.setting.places, self.config, muted, self.speed, self.keep, self.trace)

    def _unfinished(self) -> list[Unfinished]:
        return self._broken_off()[0]

    def _broken_off(self) -> tuple[list[Unfinished], list[tuple[Path, BadFile]]]:
        """What broke off, and what of it cannot be read. Mostly there is nothing, and no reader is loaded."""
        state, others = self.setting.places.state, own(refuges())
        if not running_files([state, *others]):
            return [], []
        from glutetimer.adapters.workout.unfinished import unfinished

        return unfinished(state, self.setting.places.log, others)

    def _find(self, leftover: Leftover) -> Unfinished:
        for item in self._unfinished():
            if str(item.path) == leftover.key:
                return item
        raise BadFile([Problem(None, f"{Path(leftover.key).name} is no longer there", "start again")])

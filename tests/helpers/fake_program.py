"""A desk without files, sound or time: the test moves the clock, and sees what was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from glutetimer.core.audio.ports import Cue
from glutetimer.core.live_run import Run
from glutetimer.core.log.last_times import Past
from glutetimer.core.log.query import Opened
from glutetimer.core.pain.body_places import Morning
from glutetimer.core.pain.morning import MorningQuestion
from glutetimer.core.pain.tellings import PainDay
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.ports import Leftover, SessionsRead
from glutetimer.core.record.record import Workout, begin_workout
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Phase
from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps, session
from tests.helpers.fake_book import FakeBook

NOON = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)


class HandClock:
    """Stands still until the test moves it; nobody is ever woken."""

    def __init__(self) -> None:
        self.t = 0.0

    def now(self) -> float:
        """What the test has set."""
        return self.t

    def wait(self, due: float) -> float:
        """For ever, nearly."""
        return 3600.0


@dataclass
class Kept:
    """What a keeper was told."""

    workouts: list[Workout] = field(default_factory=list)
    sealed: list[Workout] = field(default_factory=list)
    amended: list[Workout] = field(default_factory=list)
    discarded: int = 0

    def keep(self, workout: Workout, plan: Plan) -> None:
        self.workouts.append(workout)

    def seal(self, workout: Workout) -> None:
        self.sealed.append(workout)

    def amend(self, workout: Workout) -> None:
        self.amended.append(workout)

    def discard(self) -> None:
        self.discarded += 1


@dataclass
class Heard:
    """What a player was told."""

    expected: list[tuple[Cue, ...]] = field(default_factory=list)
    quieted: list[bool] = field(default_factory=list)

    def expect(self, cues: Sequence[Cue]) -> None:
        self.expected.append(tuple(cues))

    def quiet(self, on: bool) -> None:
        self.quieted.append(on)

    @property
    def sounds(self) -> list[str]:
        """What is to be heard as it stands now."""
        return [cue.sound for cue in self.expected[-1]] if self.expected else []


class FakeAwake:
    """Keeps nothing awake, and remembers what it was asked."""

    def __init__(self) -> None:
        self.problem = ""
        self.told: list[str] = []

    def hold(self) -> None:
        self.told.append("hold")

    def release(self) -> None:
        self.told.append("release")


class FakeLiveRun:
    """A run of a small plan."""

    def __init__(self, wanted: Plan) -> None:
        self.kept, self.heard, self.clock = Kept(), Heard(), HandClock()
        workout = begin_workout(wanted, "id", NOON, "UTC")
        self.run = Run(Engine(wanted), workout, self.heard, self.kept, lambda: NOON)
        self.rehearsal = False
        self.remarks: tuple[str, ...] = ()
        self.awake = FakeAwake()
        self.first_time: frozenset[str] = frozenset()
        self.pains: tuple[PainDay, ...] = ()
        self.pain_limit = 5
        self.mornings: list[tuple[str, Morning]] = []
        self.objection = ""
        self.failed_cues: Mapping[str, str] = {}
        self.last_done: Mapping[str, tuple[int, ...]] = {}
        self.problem = ""
        self.gap = False
        self.returns: list[Callable[[], object]] = []
        self.quiet = False
        self.rings = False
        self.speaker = True
        self.voiceless = ""
        self.path = "log/id.toml"
        self.folders: list[str] = []
        self.closed = 0

    def problems(self) -> tuple[str, ...]:
        return (self.problem,) if self.problem else ()

    def write_morning(self, question: MorningQuestion, answer: Morning) -> str:
        if not self.objection:
            self.mornings.append((question.day.workout, answer))
        return self.objection

    def silent(self) -> bool:
        return self.quiet

    def bell(self) -> bool:
        return self.rings

    def sound_problem(self) -> str:
        return self.problem if self.problem.startswith("No sound") else ""

    def has_voice(self) -> bool:
        return self.speaker

    def voice_problem(self) -> str:
        return self.voiceless

    def on_return(self, wake: Callable[[], object]) -> Callable[[], None]:
        self.returns.append(wake)
        return lambda: self.returns.remove(wake)

    def slept(self) -> bool:
        slept, self.gap = self.gap, False
        return slept

    def saved(self, timeout: float) -> str:
        return self.path

    def save_to(self, folder: str) -> None:
        self.folders.append(folder)
        self.path = f"{folder}/id.toml"

    def close(self) -> None:
        self.closed += 1


def small_plan() -> Plan:
    """Two sides of kicks, a hold, squats: 7 bouts with cues."""
    kick = each(count=6, how="Kick slowly.", cues=("Slow", "Straight"), posture="side")
    return plan(kick, hold(seconds=30, cues=("Breathe",)), reps(count=8, cues=("Down",)))


class FakeSoundCheck:
    """A player outside a run that remembers."""

    def __init__(self, problem: str = "") -> None:
        self.problem = problem
        self.sounds: list[str] = []
        self.sentences: list[str] = []
        self.closed = 0

    def play(self, sound: str) -> None:
        self.sounds.append(sound)

    def say(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def close(self) -> None:
        self.closed += 1


class FakeProgram:
    """Begins one prepared run; keeps what it is told."""

    def __init__(self, live: FakeLiveRun | None = None, left: Sequence[Leftover] = (), *, saves: bool = False) -> None:
        """`saves`: a session that is saved is in the list from then on."""
        self.saves = saves
        self.live = live or FakeLiveRun(small_plan())
        self.left = list(left)
        self.asked: list[tuple[str, Options]] = []
        self.told: list[str] = []
        self.config = Config()
        self.changes: list[dict[str, object]] = []
        self.objection = ""
        self.unread: list[str] = []
        self.first = False
        self.logged = Past()
        self.news = False
        self.book = FakeBook()
        self.deleted: list[Opened] = []
        self.check = FakeSoundCheck()
        self.own: list[tuple[str, Options, str]] = []
        kick = each(name="Kick", count=6, tempo=(Phase("out", 1.0), Phase("back", 1.0)), band="ankles")
        self.shown = [
            replace(session(kick, hold(name="Plank", seconds=30)), summary="A test.", id="test", name="Test"),
            replace(session(reps(name="Squat")), id="other", name="Other", summary="[bold]not markup[/]"),
        ]

    def sessions(self) -> SessionsRead:
        return SessionsRead(tuple(self.shown), tuple(self.unread))

    def past(self) -> Past:
        return self.logged

    def look_back(self) -> bool:
        news, self.news = self.news, False
        return news

    def look_away(self) -> None:
        self.told.append("look away")

    def log(self) -> FakeBook:
        return self.book

    def change(self, changes: Mapping[str, object]) -> str:
        """Settings change as they would in the file; `objection` is what stands in the way."""
        if self.objection:
            return self.objection
        self.changes.append(dict(changes))
        self.config = changed(self.config, changes)
        return ""

    def first_start(self) -> bool:
        return self.first

    def welcomed(self) -> None:
        self.first = False

    def sound_check(self) -> FakeSoundCheck:
        return self.check

    def save_session(self, session: str, options: Options, name: str) -> str:
        self.own.append((session, options, name))
        if self.saves:
            old = next(one for one in self.shown if one.id == session)
            self.shown = [replace(old, id="own", name=name), *self.shown]
        return "own"

    def begin(self, session: str, options: Options) -> FakeLiveRun:
        self.asked.append((session, options))
        return self.live

    def leftovers(self) -> Sequence[Leftover]:
        return self.left

    def resume(self, leftover: Leftover) -> FakeLiveRun:
        self.told.append("resume")
        return self.live

    def save(self, leftover: Leftover) -> str:
        self.told.append("save")
        self.left.clear()
        return "log/left.toml"

    def discard(self, leftover: Leftover) -> None:
        self.told.append("discard")
        self.left.clear()


def changed(config: Config, changes: Mapping[str, object]) -> Config:
    """The settings with changes by dotted name; None is the usual value."""
    usual = Config()
    for name, value in changes.items():
        outer, _, inner = name.partition(".")
        given: Any = tuple(value) if isinstance(value, list) else value
        if inner:
            within: Any = getattr(config, outer)
            given = getattr(getattr(usual, outer), inner) if value is None else value
            config = replace(config, **{outer: replace(within, **{inner: given})})
        else:
            config = replace(config, **{outer: getattr(usual, outer) if value is None else given})
    return config

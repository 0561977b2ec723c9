"""What a runner hears of a session, second by second: the cues that the player gets, at the moments they begin.

Nobody presses a key. A clip is as long as its words would take: 0.055 s a letter, and a breath at each comma and stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from msgspec import Struct, field

from glutetimer.adapters.files.sessions import find, load
from glutetimer.core.audio.ports import SPOKEN, Clip, Cue, is_spoken
from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.live_run import Run
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import begin_workout
from glutetimer.core.run.engine import Engine
from tests.helpers.fakes import FakeKeeper
from tests.helpers.paths import TESTS

FOLDER = TESTS / "core" / "audio" / "transcripts"
LETTER, BREATH = 0.055, 0.15
#: Seconds between two looks at the clock where nothing is due.
LOOK = 1.0
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class ReadyVoice:
    """Every sentence is ready, and as long as its words."""

    problem = ""
    progress = (0, 0)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Need nothing."""

    def clip(self, sentence: str) -> Clip | None:
        """Estimate a clip's length."""
        breaths = sum(sentence.count(mark) for mark in ",.:")
        return Clip(f"{SPOKEN}{sentence}", round(LETTER * len(sentence) + BREATH * breaths, 3))


class FakeLore(Struct, frozen=True):
    """A log that does not know some exercises; no cue failed in it."""

    first_time: frozenset[str] = frozenset()
    failed_cues: Mapping[str, str] = field(default_factory=dict)


class Ear:
    """A player that hears what it expects when its moment comes."""

    def __init__(self) -> None:
        self.expected: tuple[Cue, ...] = ()
        self.heard: dict[Cue, None] = {}

    def expect(self, cues: Sequence[Cue]) -> None:
        self.expected = tuple(cues)

    def quiet(self, on: bool) -> None:
        """Hear on."""

    def listen(self, now: float) -> None:
        self.heard |= dict.fromkeys(cue for cue in self.expected if cue.due <= now)


def session_plan(name: str, options: Options | None = None) -> Plan:
    """The plan of a built-in session, or of the session in a file."""
    return compile_plan(load(find(name, TESTS / "no-such-folder")), options or Options())


def heard_cues(plan: Plan, speaking: Speaker | None) -> list[Cue]:
    """Every sound and word of a run without a key, in order."""
    ear = Ear()
    run = Run(
        Engine(plan),
        begin_workout(plan, "id", NOON, "UTC"),
        ear,
        FakeKeeper(),
        lambda: NOON,
        speaking=speaking,
    )
    now = 0.0
    run.start(now)
    while not run.over:
        due = run.next_due()
        now = min(now + LOOK, now + LOOK if due is None else due)
        ear.listen(now)
        run.tick(now)
        ear.listen(now)
    return sorted(ear.heard)


def lines(plan: Plan, cues: Sequence[Cue]) -> Iterator[str]:
    """A line for each step of the plan and each cue."""
    steps = [(step.start, _title(plan, index)) for index, step in enumerate(plan.steps)]
    for cue in cues:
        while steps and steps[0][0] <= cue.due + 1e-6:
            yield from ("", steps.pop(0)[1])
        word = f'"{cue.sound.removeprefix(SPOKEN)}"' if is_spoken(cue.sound) else f"({cue.sound})"
        yield f"{cue.due:8.2f}  {word}"


def _title(plan: Plan, index: int) -> str:
    bout = plan.bouts[index // 2]
    what = plan.breaks[index // 2].kind if index % 2 == 0 else bout.exercise.kind
    side = "" if bout.side == "both" else f", {bout.side}"
    way = f", {bout.direction}" if bout.direction else ""
    return f"== {what}: {bout.exercise.name}, {bout.number} of {bout.sets}{side}{way}"


def transcript(name: str, *, known: bool, options: Options | None = None) -> str:
    """The whole transcript of a session, for a runner who has done all of it before, or nothing."""
    plan = session_plan(name, options)
    lore = FakeLore(frozenset() if known else frozenset(plan.exercise_ids))
    cues = heard_cues(plan, Speaker(ReadyVoice(), lore=lore))
    return "\n".join(lines(plan, cues)).strip() + "\n"

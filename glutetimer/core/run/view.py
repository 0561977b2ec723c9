"""One moment of a run as a front end shows it: computed from the engine, never kept."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from glutetimer.core.run.choices import Offer, pause_offers
from glutetimer.core.run.commands import Do
from glutetimer.core.run.cues import cue_at, cues_of, went
from glutetimer.core.run.time_left import due_in, time_left
from glutetimer.core.run.which_bout import subject

if TYPE_CHECKING:
    from glutetimer.core.plan.plan import Bout, BreakKind, Change
    from glutetimer.core.record.record import Result
    from glutetimer.core.run.engine import Engine
    from glutetimer.core.run.events import End, PauseReason, Taken
    from glutetimer.core.run.state import State
    from glutetimer.core.session.session import Exercise, Order, Phase, Side

Stage = Literal["setup", "switch", "rest", "ready", "reps", "hold", "asking", "over"]
Main = Literal["start", "end", "end-hold", "tap", "done", "go-on", ""]

#: Seconds before the end of a break in which the work layout is shown already.
READY = 3.0


class BoutView(Struct, frozen=True):
    """One bout in the strip: the bout and its result, None where it is still to come."""

    bout: Bout
    result: Result | None
    now: bool


class View(Struct, frozen=True):
    """A run at one moment. Times in seconds.

    `seconds` is what is left of a break, a count-in or a counted hold; in a hold at another pace, the seconds held.
    `total` is the length of the break or the bout. `count` is the reps done (turns, where sides take turns), or those
    written down while the run asks, and `of` their number. `phase` is the tempo's phase with the number `phase_number`
    (from 0), of which the fraction `phase_done` (0-1) is over. `left` is what is left of the whole run. `after` is the
    bout that comes after this one, if any; `last` the bout whose band and posture the runner still has, `before` its
    exercise. `just` is the bout that pain, a broken form and corrections are about; `undo` what Back would undo. `done`
    is reps per side, or whole seconds, of the running bout, `part` how much of it that is (0-1); `by_hand`:
    the runner gave its count. `offers` are the choices of a pause.
    """

    stage: Stage
    bout: Bout
    index: int
    seconds: float
    total: float
    count: int
    of: int
    phase: Phase | None
    phase_number: int
    phase_done: float
    side: Side
    changes: tuple[Change, ...]
    before: Exercise | None
    main: Main
    paused: PauseReason | None
    left: float
    set_bouts: tuple[BoutView, ...]
    results: tuple[Result | None, ...]
    bouts: tuple[Bout, ...]
    last: int | None
    after: Bout | None
    part: float
    end: End | None
    session: str
    order: Order
    exercise_number: int
    exercises: int
    just: int | None = None
    undo: Taken | None = None
    done: int = 0
    by_hand: bool = False
    offers: tuple[Offer, ...] = ()

    def cues(self, failed: str = "") -> tuple[str, ...]:
        """Cues of this bout; the cue that failed in this run comes first, else the one that `failed` last time."""
        return cues_of(self.bouts, self.index, went(self.bouts, self.results, self.bout.exercise.id) or failed)

    def cue(self, failed: str = "") -> str:
        """Cue for now, of these."""
        return cue_at(self.cues(failed), self.part)

    @property
    def shown_seconds(self) -> int:
        """Seconds as a clock shows them: time left is rounded up, time held down."""
        return int(self.seconds + 1e-6) if self.counts_up else ceil(self.seconds - 1e-6)

    @property
    def counts_up(self) -> bool:
        """Whether this is a hold that counts up because nothing ends it at its target."""
        return self.stage == "hold" and self.bout.pace != "counted"


def view(engine: Engine, now: float) -> View:
    """Picture the run as it stands at `now`, on the engine's clock."""
    s = engine.state
    t = engine.run_time(now)
    ids = tuple(dict.fromkeys(bout.exercise.id for bout in s.plan.bouts))
    phase, phase_done = _phase(s, t)
    left = s.left_for(s.bout)
    return View(
        stage=_stage(s, t),
        bout=s.current,
        index=s.bout,
        seconds=_seconds(s, t),
        total=_total(s),
        count=_count(s),
        of=s.current.turns,
        phase=phase,
        phase_number=s.phase,
        phase_done=phase_done,
        side=_side(s),
        changes=s.before.changes if s.before and s.stage == "break" else (),
        before=None if left is None else s.plan.bouts[left].exercise,
        main=_main(s, t, engine.paused is not None),
        paused=engine.paused,
        left=time_left(s, t),
        set_bouts=_set_bouts(s),
        results=s.results,
        bouts=s.plan.bouts,
        last=left,
        after=_after(s),
        part=s.part_done,
        end=s.end,
        session=s.plan.name,
        order=s.plan.order,
        exercise_number=ids.index(s.current.exercise.id) + 1,
        exercises=len(ids),
        just=subject(s, Do.PAIN),
        undo=s.undoes,
        done=s.done if s.stage == "bout" else 0,
        by_hand=s.corrected and s.stage == "bout",
        offers=pause_offers(s) if engine.paused in ("key", "gap") else (),
    )


def _stage(s: State, t: float) -> Stage:
    if s.stage == "break":
        assert s.before is not None
        return _ready_or(s, t, s.before.kind)
    if s.stage == "bout":
        return "ready" if t < s.go else s.current.exercise.kind
    return s.stage


def _ready_or(s: State, t: float, kind: BreakKind) -> Stage:
    return "ready" if s.leads is not None or s.go - t <= READY else kind


def _seconds(s: State, t: float) -> float:
    if s.stage == "break" or (s.stage == "bout" and t < s.go):
        return max(0.0, s.go - t)
    if s.stage == "asking":
        return due_in(s, t)
    if s.stage == "bout" and s.current.exercise.kind == "hold":
        held = t - s.began
        return max(0.0, s.current.target - held) if s.current.pace == "counted" else held
    return 0.0


def _count(s: State) -> int:
    """Reps up to now; a bout that is over has none."""
    result = s.results[s.bout]
    if s.stage != "asking" or result is None:
        return s.count if s.stage != "over" else 0
    turns = s.current.turns // s.current.target
    return (result.done or 0) * turns if s.current.exercise.kind == "reps" else 0


def _total(s: State) -> float:
    if s.stage == "break" and s.before:
        return s.before.seconds
    return s.current.seconds


def _phase(s: State, t: float) -> tuple[Phase | None, float]:
    """Phase of the running rep and how much of it is over."""
    if s.stage != "bout" or t < s.go or s.current.exercise.kind == "hold" or s.current.pace != "counted":
        return None, 0.0
    tempo = s.current.exercise.tempo
    phase = tempo[s.phase]
    begun = s.rep_began + sum(earlier.seconds for earlier in tempo[: s.phase])
    return phase, min(1.0, max(0.0, (t - begun) / phase.seconds))


def _side(s: State) -> Side:
    """Side at work: where sides take turns, the side whose turn it is."""
    if s.current.side != "alternate" or s.stage != "bout":
        return s.current.side
    return "left" if (s.count % 2 == 0) == (s.plan.first_side == "left") else "right"


def _main(s: State, t: float, paused: bool) -> Main:
    if s.stage == "over":
        return ""
    if paused or s.stage == "asking":
        return "go-on"
    if s.stage == "break" or t < s.go:
        return "start"
    if s.current.exercise.kind == "hold":
        return "end-hold"
    named: dict[str, Main] = {"counted": "end", "tap": "tap", "own": "done"}
    return named[s.current.pace]


def _set_bouts(s: State) -> tuple[BoutView, ...]:
    return tuple(
        BoutView(bout, s.results[i], i == s.bout and s.stage != "over")
        for i, bout in enumerate(s.plan.bouts)
        if bout.set_key == s.current.set_key
    )


def _after(s: State) -> Bout | None:
    following = s.next_open(s.bout)
    return None if following is None else s.plan.bouts[following]

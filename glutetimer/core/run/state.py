"""State of a run: one frozen value, replaced at every move. All times are run time in seconds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from glutetimer.core.plan.plan import Bout, Break, Plan
from glutetimer.core.record.record import MorePain, Result
from glutetimer.core.run.events import End, Taken
from glutetimer.core.run.timing import Mark
from glutetimer.core.values import replace

Stage = Literal["break", "bout", "asking", "over"]
Results = tuple[Result | None, ...]


class Undo(Struct, frozen=True):
    """A key's effect, for Back to undo: the state `before` it, and what it changed.

    `at` is when; `results` and `bouts` are the bouts whose result, or whose plan, it changed; `wrote` is the result
    that it gave the current bout, if it ended it.
    """

    what: Taken
    at: float
    before: State
    results: tuple[int, ...] = ()
    bouts: tuple[int, ...] = ()
    wrote: Result | None = None


class Untold(Struct, frozen=True):
    """Values from before the last pain that was entered while the clock stands; `undo` is what that entry removed."""

    result: Result | None
    more_pain: tuple[MorePain, ...]
    undo: Undo | None = None


class State(Struct, frozen=True):
    """Whole memory of the engine, but for the clock's origin.

    `bout` is the bout that runs, or that the break leads to. `began` is when the step's own clock stood at 0; `go` when
    the bout starts or goes on after its count-in. `due[fired:]` are the moments still to come.
    `asking` is the time after a broken form or pain, before the run goes on; `waits` is then the bout whose break it
    came into, with the seconds left of that. `last` is the bout that ended last, `place` the bout that began last,
    `pained` the bout that gets a pain while the clock stands for it; `untold` is set as long as it does. `more_pain`
    are the pains that no bout's result has room for. `rests` are the seconds rested after bouts that were opened again.
    `leads` is when the break would have ended if the runner had not asked to start; None where nobody did.
    `corrected`: the bout was counted by hand too. `undo` is what Back undoes, until another bout has ended.
    """

    plan: Plan
    results: Results
    unattended: bool = False
    stage: Stage = "break"
    bout: int = 0
    last: int | None = None
    place: int | None = None
    before: Break | None = None
    began: float = 0.0
    go: float = 0.0
    rep_began: float = 0.0
    phase: int = 0
    count: int = 0
    due: tuple[Mark, ...] = ()
    fired: int = 0
    t: float = 0.0
    undo: Undo | None = None
    back_at: float | None = None
    pained: int | None = None
    untold: Untold | None = None
    more_pain: tuple[MorePain, ...] = ()
    corrected: bool = False
    waits: tuple[int, float] | None = None
    rests: tuple[tuple[int, float], ...] = ()
    leads: float | None = None
    end: End | None = None

    @property
    def current(self) -> Bout:
        """Bout that runs or comes next."""
        return self.plan.bouts[self.bout]

    @property
    def step(self) -> int:
        """Step of the plan: 2i for the break before bout i, 2i + 1 for the bout."""
        return 2 * self.bout + (self.stage in ("bout", "asking"))

    def left_for(self, bout: int) -> int | None:
        """Bout whose band and posture the runner still has when `bout` comes next; None where there is none."""
        return self.last if self.place == bout else self.place

    @property
    def elapsed(self) -> float:
        """Seconds on the step's own clock."""
        return max(0.0, self.t - self.began)

    @property
    def worked(self) -> float:
        """Seconds worked in the running bout; a count-in adds none and takes none away."""
        return max(self.t, self.go) - self.began

    @property
    def done(self) -> int:
        """Reps per side up to now, or whole seconds of a hold; what is not complete does not count."""
        if self.current.exercise.kind == "hold":
            return int(round(self.worked, 3))
        return self.count // 2 if self.current.side == "alternate" else self.count

    @property
    def part_done(self) -> float:
        """How much of the running bout is done, 0 to 1; by the clock at the runner's own pace, which nobody counts."""
        if self.stage == "break":
            return 0.0
        own = self.current.exercise.kind == "reps" and self.current.pace == "own"
        return min(1.0, self.worked / self.current.seconds if own else self.done / self.current.target)

    @property
    def told(self) -> int | None:
        """`done` as written down: None at the runner's own pace, which nobody counts, unless the runner set it."""
        own = self.current.pace == "own" and self.current.exercise.kind == "reps"
        return None if own and not self.corrected and not self.unattended else self.done

    @property
    def undoes(self) -> Taken | None:
        """What Back would undo: the lead-in that runs, else what the last key did."""
        if self.leads is not None and self.pained is None:
            return "started"
        return None if self.undo is None else self.undo.what

    @property
    def next_mark(self) -> Mark | None:
        """Next thing that is due, if there is one."""
        return self.due[self.fired] if self.fired < len(self.due) else None

    def next_open(self, after: int) -> int | None:
        """First bout after `after` without a result; None when all have results: no move leaves an open one behind."""
        return next((i for i in range(after + 1, len(self.results)) if self.results[i] is None), None)

    def with_result(self, bout: int, result: Result | None) -> State:
        """Replace this bout's result; None opens the bout again."""
        return replace(self, results=(*self.results[:bout], result, *self.results[bout + 1 :]))

    def rested(self, bout: int) -> float | None:
        """Seconds rested after this bout, in all; None where there was no rest."""
        result = self.results[bout]
        return dict(self.rests).get(bout) if result is None else result.rest

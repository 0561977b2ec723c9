"""Plan of a run: all that will be done, bout by bout, each after the break that prepares it.

A plan is pairs: `breaks[i]` comes before `bouts[i]`, which makes step 2i a break and step 2i + 1 a bout.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from glutetimer.core.plan.options import FirstSide, Mode
from glutetimer.core.session.session import Direction, Exercise, Order, Pace, Side

BreakKind = Literal["setup", "switch", "rest"]
Change = Literal["band", "kit", "posture"]


class Break(Struct, frozen=True):
    """Time before a bout: set-up, switch or rest. `start` and `seconds` in seconds of the plan."""

    kind: BreakKind
    start: float
    seconds: float
    changes: tuple[Change, ...] = ()


class Bout(Struct, frozen=True):
    """One side and direction of a set. `target` is reps per side, or seconds of a hold.

    `sets` is how many sets (circuit: rounds) of this exercise the plan holds; `rest` the seconds after its set.
    """

    start: float
    seconds: float
    exercise: Exercise
    round: int
    set: int
    sets: int
    side: Side
    direction: Direction | None
    target: int
    pace: Pace
    rest: float

    @property
    def turns(self) -> int:
        """Reps to count: the target, or twice that where the sides take turns."""
        return self.target * 2 if self.side == "alternate" else self.target

    @property
    def number(self) -> int:
        """Number of this set among its `sets`: the round in a circuit, else the set (the other number is 1)."""
        return max(self.round, self.set)

    @property
    def set_key(self) -> tuple[str, int, int]:
        """Equal for the bouts of one set."""
        return (self.exercise.id, self.round, self.set)


class Lengths(Struct, frozen=True):
    """Seconds that no session file sets: the set-up, a change of side standing, the `lead` from "start now" to go."""

    setup: float = 15.0
    side: float = 5.0
    lead: float = 3.0

    @property
    def side_lying(self) -> float:
        """Seconds of a change of side lying: to turn over takes twice as long."""
        return 2 * self.side

    @property
    def direction(self) -> float:
        """Seconds of a change of direction on the same side."""
        return min(3.0, self.side)


class LeftOut(Struct, frozen=True):
    """An exercise that the plan leaves out, wholly or in part, and why.

    Either kit is missing (`needs`), or `sets` of it did not fit into `minutes`, or the runner wants it left out
    (neither).
    """

    exercise: str
    name: str
    needs: tuple[str, ...] = ()
    sets: int = 0
    minutes: int = 0


class Replaced(Struct, frozen=True):
    """An exercise done as another because kit is missing, or in its easier form (`by` is the same then)."""

    exercise: str
    name: str
    by: str
    by_name: str

    @property
    def only_unbanded(self) -> bool:
        """Whether it is the same exercise in the same form, with the band left off."""
        return (self.exercise, self.name) == (self.by, self.by_name)


class Plan(Struct, frozen=True):
    """A compiled session. All times in seconds from the start of the run; `first_side` begins, also in turns.

    `strength` names the band in use, "" where it is unknown; `lengths` are those of the breaks.
    """

    session: str
    name: str
    order: Order
    mode: Mode
    rounds: int
    rest: int
    without: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    replaced: tuple[Replaced, ...]
    breaks: tuple[Break, ...]
    bouts: tuple[Bout, ...]
    first_side: FirstSide = "left"
    strength: str = ""
    lengths: Lengths = Lengths()

    @property
    def steps(self) -> tuple[Break | Bout, ...]:
        """Breaks and bouts in the order in which they happen."""
        return tuple(step for pair in zip(self.breaks, self.bouts, strict=True) for step in pair)

    @property
    def seconds(self) -> float:
        """When the last bout ends, if no key is pressed."""
        return self.bouts[-1].start + self.bouts[-1].seconds

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """Ids of the exercises, each once, in order of first appearance."""
        return tuple(dict.fromkeys(bout.exercise.id for bout in self.bouts))


def plan_json(plan: Plan) -> dict[str, Any]:
    """Turn the plan into the JSON object of the contract: what does not apply is absent."""
    out: dict[str, Any] = {"format": 1, "session": plan.session, "name": plan.name, "order": plan.order}
    out |= {"mode": plan.mode, "rounds": plan.rounds, "rest": plan.rest, "without": list(plan.without)}
    out["left_out"] = [_left_out_json(item) for item in plan.left_out]
    if plan.replaced:
        out["replaced"] = [{"exercise": item.exercise, "by": item.by} for item in plan.replaced]
    out["seconds"] = plan.seconds
    out["steps"] = []
    for before, bout in zip(plan.breaks, plan.bouts, strict=True):
        out["steps"] += [_break_json(before, bout), _bout_json(bout)]
    return out


def _left_out_json(item: LeftOut) -> dict[str, Any]:
    if item.minutes:
        return {"exercise": item.exercise, "sets": item.sets, "minutes": item.minutes}
    if item.needs:
        return {"exercise": item.exercise, "needs": list(item.needs)}
    return {"exercise": item.exercise, "chosen": True}


def _break_json(before: Break, bout: Bout) -> dict[str, Any]:
    out: dict[str, Any] = {"kind": before.kind, "start": before.start, "seconds": before.seconds}
    out["exercise"] = bout.exercise.id
    if before.kind != "switch":
        out["changes"] = list(before.changes)
    return out


def _bout_json(bout: Bout) -> dict[str, Any]:
    out: dict[str, Any] = {"kind": bout.exercise.kind, "start": bout.start, "seconds": bout.seconds}
    out |= {"exercise": bout.exercise.id, "name": bout.exercise.name, "round": bout.round, "set": bout.set}
    out["side"] = bout.side
    if bout.direction is not None:
        out["direction"] = bout.direction
    return out | {"target": bout.target, "pace": bout.pace}

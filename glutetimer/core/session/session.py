"""Session as data, after reading and before compiling.

Every object here is frozen and already checked; `parse.py` makes them from text.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Order = Literal["straight", "circuit"]
Pace = Literal["counted", "tap", "own"]
Sides = Literal["both", "each", "alternate"]
Side = Literal["left", "right", "both", "alternate"]
Kind = Literal["reps", "hold"]
Band = Literal["none", "laces", "ankles", "above-knees", "knees"]
Posture = Literal["standing", "back", "side", "front", "seated", "seat"]
Starts = Literal["down", "up"]
Direction = Literal["forward", "backward", "left", "right", "clockwise", "counter-clockwise"]

#: Postures for which the runner lies on the mat.
LYING: frozenset[Posture] = frozenset({"back", "side", "front", "seat"})

PACES: tuple[Pace, ...] = ("counted", "tap", "own")

#: Built-in session that begins gently.
GENTLEST = "get-hip"
#: Largest dose (reps, seconds of a hold) and the most sets or rounds.
MOST_REPS = 200
MOST_HOLD = 600
MOST_SETS = 20
#: Most bouts of a plan: its record is written and read back whole after each of them.
MOST_BOUTS = 1000


class Span(Struct, frozen=True):
    """A number to start with and the most it may grow to (`most >= start`)."""

    start: int
    most: int


Motion = Literal["up", "hold", "down"]
#: Labels of phases that keep the body's height, and those that lower it; every other label raises it.
KEEPING = frozenset({"hold", "stay", "pause"})
SINKING = frozenset({"down", "back", "in", "lower", "close", "land"})


def motion_of(label: str) -> Motion:
    """Say which way the body goes in a phase, from what the phase is called."""
    word = label.lower()
    return "hold" if word in KEEPING else "down" if word in SINKING else "up"


class Phase(Struct, frozen=True):
    """One part of a rep: what the body does, and for how many seconds."""

    label: str
    seconds: float

    @property
    def motion(self) -> Motion:
        """Which way the body goes."""
        return motion_of(self.label)


class Variant(Struct, frozen=True):
    """A form: an easier or harder way to do an exercise; None where it changes nothing.

    `id` is unique in its file, among those of exercises too.
    """

    id: str
    name: str
    cue: str
    band: Band | None = None
    needs: tuple[tuple[str, ...], ...] | None = None
    fit: tuple[int, int] | None = None


class Exercise(Struct, frozen=True):
    """A movement with its dose.

    `dose` is reps per side, or seconds of a hold; `right_dose` that of the right side where it differs. `say_left` and
    `say_right` are the words of a voice when it is that side's turn, where the sides take turns; `spoken` is what it
    says of a new exercise. One that `starts` up begins at the top, where the count-in leads. `needs` holds one
    tuple per need; any one of the words in it will do. `sets` is None where the session's rounds decide. `without`
    pairs a missing kit word with the exercise to do instead. A `key` move
    stays longest where time is short. `switch` is the
    least seconds to change sides, None for the usual ones. `fit` is the exercise's code in the FIT profile: the
    numbers of its category and of its name there.

    `form` is the id of the easier or harder form in which this is done, "" as it is written; `written` is then the
    exercise as it is written, None where it is this (see `forms.py`).
    """

    id: str
    name: str
    how: str
    kind: Kind
    dose: Span
    sets: Span | None = None
    sides: Sides = "both"
    left: str = ""
    right: str = ""
    say_left: str = ""
    say_right: str = ""
    spoken: str = ""
    starts: Starts = "down"
    directions: tuple[Direction, ...] = ()
    tempo: tuple[Phase, ...] = ()
    pace: Pace = "counted"
    posture: Posture = "standing"
    band: Band = "none"
    unbanded: bool = False
    impact: bool = False
    key: bool = False
    needs: tuple[tuple[str, ...], ...] = ()
    cues: tuple[str, ...] = ()
    set_cues: tuple[str, ...] = ()
    rest: int | None = None
    switch: int | None = None
    harder: tuple[Variant, ...] = ()
    easier: tuple[Variant, ...] = ()
    without: tuple[tuple[str, Exercise], ...] = ()
    right_dose: int | None = None
    fit: tuple[int, int] | None = None
    form: str = ""
    written: Exercise | None = None

    @property
    def as_written(self) -> Exercise:
        """Exercise as its file has it, whatever form this is in: with its own name."""
        return self.written or self

    def dose_of(self, side: Side) -> int:
        """Reps or seconds to start with on a side."""
        return self.dose.start if side != "right" or self.right_dose is None else self.right_dose

    @property
    def rep_seconds(self) -> float:
        """Seconds of one rep: the sum of its phases (0 for a hold)."""
        return sum(phase.seconds for phase in self.tempo)

    def side_line(self, side: Side) -> str:
        """Describe the given side; empty for an exercise without sides."""
        return {"left": self.left, "right": self.right}.get(side, "")


class Session(Struct, frozen=True):
    """A whole session file. `id` is the file's stem; `rounds` and `rest` (seconds) as in the file."""

    id: str
    name: str
    summary: str
    source: str
    order: Order
    rounds: Span
    rest: int
    exercises: tuple[Exercise, ...]

    @property
    def needs(self) -> tuple[str, ...]:
        """All kit that the exercises name, band first, each once, in file order ("chair or sofa" as written)."""
        words = ["band"] if any(e.band != "none" for e in self.exercises) else []
        words += [" or ".join(need) for e in self.exercises for need in e.needs]
        return tuple(dict.fromkeys(words))


def in_words(exercise_id: str) -> str:
    """`side-press` -> `Side press`."""
    return exercise_id.replace("-", " ").strip().capitalize() or exercise_id

"""Answers and notes of the runner in some weeks: pain, the cues that failed first, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from glutetimer.core.log.forms import NO_FORMS, Form, Forms, form_of
from glutetimer.core.pain.body_places import Flag, Morning
from glutetimer.core.pain.morning import asked_about
from glutetimer.core.pain.tellings import PainDay, Telling, says_pain, worst
from glutetimer.core.record.pain_keys import afterwards, own_note
from glutetimer.core.record.record import BoutRecord, MorePain, Workout
from glutetimer.core.session.session import Side
from glutetimer.core.values import replace


class PainTold(Struct, frozen=True):
    """Pain with its score, 0-10. `exercise` is "" for a pain of the workout as a whole.

    `session` is its name, `side` that of the body, `worked` the side at work and `set` the set in which it came.
    `flag` is the warning sign that was answered, `morning` how it was the next day. `afterwards`: felt after the
    workout.
    """

    workout: str
    at: datetime
    session: str
    score: int | None
    place: str = ""
    side: Literal["left", "right", "both"] | None = None
    flag: Flag | None = None
    morning: Morning | None = None
    exercise: str = ""
    set: int | None = None
    worked: Side | None = None
    afterwards: bool = False


class CueLost(Struct, frozen=True):
    """A cue that failed first when the form broke ("" where it is unknown which), and how often on each side.

    `exercise` is the name that the exercise has in this form, `id` its id.
    """

    exercise: str
    cue: str
    left: int
    right: int
    other: int
    id: str = ""

    @property
    def times(self) -> int:
        return self.left + self.right + self.other


class Note(Struct, frozen=True):
    """A note written beside a workout. `session` is its name here as well, `workout` the id."""

    workout: str
    at: datetime
    session: str
    text: str


def pains_told(workouts: Iterable[Workout]) -> tuple[PainTold, ...]:
    """List all pain of these workouts, in their order."""
    return tuple(pain for workout in workouts for pain in _with_morning(workout, tuple(_pains(workout))))


def _with_morning(workout: Workout, pains: tuple[PainTold, ...]) -> Iterator[PainTold]:
    """Add to the pain that the morning question was about how it was the morning after."""
    told = tuple(Telling(pain.place, pain.side, pain.score, pain.flag) for pain in pains)
    asked = asked_about(PainDay(workout.id, workout.started, told)) or worst(told)
    at = told.index(asked) if asked is not None else None
    yield from (replace(pain, morning=workout.morning) if i == at else pain for i, pain in enumerate(pains))


def cues_lost(workouts: Iterable[Workout], forms: Forms = NO_FORMS) -> tuple[CueLost, ...]:
    """Count the lost cues by exercise, form and cue, the most frequent first; each under its latest name."""
    counts: dict[tuple[str, Form, str], dict[str, int]] = {}
    names: dict[tuple[str, Form], str] = {}
    for workout in workouts:
        for bout in workout.bouts:
            if bout.result is not None and bout.result.outcome == "form-broke":
                which = (bout.exercise, form_of(workout, bout, forms))
                names[which] = bout.name
                sides = counts.setdefault((*which, bout.result.reason), {"left": 0, "right": 0, "other": 0})
                sides[bout.side if bout.side in sides else "other"] += 1
    found = (CueLost(names[id_, form], cue, **sides, id=id_) for (id_, form, cue), sides in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.times, one.exercise, one.cue)))


def notes_told(workouts: Iterable[Workout]) -> tuple[Note, ...]:
    """List the notes, without the pain that older programs put in front of them."""
    found = (Note(workout.id, workout.started, workout.name, own_note(workout)) for workout in workouts)
    return tuple(note for note in found if note.text)


def _pains(workout: Workout) -> Iterator[PainTold]:
    """Find the pain bout by bout, then that of the whole or afterwards, where it says more than the bouts do."""
    in_bouts = [pain for bout in workout.bouts if (pain := _of_bout(workout, bout))]
    in_bouts += [_beside(workout, told) for told in workout.more_pain if says_pain(told)]
    yield from in_bouts
    scores = [pain.score or 0 for pain in in_bouts]
    if after := afterwards(workout):
        scores.append(after.score or 0)
        yield PainTold(
            workout.id,
            workout.started,
            workout.name,
            after.score,
            after.place,
            after.side,
            workout.pain_flag_after,
            afterwards=True,
        )
    if workout.pain and workout.pain > max(scores, default=0):
        yield PainTold(workout.id, workout.started, workout.name, workout.pain)


def _of_bout(workout: Workout, bout: BoutRecord) -> PainTold | None:
    """Read the pain from a bout; None where there was none: the score is 0, and pain stopped nothing."""
    result = bout.result
    if result is None or not (result.outcome == "pain" or says_pain(result)):
        return None
    return PainTold(
        workout=workout.id,
        at=workout.started,
        session=workout.name,
        score=result.pain,
        place=result.place,
        side=result.pain_side,
        flag=result.pain_flag,
        exercise=bout.name,
        set=max(bout.round, bout.set),
        worked=bout.side,
    )


def _beside(workout: Workout, told: MorePain) -> PainTold:
    """Read a pain that its bout has no room for, or that belongs to no bout."""
    at = told.bout or 0
    bout = workout.bouts[at - 1] if 0 < at <= len(workout.bouts) else None
    return PainTold(
        workout=workout.id,
        at=workout.started,
        session=workout.name,
        score=told.pain,
        place=told.place,
        side=told.pain_side,
        flag=told.pain_flag,
        exercise=bout.name if bout else "",
        set=max(bout.round, bout.set) if bout else None,
        worked=bout.side if bout else None,
    )

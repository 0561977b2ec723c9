"""Advice after a pain, and what it ends for today. Guidance for exercise, no diagnosis.

Limits are those of the pain-monitoring model (Silbernagel 2007, Am J Sports Med 35:897): 0-3 of 10 is safe, 4-5
acceptable, more is not. Pain of the groin is treated apart: in runners a stress fracture of the femoral neck begins
as a mild pain there, and is often found late.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from glutetimer.core.pain.body_places import GROIN, SOMEWHERE_ELSE, Flag
from glutetimer.core.pain.tellings import PainDay, Telling, tellings
from glutetimer.core.pain.trend import OPEN_FROM, Course, course_of, courses, may_be_same
from glutetimer.core.record.record import Workout

#: A pain ends nothing, the exercise that hurts (on both sides), or the workout, if the runner agrees.
Ends = Literal["nothing", "exercise", "workout"]

#: Shown once, on the first pain card of a workout.
FIRST = "Muscle burn is fine. Chest pain, feeling faint, unusually short of breath: stop and call for help."
ASK_FLAGS = "Any of these? Take the first that fits."

#: "Somewhere else" may be the chest.
CHEST = "In the chest, or you feel faint or short of breath? Stop and call for help."
EMERGENCY = "Go to an emergency department now."
DOCTOR_TODAY = "Stop here today. See a doctor today."
STOP = "Stop here today, and don't run until a doctor or physio has looked at it."
GROIN_ONCE = (
    "Groin pain in runners can come from the bone. "
    "If walking or running brings it on, don't run until a doctor has looked."
)
OVER_LIMIT = "That is more than {limit} of 10: this exercise ends today, on both sides."
ENDS_TODAY = "This exercise ends today, on both sides."
HOLD = "4 or 5 of 10: you may go on like this or easier, not harder. Stop if it gets worse."
OVER_AFTER = (
    "That is more than {limit} of 10: leave out the exercise that hurt until the pain eases. If it stays, ask a physio."
)
HOLD_AFTER = "4 or 5 of 10: next time like this or easier, no harder."
RISING = "Higher each time over three workouts: a good time to ask a physio."
NOT_EASING = "Not easing after three workouts: a good time to ask a physio."


_URGENT: dict[Flag, str] = {"numb-between-legs": EMERGENCY, "calf": DOCTOR_TODAY}


class Advice(Struct, frozen=True):
    """Sentences in the order of their importance, and what ends."""

    says: tuple[str, ...] = ()
    ends: Ends = "nothing"


def advise(
    told: Telling, today: PainDay, past: Sequence[PainDay] = (), *, limit: int = 5, over: bool = False
) -> Advice:
    """Find the advice about a pain that the runner has just entered.

    `today` is this workout as it was before, `past` the workouts before it, `limit` the highest score with which the
    runner goes on (2 to 5). `over`: the workout is over, and the advice is for the next one.
    """
    if (urgent := _of_flag(told.flag)) is not None:
        return Advice((urgent,), "workout")  # alone: no milder advice beside it
    if told.place == GROIN and told.score != 0:
        if _again(told, today, past):
            return Advice((STOP,), "workout")
        ends = () if over or not told.exercise else (ENDS_TODAY,)
        return Advice((GROIN_ONCE, *ends), "exercise")
    notes = _notes(course_of(told.place, told.side, courses([*past, _with(today, told)])))
    chest = (CHEST,) if told.place == SOMEWHERE_ELSE and told.score != 0 else ()
    if told.score is not None and told.score > limit:
        return Advice((*chest, (OVER_AFTER if over else OVER_LIMIT).format(limit=limit), *notes), "exercise")
    hold = (HOLD_AFTER if over else HOLD,) if told.score is not None and told.score >= OPEN_FROM else ()
    return Advice((*chest, *hold, *notes))


def still_said(workout: Workout) -> tuple[str, ...]:
    """Advice about the warning signs of a workout, the most urgent first; it is shown until the finish is left."""
    said = {_of_flag(told.flag) for told in tellings(workout)}
    return tuple(sentence for sentence in (EMERGENCY, DOCTOR_TODAY, STOP) if sentence in said)


def _with(today: PainDay, told: Telling) -> PainDay:
    return PainDay(today.workout, today.at, (*today.tellings, told))


def _again(told: Telling, today: PainDay, past: Sequence[PainDay]) -> bool:
    """Whether the same pain came in another exercise of this workout, or in an earlier workout and is not over."""
    if any(may_be_same(told, Telling(one.place, one.side)) for one in courses(past)):
        return True
    return any(one.exercise != told.exercise and may_be_same(told, one) for one in today.tellings)


def _of_flag(flag: Flag | None) -> str | None:
    """Find the advice about a warning sign; None where there is no sign, or the runner was not asked."""
    if flag is None or flag == "none":
        return None
    return _URGENT.get(flag, STOP)


def _notes(course: Course | None) -> tuple[str, ...]:
    """Describe the course of the pain, as an addition to the advice."""
    if course is None:
        return ()
    return (RISING,) if course.rising else (NOT_EASING,) if course.not_easing else ()

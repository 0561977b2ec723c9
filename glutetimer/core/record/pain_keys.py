"""Pain at the finish, and the note beside it: the keys of a record, and what older programs wrote."""

from __future__ import annotations

import re

from msgspec import Struct

from glutetimer.core.pain.tellings import Telling, pain_words
from glutetimer.core.record.record import PainSide, Workout
from glutetimer.core.values import replace

#: Older programs without keys for it wrote it at the head of the note: a place of their list, a number from 1 up.
_OLD_PLACES = "hip|glute|knee|lower back|back of the thigh|foot or ankle|somewhere else"
_OLDER = re.compile(rf"Pain afterwards: ({_OLD_PLACES})(?:, (10|[1-9]) of 10)?\.(?: |$)(.*)")


class Afterwards(Struct, frozen=True):
    """Pain felt after the workout: `score` (1-10) and `place` as far as they are known; `note` is the runner's own."""

    score: int | None
    place: str
    side: PainSide | None
    note: str


def afterwards(workout: Workout) -> Afterwards | None:
    """Find the pain at the finish, None where there was none."""
    if workout.pain_after or (workout.place_after and workout.pain_after is None):
        return Afterwards(workout.pain_after, workout.place_after, workout.pain_side_after, workout.note)
    return None if 0 in (workout.pain_after, workout.pain) else _older(workout)


def afterwards_words(workout: Workout) -> str:
    """ "4 of 10, knee, left": the pain in its own keys; "" where they have none."""
    if not workout.pain_after and not workout.place_after:
        return ""
    side, flag = workout.pain_side_after, workout.pain_flag_after
    return pain_words(Telling(workout.place_after, side, workout.pain_after or None, flag))


def own_note(workout: Workout) -> str:
    """Find the runner's own words."""
    has_keys = workout.pain_after is not None or workout.place_after
    told = None if has_keys else _older(workout)
    return workout.note if told is None else told.note


def with_less(workout: Workout, pain: int | None) -> Workout:
    """Lower the pain at the finish to what it can be where the worst of all is `pain` (None: unknown).

    A pain below the worst keeps its number, as far as it is not more than the worst now.
    """
    told = afterwards(workout)
    if told is None:
        return workout
    score = told.score
    if score is not None:
        score = pain if score == workout.pain else min(score, pain or 0)
    if workout.pain_after is None and not workout.place_after:
        return replace(workout, note=_note(told, score) if pain else told.note)
    if not pain:
        return replace(workout, pain_after=pain, place_after="", pain_side_after=None, pain_flag_after=None)
    return replace(workout, pain_after=score)


def _older(workout: Workout) -> Afterwards | None:
    """Read the note of a record that an older program wrote: there is no run time in it, and it watched the workout.

    The worst of all is in the record too: a higher number in the note is older than a correction.
    """
    found = None if workout.active is not None or workout.added else _OLDER.match(workout.note)
    if found is None:
        return None
    score = int(found[2]) if found[2] else None
    if score is not None and workout.pain is not None:
        score = min(score, workout.pain)
    return Afterwards(score, found[1], None, found[3])


def _note(told: Afterwards, score: int | None) -> str:
    number = "" if score is None else f", {score} of 10"
    return f"Pain afterwards: {told.place}{number}. {told.note}".strip()

"""How a pain goes from workout to workout: open, rising, not easing. Same pain = same place and side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from glutetimer.core.pain.morning import asked_about
from glutetimer.core.pain.places import GROIN
from glutetimer.core.pain.tellings import PainDay, Telling, worst
from glutetimer.core.record.record import PainSide
from glutetimer.core.values import replace

#: A pain told this strong is open; of the groin any is (a stress fracture of the hip begins as a mild pain there).
OPEN_FROM = 4
#: What was worse the morning after counts like so much: more than anybody's limit.
OVER_ANY_LIMIT = 6
#: So many workouts must say that nothing hurts before it is closed.
NONE_TO_CLOSE = 2
#: Tellings in so many workouts make a course, and those of "not easing" lie within these days.
COURSE = 3
NOT_EASING_WITHIN = timedelta(days=42)


class PainPoint(Struct, frozen=True):
    """A pain in one workout: the highest score told of it, None where no number was told."""

    at: datetime
    score: int | None


class Course(Struct, frozen=True):
    """One pain since it was last over: a point for each workout that told of it, the latest last."""

    place: str
    side: PainSide | None
    is_open: bool = False
    points: tuple[PainPoint, ...] = ()
    nones: int = 0

    @property
    def rising(self) -> bool:
        """Each of the last three higher than the one before, and the last one 4 or more."""
        scores = self._last_scores()
        return len(scores) == COURSE and scores[0] < scores[1] < scores[2] and scores[2] >= OPEN_FROM

    @property
    def not_easing(self) -> bool:
        """The last of three within 42 days is not below the first."""
        scores = self._last_scores()
        if len(scores) < COURSE or self.points[-1].at - self.points[-COURSE].at > NOT_EASING_WITHIN:
            return False
        return scores[-1] >= scores[0]

    def _last_scores(self) -> tuple[int, ...]:
        """The scores of the last three workouts; fewer where one of them has no number: unknown is neither."""
        return tuple(point.score for point in self.points[-COURSE:] if point.score is not None)


def same_pain(place: str, side: PainSide | None, other: Telling) -> bool:
    """Whether two tellings are of one pain. What hurts on both sides hurts on each; a side not told is its own."""
    if place != other.place or not place:
        return False
    if side == other.side:
        return True
    return "both" in (side, other.side) and None not in (side, other.side)


def may_be_same(told: Telling, other: Telling) -> bool:
    """Whether two tellings can be of one pain: a side that nobody told may be either."""
    if None in (told.side, other.side):
        return told.place == other.place and bool(told.place)
    return same_pain(told.place, told.side, other)


def courses(days: Iterable[PainDay]) -> tuple[Course, ...]:
    """Every pain that is not over, from workouts in any order."""
    known: dict[tuple[str, PainSide | None], Course] = {}
    for day in sorted(days, key=lambda day: day.at):
        known = {key: left for key, course in known.items() if (left := _none_said(course, day)) is not None}
        for key in dict.fromkeys((one.place, one.side) for one in day.tellings if one.place):
            known.setdefault(key, Course(*key))
        known = {key: _told(course, day) for key, course in known.items()}
    return tuple(known.values())


def course_of(place: str, side: PainSide | None, among: Sequence[Course]) -> Course | None:
    """The course of a pain, the longest where it belongs to several (both sides, and one of them)."""
    same = [one for one in among if same_pain(place, side, Telling(one.place, one.side))]
    return max(same, key=lambda one: (len(one.points), one.is_open), default=None)


def opens(told: Telling) -> bool:
    """Whether a telling makes a pain an open one."""
    if told.place == GROIN:
        return told.score != 0
    return told.score is not None and told.score >= OPEN_FROM


def _none_said(course: Course, day: PainDay) -> Course | None:
    """The course after a workout that may say that nothing hurts; None where it is over."""
    nones = course.nones + day.none
    return None if nones >= NONE_TO_CLOSE else replace(course, nones=nones)


def _told(course: Course, day: PainDay) -> Course:
    """The course after a workout, with what it told of this pain; the workouts without it are counted from there."""
    told = tuple(one for one in day.tellings if same_pain(course.place, course.side, one))
    if not told:
        return course
    worse_after = day.morning == "worse" and (asked_about(day) or worst(day.tellings)) in told
    is_open = course.is_open or worse_after or any(map(opens, told))
    scores = [one.score for one in told if one.score is not None] + ([OVER_ANY_LIMIT] if worse_after else [])
    return replace(
        course, points=(*course.points, PainPoint(day.at, max(scores, default=None))), is_open=is_open, nones=0
    )

"""Course of a pain from workout to workout: open, rising, not easing. Same pain = same place and side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from glutetimer.core.pain.body_places import GROIN
from glutetimer.core.pain.morning import asked_about
from glutetimer.core.pain.tellings import PainDay, Telling, worst
from glutetimer.core.record.record import PainSide
from glutetimer.core.values import replace

#: A pain of this score is open; any in the groin is (a stress fracture of the hip begins as a mild pain there).
OPEN_FROM = 4
#: Score of a pain that was worse the morning after: above every runner's limit.
OVER_ANY_LIMIT = 6
#: Workouts that must say that nothing hurts before a pain is closed.
NONE_TO_CLOSE = 2
#: Workouts with a pain that make a course; those of "not easing" lie within these days.
COURSE = 3
NOT_EASING_WITHIN = timedelta(days=42)


class PainPoint(Struct, frozen=True):
    """A pain in one workout: its highest score, None without a number."""

    at: datetime
    score: int | None


class Course(Struct, frozen=True):
    """One pain since it was last over: a point for each workout that had it, the latest last."""

    place: str
    side: PainSide | None
    is_open: bool = False
    points: tuple[PainPoint, ...] = ()
    nones: int = 0

    @property
    def rising(self) -> bool:
        """Whether each of the last three is higher than the score before, and the last is 4 or more."""
        scores = self._last_scores()
        return len(scores) == COURSE and scores[0] < scores[1] < scores[2] and scores[2] >= OPEN_FROM

    @property
    def not_easing(self) -> bool:
        """Whether the last of three within 42 days is not below the first."""
        scores = self._last_scores()
        if len(scores) < COURSE or self.points[-1].at - self.points[-COURSE].at > NOT_EASING_WITHIN:
            return False
        return scores[-1] >= scores[0]

    def _last_scores(self) -> tuple[int, ...]:
        """Scores of the last three workouts; fewer where a workout has no number: an unknown score proves neither."""
        return tuple(point.score for point in self.points[-COURSE:] if point.score is not None)


def same_pain(place: str, side: PainSide | None, other: Telling) -> bool:
    """Whether two tellings are of one pain. A pain on both sides is on each side; an unknown side stays on its own."""
    if place != other.place or not place:
        return False
    if side == other.side:
        return True
    return "both" in (side, other.side) and None not in (side, other.side)


def may_be_same(told: Telling, other: Telling) -> bool:
    """Whether two tellings can be of one pain: an unknown side may be either."""
    if None in (told.side, other.side):
        return told.place == other.place and bool(told.place)
    return same_pain(told.place, told.side, other)


def courses(days: Iterable[PainDay]) -> tuple[Course, ...]:
    """List every pain that is not over, from workouts in any order."""
    known: dict[tuple[str, PainSide | None], Course] = {}
    for day in sorted(days, key=lambda day: day.at):
        known = {key: left for key, course in known.items() if (left := _none_said(course, day)) is not None}
        for key in dict.fromkeys((one.place, one.side) for one in day.tellings if one.place):
            known.setdefault(key, Course(*key))
        known = {key: _told(course, day) for key, course in known.items()}
    return tuple(known.values())


def course_of(place: str, side: PainSide | None, among: Sequence[Course]) -> Course | None:
    """Find the course of a pain, the longest where it belongs to several (both sides, and one of them)."""
    same = [one for one in among if same_pain(place, side, Telling(one.place, one.side))]
    return max(same, key=lambda one: (len(one.points), one.is_open), default=None)


def opens(told: Telling) -> bool:
    """Whether a telling opens a pain."""
    if told.place == GROIN:
        return told.score != 0
    return told.score is not None and told.score >= OPEN_FROM


def _none_said(course: Course, day: PainDay) -> Course | None:
    """Continue the course after a workout in which perhaps nothing hurt; None where the pain is over."""
    nones = course.nones + day.none
    return None if nones >= NONE_TO_CLOSE else replace(course, nones=nones)


def _told(course: Course, day: PainDay) -> Course:
    """Add a workout's tellings of this pain to its course, and count the workouts without it from there."""
    told = tuple(one for one in day.tellings if same_pain(course.place, course.side, one))
    if not told:
        return course
    worse_after = day.morning == "worse" and (asked_about(day) or worst(day.tellings)) in told
    is_open = course.is_open or worse_after or any(map(opens, told))
    scores = [one.score for one in told if one.score is not None] + ([OVER_ANY_LIMIT] if worse_after else [])
    return replace(
        course, points=(*course.points, PainPoint(day.at, max(scores, default=None))), is_open=is_open, nones=0
    )

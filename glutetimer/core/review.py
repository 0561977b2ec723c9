"""What the log says at a glance: when each session was last done, and how often in which week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from glutetimer.core.options import Mode
from glutetimer.core.record import Workout

#: Outcomes after which an exercise is known to the runner.
TRIED = frozenset({"done", "short", "form-broke", "pain"})


@dataclass(frozen=True, slots=True)
class Past:
    """What the next workout wants to know of the ones before. Rehearsals are not in it.

    `last` and `strengths` go by session id: when it was last started, and the band used then. `failed` goes by
    exercise id: the cue that went first, the last time it was done. `tried` are the exercises done before.
    """

    last: Mapping[str, datetime] = field(default_factory=dict)
    strengths: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    tried: frozenset[str] = frozenset()
    starts: tuple[tuple[datetime, Mode], ...] = ()


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on: whole workouts, and those of one round (before or after a run)."""

    monday: date
    full: int = 0
    rounds: int = 0

    @property
    def workouts(self) -> int:
        """All of them."""
        return self.full + self.rounds


def past_of(workouts: Iterable[Workout]) -> Past:
    """The past, from workouts in any order; one that was left before anything was done is none."""
    last: dict[str, datetime] = {}
    strengths: dict[str, str] = {}
    failed: dict[str, str] = {}
    starts: list[tuple[datetime, Mode]] = []
    for workout in sorted(filter(_counts, workouts), key=lambda w: w.started):
        last[workout.session] = workout.started
        strengths[workout.session] = _strength(workout) or strengths.get(workout.session, "")
        failed |= _failed(workout)
        starts.append((workout.started, workout.mode))
    return Past(last, _said(strengths), _said(failed), frozenset(failed), tuple(starts))


def _counts(workout: Workout) -> bool:
    return workout.speed == 1.0 and any(bout.result and bout.result.outcome in TRIED for bout in workout.bouts)


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    """Those that say something."""
    return {key: text for key, text in texts.items() if text}


def _strength(workout: Workout) -> str:
    """The band used last in a workout."""
    return next((bout.strength for bout in reversed(workout.bouts) if bout.strength), "")


def _failed(workout: Workout) -> dict[str, str]:
    """The exercises that were tried, each with the last cue that went first ("" where none did)."""
    out: dict[str, str] = {}
    for bout in workout.bouts:
        if bout.result is not None and bout.result.outcome in TRIED:
            out[bout.exercise] = bout.result.reason or out.get(bout.exercise, "")
    return out


def weeks(starts: Iterable[tuple[datetime, Mode]], today: date, count: int) -> tuple[Week, ...]:
    """The last `count` weeks, the running one first; a workout belongs to the day on which it was started."""
    full: Counter[date] = Counter()
    rounds: Counter[date] = Counter()
    for started, mode in starts:
        (full if mode == "full" else rounds)[monday_of(started.date())] += 1
    mondays = (monday_of(today) - timedelta(weeks=back) for back in range(count))
    return tuple(Week(monday, full[monday], rounds[monday]) for monday in mondays)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())

"""Workouts for a report: built-in sessions, done as people do them, from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

from glutetimer.adapters.files.sessions import find, load
from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.record.record import BoutRecord, Outcome, Result, Workout, begin_workout, bout_record
from glutetimer.core.report.data import Material, Report, ReportSpan, UnreadRecords, gather
from glutetimer.core.session.session import Side
from glutetimer.core.settings.goals import Goals
from glutetimer.core.text.clean import clean
from glutetimer.core.values import replace

#: A Saturday; the report is made after the workout of the day.
NOW = datetime(2026, 11, 21, 20, 15, tzinfo=timezone(timedelta(hours=1)))
SESSIONS = ("hip-control", "glute-strength", "mini-band")


def plan_of(session: str, mode: Mode = "full") -> Plan:
    """A built-in session as it is done with all its kit."""
    return compile_plan(load(find(session, Path("nowhere"))), Options(mode=mode, strength="light"))


def done(session: str, started: datetime, dice: Random | None = None, mode: Mode = "full") -> Workout:
    """A workout as planned and confirmed; with dice as people do it: the right side is the weaker one."""
    plan = plan_of(session, mode)
    empty = begin_workout(plan, f"{started:%Y%m%dT%H%M%S}Z-{session}", started, "Europe/Berlin")
    bouts = tuple(
        replace(bout_record(bout, result(bout, dice)), strength="light" if bout.exercise.band != "none" else "")
        for bout in plan.bouts
    )
    took = timedelta(seconds=sum(step.seconds for step in plan.steps))
    ended = replace(empty, bouts=bouts, state="finished", ended=started + took, confirmed=True)
    ended = replace(ended, active=took.total_seconds())
    return ended if dice is None else _told(ended, dice)


def result(bout: Bout, dice: Random | None = None) -> Result:
    """What came of a bout."""
    chance = 1.0 if dice is None else dice.random() + (0.06 if bout.side == "left" else 0.0)
    outcome: Outcome = "done" if chance > 0.09 else "form-broke" if chance > 0.03 else "short"
    less = 0 if dice is None or outcome == "done" else dice.randint(1, max(1, bout.target // 3))
    cues = bout.exercise.cues
    reason = cues[0] if outcome == "form-broke" and cues else ""
    return Result(outcome, bout.target - less, bout.seconds, "program", reason, rest=bout.rest)


def _told(workout: Workout, dice: Random) -> Workout:
    notes = ("", "", "", "Hot day, legs heavy from the long run", "Felt steady; right hip wobbles less than last week")
    said = replace(workout, effort=dice.randint(4, 8), pain=0, note=dice.choice(notes), confirmed=True)
    said = replace(said, harder_side=dice.choice(("right", "right", "same", "left")))
    if dice.random() < 0.15:
        said = replace(said, confirmed=None)
    if dice.random() < 0.15:
        return replace(said, pain=3, pain_after=3, place_after="knee", pain_side_after="right")
    return with_pain(said, dice.randrange(len(said.bouts))) if dice.random() < 0.1 else said


def with_pain(workout: Workout, index: int, score: int = 4) -> Workout:
    """The workout with one bout stopped for pain."""
    bout = workout.bouts[index]
    hurt = Result("pain", bout.target // 2, 9.0, "program", pain=score, place="lower back", pain_side="right")
    bouts = (*workout.bouts[:index], replace(bout, result=hurt), *workout.bouts[index + 1 :])
    return replace(workout, bouts=bouts, pain=score)


def months(weeks: int, seed: int = 5, now: datetime = NOW) -> Iterator[Workout]:
    """Three workouts in most weeks, the oldest first."""
    dice = Random(seed)
    first = now - timedelta(days=now.weekday(), weeks=weeks - 1, hours=2)
    for week in range(weeks):
        for number, day in enumerate((0, 2, 5)):
            started = first + timedelta(weeks=week, days=day, minutes=dice.randint(-90, 60))
            mode: Mode = "post-run" if number == 1 and dice.random() < 0.4 else "full"
            if started <= now and dice.random() < 0.9:
                yield done(SESSIONS[(week * 3 + number) % 3], started, dice, mode)


def report_of(workouts: list[Workout], weeks: int = 4, goal: int = 3, left_out: UnreadRecords | None = None) -> Report:
    """The report of such workouts, as made on NOW."""
    span = ReportSpan(weeks, NOW.date())
    first = span.first
    before = [workout for workout in workouts if workout.started.date() < first]
    rows = tuple(side for workout in before if workout_row(workout).counts for side in side_rows(workout))
    mine = tuple(workout for workout in workouts if workout.started.date() >= first)
    return gather(Material(mine, rows, None, left_out or UnreadRecords()), span, Goals(goal), NOW)


def one(name: str, side: Side, outcome: Outcome = "done", count: int | None = None, **told: Any) -> BoutRecord:
    """A bout of 10 reps: as planned, or with what is told of it; `exercise`, `kind`, `set`, `band` may be given."""
    given = {key: told.pop(key) for key in ("exercise", "kind", "set", "band", "strength", "target") if key in told}
    bout = BoutRecord(name.lower(), name, "reps", 1, 1, side, None, "none", 10)
    result = Result(outcome, 10 if count is None else count, 20.0, told.pop("counted_by", "tap"), **told)
    return replace(bout, result=None if outcome == "not-reached" else result, **given)


def workout_of(*bouts: BoutRecord, days_ago: int = 0, **changes: Any) -> Workout:
    """A confirmed workout of 20 minutes of these bouts."""
    started = NOW - timedelta(days=days_ago, hours=1)
    given: dict[str, Any] = {"session": "kicks", "name": "Kicks", "mode": "full", "state": "finished", "rounds": 1}
    given |= {"without": (), "speed": 1.0, "started": started, "zone": "Europe/Berlin", "confirmed": True}
    given |= {"id": f"{started:%Y%m%dT%H%M%S}Z-kicks", "ended": started + timedelta(minutes=20), "active": 1200.0}
    return Workout(bouts=bouts, **(given | changes))


EVIL = (
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&amp; &lt; &#60; &notanentity",
    "<!-- --> ]]> <![CDATA[ <?php",
    "a\x00b\x1b[31m\u202egnp.exe\ud800",
)


class Seen(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def seen_as(text: str) -> str:
    """What is left of a text in a page."""
    return text if text.isprintable() else clean(text)

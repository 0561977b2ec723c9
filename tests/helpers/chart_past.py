"""A log in which something goes somewhere: reps grow, the right side lags, form breaks and pain come and go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from itertools import count
from random import Random

from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.record.record import Result, Workout, begin_workout, with_results
from glutetimer.core.values import replace
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_rows import FakeRows, Kept
from tests.helpers.log_past import BERLIN, built_in

TODAY = date(2026, 11, 21)
LAST = datetime(2026, 11, 20, 19, 30, tzinfo=BERLIN)
SESSIONS: tuple[tuple[str, Mode], ...] = (
    ("hip-control", "full"),
    ("glute-strength", "full"),
    ("hip-control", "post-run"),
    ("get-hip", "full"),
    ("band-hips", "pre-run"),
)
#: How much of the plan the right side does beside the left, by exercise.
LAGS = {"single-leg-bridge": 0.8, "step-up": 1.15, "lateral-raise": 0.9, "clam-shell": 1.08}


@cache
def training(workouts: int = 150) -> tuple[Workout, ...]:
    """So many workouts, the newest first: two to four a week, none in two weeks of spring."""
    return tuple(_training(workouts))


def _training(workouts: int) -> Iterator[Workout]:
    random, day = Random(11), LAST
    for number in range(workouts):
        yield _made(number, day, random)
        day -= timedelta(days=random.choice((1, 2, 2, 3, 3)), minutes=random.randrange(-60, 60))
        if 20 < (LAST - day).days % 260 < 24:
            day -= timedelta(days=17)


def _made(number: int, started: datetime, random: Random) -> Workout:
    session, mode = SESSIONS[number % len(SESSIONS)]
    plan = _plan(session, mode, ("band",) if number % 4 == 1 else ())
    results = tuple(_result(bout, (LAST - started).days / 7, random) for bout in plan.bouts)
    begun = begin_workout(plan, f"{started:%Y%m%dT%H%M%SZ}-{number:08x}", started, "Europe/Berlin")
    return replace(
        with_results(begun, plan, results),
        state="finished",
        ended=started + timedelta(seconds=round(plan.seconds)),
        active=plan.seconds,
        confirmed=number % 9 != 4 or None,
        harder_side=("right", "right", "same", "left")[number % 4] if number % 3 else None,
    )


@cache
def _plan(session: str, mode: Mode, without: tuple[str, ...]) -> Plan:
    return compile_plan(built_in()[session], Options(mode=mode, without=without))


def _result(bout: Bout, weeks_ago: float, random: Random) -> Result:
    """Less the longer ago, less on the side that lags."""
    way = max(0.3, 1.0 - weeks_ago / 45)
    if bout.side == "right":
        way *= LAGS.get(bout.exercise.id, 1.0)
    done = max(1, min(bout.target, round(bout.target * min(1.0, way) - random.choice((0, 0, 0, 1)))))
    chance = random.random()
    if chance < 0.015:
        return Result("pain", done, 2.0 * done, "program", pain=random.randrange(1, 7), place="knee", pain_side="left")
    if chance < 0.05:
        return Result("form-broke", done, 2.0 * done, "program", reason="Hips level")
    return Result("done" if done == bout.target else "short", done, 2.0 * done, "program")


def many(workouts: int = 10_000) -> FakeBook:
    """So many workouts, two a day: rows only, since nobody opens a record here."""
    book = FakeBook()
    book.rows = ManyRows(workouts)
    return book


class ManyRows(FakeRows):
    """The same 300 workouts again and again, further and further back; it is read already."""

    def __init__(self, workouts: int) -> None:
        super().__init__({})
        made = [(workout_row(one), side_rows(one)) for one in training(300)]
        rows = []
        for number, (row, sides) in zip(range(workouts), (pair for _ in count() for pair in made), strict=False):
            id_, at = f"many-{number}", LAST - timedelta(hours=12 * number)
            each = tuple(replace(side, workout=id_, started=at) for side in sides)
            rows.append(Kept(replace(row, id=id_, started=at), each))
        self._kept = rows

    def _read(self) -> list[Kept]:
        return self._kept

"""Logs made from a seed: years of workouts of the built-in sessions, as a runner would do them.

The left side begins weaker and catches up; forms break, knees hurt, some workouts end early, some are never confirmed,
a few are rehearsals. The same seed makes the same log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Literal

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.files.sessions import find, load
from glutetimer.adapters.system.clock import new_id
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.record.record import NOT_REACHED, BoutRecord, CountedBy, HarderSide, Result, Workout, bout_record
from glutetimer.core.record.write import dump_record
from glutetimer.core.session.session import Session
from glutetimer.core.values import replace

#: The last workout is done on this day or shortly before: a Saturday.
UNTIL = datetime(2026, 11, 21, tzinfo=UTC)
#: Sessions and how often each is chosen.
SESSIONS = {"glute-strength": 4, "hip-control": 3, "band-hips": 3, "get-hip": 2, "mini-band": 2}
#: Days from one workout to the next; in no more than so many years, whatever their number.
DAYS_APART, MOST_YEARS = 2.1, 40
#: So many workouts are made one by one; a longer log repeats them on other days.
MOST_MADE = 600

_NOTES = ("", "", "", "Easy run before", "Slept badly", "Left hip tight – warmed up longer", "Felt strong")

_MODES: tuple[Mode, ...] = ("full", "post-run", "pre-run")
_COUNTED_BY: tuple[CountedBy, ...] = ("program", "tap", "hand")
_PAIN_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")
_HARDER: tuple[HarderSide, ...] = ("left", "right", "same")


def workouts(seed: int, count: int, until: datetime = UNTIL) -> list[Workout]:
    """So many sealed workouts, the oldest first."""
    runner = Runner(seed)
    return [runner.workout(day, number / max(1, count - 1)) for number, day in enumerate(days(count, until))]


def days(count: int, until: datetime = UNTIL) -> Iterator[datetime]:
    """The days on which they are done, evenly spread, the oldest first."""
    apart = timedelta(days=min(DAYS_APART, MOST_YEARS * 365 / max(1, count)))
    return (until - apart * back for back in reversed(range(count)))


def write(log_dir: Path, made: Sequence[Workout]) -> list[Path]:
    """Each in its place in the log."""
    paths = [record_path(log_dir, workout) for workout in made]
    for path, workout in zip(paths, made, strict=True):
        _put(path, dump_record(workout, seal=True))
    return paths


def make_log(log_dir: Path, seed: int, count: int, most_made: int = MOST_MADE) -> None:
    """The same for tens of thousands: from `most_made` on, workouts differ in their days only."""
    made = workouts(seed, min(count, most_made))
    if count <= most_made:
        write(log_dir, made)
        return
    texts = [dump_record(workout, seal=True) for workout in made]
    random = Random(seed)
    for number, day in enumerate(days(count)):
        at = number * len(made) // count
        _put(*_moved(log_dir, made[at], texts[at], day, f"{random.getrandbits(32):08x}"))


def _moved(log_dir: Path, workout: Workout, text: str, day: datetime, token: str) -> tuple[Path, str]:
    """The text of a workout, and its place, as if it had been done on another day at that hour."""
    started = datetime.combine(day.date(), workout.started.timetz()) + timedelta(seconds=int(token[:2], 16))
    moved = replace(workout, id=new_id(started, token), started=started)
    text = text.replace(workout.id, moved.id).replace(workout.started.isoformat(), started.isoformat())
    if workout.ended is not None:
        ended = started + (workout.ended - workout.started)
        text = text.replace(workout.ended.isoformat(), ended.isoformat())
    return record_path(log_dir, moved), text


def _put(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())


@dataclass(frozen=True, slots=True)
class _Form:
    """How well a workout goes: 0 at the first of a log, 1 at the last."""

    progress: float
    confirmed: bool | None

    def share(self, side: str) -> float:
        """What of the target is usually done: left is behind, and catches up in three quarters of the time."""
        behind = max(0.0, 0.3 - 0.4 * self.progress) if side == "left" else 0.0
        return 0.9 + 0.12 * self.progress - behind


class Runner:
    """Does workouts, one after the other."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._sessions = {name: load(find(name, Path("none"))) for name in SESSIONS}
        self._plans: dict[tuple[str, Mode, str], Plan] = {}

    def workout(self, day: datetime, progress: float) -> Workout:
        """One workout of the day; `progress` runs from 0 to 1 over the log."""
        random = self._random
        started = _hour(day, random)
        (name,) = random.choices(list(SESSIONS), list(SESSIONS.values()))
        (mode,) = random.choices(_MODES, (8, 1, 1))
        plan = self._plan(self._sessions[name], mode, "light" if progress < 0.5 else "green")
        form = _Form(progress, random.choices((True, None, False), (85, 12, 3))[0])
        bouts = self._bouts(plan, form)
        early = bouts[-1].result is not None and bouts[-1].result.outcome == "not-reached"
        seconds = int(plan.seconds * (0.6 if early else 1.05))
        return Workout(
            id=new_id(started, f"{random.getrandbits(32):08x}"),
            session=plan.session,
            name=plan.name,
            mode=mode,
            state="early" if early else "finished",
            rounds=plan.rounds,
            without=plan.without,
            speed=20.0 if random.random() < 0.02 else 1.0,
            started=started,
            zone="Europe/Berlin",
            bouts=bouts,
            ended=started + timedelta(seconds=seconds),
            active=float(seconds),
            confirmed=form.confirmed,
            harder_side=_harder(form, random),
            effort=random.randint(3, 9) if form.confirmed else None,
            pain=random.choice((0, 0, 0, 1, 3)) if form.confirmed else None,
            note=random.choice(_NOTES),
        )

    def _plan(self, session: Session, mode: Mode, strength: str) -> Plan:
        key = (session.id, mode, strength)
        if key not in self._plans:
            self._plans[key] = compile_plan(session, Options(mode=mode, strength=strength))
        return self._plans[key]

    def _bouts(self, plan: Plan, form: _Form) -> tuple[BoutRecord, ...]:
        random = self._random
        end = random.randrange(1, len(plan.bouts) + 1) if random.random() < 0.06 else len(plan.bouts)
        return tuple(self._bout(plan, bout, form, reached=number < end) for number, bout in enumerate(plan.bouts))

    def _bout(self, plan: Plan, bout: Bout, form: _Form, *, reached: bool) -> BoutRecord:
        # The dose goes up four times on the way.
        target = bout.target + int(form.progress * 4.99) * (5 if bout.exercise.kind == "hold" else 1)
        planned = replace(bout_record(bout, None, plan.strength), target=target)
        if not reached:
            return replace(planned, result=NOT_REACHED)
        return replace(planned, result=self._result(bout, target, form))

    def _result(self, bout: Bout, target: int, form: _Form) -> Result:
        random = self._random
        if random.random() < 0.01:
            return Result("skipped", 0, 0.0, "program")
        done = min(target, max(1, round(target * (form.share(bout.side) + random.uniform(-0.12, 0.12)))))
        seconds = round(bout.seconds * done / max(1, bout.target), 1)
        (by,) = random.choices(_COUNTED_BY, (7, 2, 1))
        if random.random() < 0.004:
            place, side = random.choice(("knee", "hip", "lower back")), random.choice(_PAIN_SIDES)
            return Result("pain", done, seconds, by, rest=30.0, pain=random.randint(2, 7), place=place, pain_side=side)
        if done < target:
            reason = random.choice(bout.exercise.cues or ("",))
            broke = random.random() < 0.6
            return Result("form-broke" if broke else "short", done, seconds, by, reason if broke else "", 30.0)
        return Result("done", done, seconds, by, rest=30.0)


def _hour(day: datetime, random: Random) -> datetime:
    """Between 6 and 21 o'clock in Berlin; on a trip now and then."""
    summer = 4 <= day.month <= 10
    offset = timedelta(hours=-4 if random.random() < 0.03 else 2 if summer else 1)
    return datetime(
        day.year, day.month, day.day, random.randint(6, 21), random.randint(0, 59), random.randint(0, 59),
        tzinfo=timezone(offset),
    )  # fmt: skip


def _harder(form: _Form, random: Random) -> HarderSide | None:
    if form.confirmed is None or random.random() < 0.2:
        return None
    left = 6 * (1 - form.progress) + 1
    return random.choices(_HARDER, (left, 1, 3))[0]

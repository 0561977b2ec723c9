"""Any session that passes the check makes a record that can be read back, while it runs and when it is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.record.read import MOST_BYTES
from glutetimer.core.record.record import Result, begin_workout
from glutetimer.core.record.stored_plan import standing
from glutetimer.core.record.write import Resume, load_running, sure_record
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import MOST_BOUTS
from glutetimer.core.text.problems import BadFile
from glutetimer.core.toml.parse import MOST_BYTES as MOST_SESSION
from glutetimer.core.values import replace

#: The longest texts, in letters of four bytes.
WIDE = "\U0001d538"
DIRECTIONS = '"forward", "backward", "left", "right", "clockwise"'


def session(exercises: int, rounds: int) -> str:
    head = f'format = 1\nname = "{WIDE * 60}"\norder = "circuit"\nrounds = {rounds}\n'
    one = '[[exercise]]\nid = "{id}"\nname = "{name}"\nreps = 200\nsides = "each"\nleft = "a"\nright = "b"\n'
    one += f"directions = [{DIRECTIONS}]\n"
    body = "".join(one.format(id=f"{number:02}-{'x' * 37}", name=WIDE * 60) for number in range(exercises))
    return head + body


def test_the_largest_session_makes_a_record_that_reads_back() -> None:
    text = session(10, 10)
    text += "#" + '"' * (MOST_SESSION - len(text.encode()) - 1)  # each is written as two
    parsed = parse_session(text, "x" * 60)
    plan = compile_plan(parsed, Options())
    assert len(plan.bouts) == MOST_BOUTS
    started = datetime(2026, 11, 30, 12, tzinfo=UTC)
    workout = begin_workout(plan, "20261130T120000Z-12345678", started, "America/Argentina/ComodRivadavia", 1.0)
    done = Result("form-broke", 999, 99999.123456, "program", WIDE * 80, 599.123456, 10, "upper back", "right")
    bouts = tuple(replace(bout, result=done, strength=WIDE * 60) for bout in workout.bouts)
    workout = replace(workout, bouts=bouts, note=WIDE * 2000)
    kept = Resume(parsed.id, text, Options(), standing(plan))
    running = sure_record(workout, seal=False, resume=kept)
    assert load_running(running) == (workout, kept)
    over = replace(workout, state="finished", ended=started + timedelta(hours=9))
    assert len(sure_record(over, seal=True).encode()) < len(running.encode()) <= MOST_BYTES


def test_one_more_is_refused_with_the_reason() -> None:
    with pytest.raises(
        BadFile, match="1100 sets, sides counted, at the most sets or rounds; at most 1000 can be logged"
    ):
        parse_session(session(11, 10), "many")


def test_so_are_options_that_make_too_many() -> None:
    parsed = parse_session(session(11, 9), "many")
    with pytest.raises(
        EmptyPlan, match=r"1100 is too many, sides counted; at most 1000 can be logged \(take fewer rounds\)"
    ):
        compile_plan(parsed, Options(rounds=10))

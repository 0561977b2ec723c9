"""What every key is about at every stage: one table for people to read, checked by what then changes."""

from __future__ import annotations

import pytest

from glutetimer.core.run.commands import Command, Do, Gap, TellPain
from glutetimer.core.run.which_bout import subject
from glutetimer.core.session.session import Span
from tests.helpers.core import Doing, each, hold
from tests.helpers.stages import COMMANDS

#: Two rounds of a lunge on each side and a plank. Set-up 0-15, left 15-33, switch 33-38, right 38-56, rest 56-86,
#: plank 86-106, rest 106-136, and the same once more.
BOUTS = ("left", "right", "plank", "left 2", "right 2", "plank 2")

#: Column: when one stands there, and what is pressed on the way.
STAGES: dict[str, tuple[float, tuple[tuple[float, Command], ...]]] = {
    "set-up": (5.0, ()),
    "reps": (25.0, ()),
    "count-in": (27.0, ((25.0, Do.BACK),)),
    "switch": (34.0, ()),
    "rest": (60.0, ()),
    "hold": (95.0, ()),
    "asking": (27.0, ((25.0, Do.FORM_BROKE),)),
    "pause": (30.0, ((25.0, Do.PAUSE),)),
    "paused rest": (70.0, ((60.0, Do.PAUSE),)),
    "pain": (30.0, ((25.0, Do.PAIN),)),
    "pain in rest": (70.0, ((60.0, Do.PAIN),)),
}

#: "-": the key does nothing there. "all": about no one bout.
TABLE = """
key    | set-up | reps   | count-in | switch | rest   | hold    | asking | pause  | paused rest | pain   | pain in rest
main   | left   | left   | left     | right  | plank  | plank   | left   | left   | plank       | left   | plank
back   | left   | left   | left     | left   | right  | plank   | left   | left   | right       | left   | right
again  | left   | left   | left     | left   | right  | plank   | left   | left   | right       | left   | right
form   | -      | left   | -        | left   | right  | plank   | -      | left   | right       | -      | right
up     | -      | left   | -        | left   | right  | -       | left   | left   | right       | left   | right
down   | -      | left   | -        | left   | right  | -       | left   | left   | right       | left   | right
pain   | all    | left   | left     | left   | right  | plank   | left   | left   | right       | -      | -
tell   | -      | -      | -        | -      | -      | -       | -      | -      | -           | left   | right
cue    | -      | -      | -        | -      | -      | -       | left   | -      | -           | -      | -
other  | -      | -      | -        | -      | -      | -       | -      | -      | -           | left   | right
skip   | left   | left   | left     | right  | plank  | plank   | left   | left   | plank       | left   | right
easier | left   | left   | left     | right  | plank  | plank   | left   | left   | plank       | left   | right
pace   | left   | left   | left     | right  | plank  | plank   | left   | left   | plank       | left   | plank
longer | left   | -      | -        | right  | plank  | -       | -      | -      | plank       | -      | plank
"""


def rows() -> list[tuple[str, str, str]]:
    """Stage, key, what it is about."""
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
    assert head[1:] == list(STAGES)
    return [(stage, line[0], cell) for line in lines for stage, cell in zip(head[1:], line[1:], strict=True)]


def reach(stage: str) -> Doing:
    at, presses = STAGES[stage]
    doing = Doing(each("lunge", 6), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    for when, key in presses:
        doing.press(key, when)
    doing.to(at)
    return doing


@pytest.mark.parametrize(("stage", "key", "about"), rows())
def test_what_a_key_is_about(stage: str, key: str, about: str) -> None:
    doing, command = reach(stage), COMMANDS[key]
    before, results, plan = doing.engine.state, doing.results, doing.engine.state.plan
    assert not isinstance(command, Gap)
    events = doing.press(command)
    if about == "-":
        assert (events, doing.engine.state) == ([], before)
        return
    assert events
    if about == "all":
        assert subject(before, command) is None
        return
    bout = BOUTS.index(about)
    assert subject(before, command) == bout
    exercise = plan.bouts[bout].exercise.id
    changed = {i for i, (old, new) in enumerate(zip(results, doing.results, strict=True)) if _told(old) != _told(new)}
    changed |= {i for i, new in enumerate(doing.engine.state.plan.bouts) if _planned(new) != _planned(plan.bouts[i])}
    if key in ("skip", "easier", "pace", "other"):
        assert changed
        assert {plan.bouts[i].exercise.id for i in changed} == {exercise}
    else:
        assert changed <= {bout}


def _told(result: object) -> object:
    return result and [getattr(result, name) for name in ("outcome", "done", "pain", "reason")]


def _planned(bout: object) -> object:
    return [getattr(bout, name) for name in ("exercise", "target", "pace")]


def test_the_table_has_a_row_for_every_key_that_is_about_a_bout() -> None:
    everywhere = {"pause", "go on", "finish", "discard", "jump", "shorter"}
    assert {key for _, key, _ in rows()} == set(COMMANDS) - everywhere


@pytest.mark.parametrize(("told", "skipped"), [("right", {1, 4}), ("left", {3}), (None, {3})])
def test_the_other_side_only_leaves_out_the_side_that_was_told(told: str, skipped: set[int]) -> None:
    """In the left bout of the first round."""
    doing = reach("reps")
    doing.press(Do.PAIN)
    if told:
        doing.press(TellPain(4, "knee", told))  # type: ignore[arg-type]
    doing.press(Do.OTHER_SIDE)
    out = {i for i, result in enumerate(doing.results) if result and result.outcome == "skipped"}
    assert (out, doing.engine.paused) == (skipped, None)


def test_where_both_sides_hurt_there_is_no_other() -> None:
    doing = reach("reps")
    doing.press(Do.PAIN)
    doing.press(TellPain(4, "knee", "both"))
    assert (doing.press(Do.OTHER_SIDE), doing.engine.paused) == ([], "pain")


def test_in_the_last_bout_of_an_exercise_no_side_is_left() -> None:
    doing = Doing(each("lunge", 6), hold("plank", 20))
    doing.press(Do.PAIN, 45.0)
    doing.press(TellPain(4, "knee", "left"))
    assert (doing.press(Do.OTHER_SIDE), doing.engine.paused) == ([], "pain")


def test_pain_in_the_rest_after_a_lunge_leaves_out_the_lunge_and_not_what_comes() -> None:
    doing = reach("rest")
    doing.press(Do.PAIN)
    doing.press(TellPain(4, "knee", "right"))
    doing.press(Do.SKIP)
    assert [result.outcome if result else None for result in doing.results] == [
        "done", "done", None, "skipped", "skipped", None,
    ]  # fmt: skip
    assert (doing.view.index, doing.view.stage) == (2, "rest")

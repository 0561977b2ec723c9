"""Exercises as they are done today: own doses, what is left out, and the lengths of breaks."""

from __future__ import annotations

from typing import Any

import pytest

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Mode, Options, Own
from glutetimer.core.plan.plan import LeftOut, Replaced, plan_json
from glutetimer.core.plan.substitute import adapt
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise, Phase, Span, Variant
from tests.helpers.core import each, exercise_text, hold, reps, session


def bouts(*exercises: Exercise, options: Options, **changes: Any) -> list[tuple[str, str, int, str, float]]:
    """Exercise, side, target, pace and seconds of every bout."""
    plan = compile_plan(session(*exercises, **changes), options)
    return [(b.exercise.id, b.side, b.target, b.pace, b.seconds) for b in plan.bouts]


def test_a_dose_for_each_side() -> None:
    """A physio's prescription: less on the right."""
    own = Options(own=(Own("kick", left=6, right=2),))
    assert bouts(each("kick", 4), options=own) == [
        ("kick", "left", 6, "counted", 18.0),
        ("kick", "right", 2, "counted", 6.0),
    ]


def test_one_side_alone_leaves_the_other_as_written() -> None:
    """What is not said stays."""
    assert [b[2] for b in bouts(each("kick", 4), options=Options(own=(Own("kick", right=2),)))] == [4, 2]


def test_without_sides_left_is_the_dose() -> None:
    """Both legs at once, turns, holds; `right` means nothing there."""
    assert bouts(reps("squat"), options=Options(own=(Own("squat", left=7, right=1),)))[0][2] == 7
    assert bouts(hold("plank"), options=Options(own=(Own("plank", left=45),)))[0][4] == 45.0
    turns = reps("swap", sides="alternate", left="L", right="R")
    assert bouts(turns, options=Options(own=(Own("swap", left=3),)))[0][2:] == (3, "counted", 18.0)


def test_pace_of_an_exercise_beats_that_of_the_day() -> None:
    """Own, then today's, then the file's."""
    options = Options(pace="tap", own=(Own("squat", pace="own"),))
    assert [b[3] for b in bouts(reps("squat"), reps("lunge", pace="own"), options=options)] == ["own", "tap"]


def test_sets_of_an_exercise() -> None:
    """Straight order only; one round is one set; a circuit has rounds."""
    options = Options(own=(Own("squat", sets=3),))
    assert len(bouts(reps("squat", sets=Span(2, 2)), options=options)) == 3
    assert len(bouts(reps("squat"), options=Options(mode="post-run", own=options.own))) == 1
    assert len(bouts(reps("squat"), options=options, order="circuit")) == 1


def test_what_is_left_out_is_named_as_a_choice() -> None:
    """Neither kit nor minutes: the runner's own wish."""
    plan = compile_plan(session(reps("squat"), reps("lunge")), Options(own=(Own("squat", skip=True),)))
    assert plan.left_out == (LeftOut("squat", "Squat"),)
    assert plan_json(plan)["left_out"] == [{"exercise": "squat", "chosen": True}]
    assert plan.exercise_ids == ("lunge",)


def test_everything_left_out_is_refused() -> None:
    """With the way back."""
    with pytest.raises(EmptyPlan, match="take one in again"):
        compile_plan(session(reps("squat")), Options(own=(Own("squat", skip=True),)))


def test_left_out_and_no_kit_for_the_rest() -> None:
    """Then kit is what could help."""
    with pytest.raises(EmptyPlan, match="what is not left out needs step"):
        compile_plan(
            session(reps("squat"), reps("up", needs=(("step",),))),
            Options(without=("step",), own=(Own("squat", skip=True),)),
        )


def test_a_substitute_has_its_own_dose() -> None:
    """Fifteen steps are not fifteen seconds; but left out is left out."""
    walk = each("walk", band="ankles", without=(("band", hold("press", seconds=30)),))
    options = Options(without=("band",), own=(Own("walk", left=15, pace="tap"),))
    assert bouts(walk, options=options) == [("press", "both", 30, "counted", 30.0)]
    todo = adapt(session(walk, reps("squat")), Options(without=("band",), own=(Own("walk", skip=True),)))
    assert [a.exercise.id for a in todo.exercises] == ["squat"]


def test_unbanded_keeps_its_dose() -> None:
    """Without the band it is still the same movement."""
    walk = reps("walk", band="ankles", unbanded=True)
    assert bouts(walk, options=Options(without=("band",), own=(Own("walk", left=5),)))[0][2] == 5


def test_an_exercise_that_is_not_there_changes_nothing() -> None:
    """As where a session file was changed since."""
    gone = Options(own=(Own("gone", skip=True),))
    assert bouts(reps("squat"), options=gone) == bouts(reps("squat"), options=Options())


def test_the_files_own_right_dose() -> None:
    """As saved from the options."""
    assert [b[2] for b in bouts(each("kick", 4, right_dose=3), options=Options())] == [4, 3]
    assert [b[2] for b in bouts(each("kick", 4, right_dose=3), options=Options(own=(Own("kick", right=5),)))] == [4, 5]


@pytest.mark.parametrize(
    ("switch", "posture", "seconds"),
    [
        (None, "standing", [3.0, 5.0, 3.0]),
        (None, "side", [3.0, 10.0, 3.0]),
        (8, "standing", [3.0, 8.0, 3.0]),
        (8, "side", [3.0, 16.0, 3.0]),
        (2, "standing", [2.0, 2.0, 2.0]),
    ],
)
def test_switches_follow_the_setting(switch: int | None, posture: str, seconds: list[float]) -> None:
    """A change of side takes as long as asked for, lying twice that; of direction never longer than usual."""
    circles = each("kick", directions=("forward", "backward"), posture=posture, tempo=(Phase("out", 1.0),))
    plan = compile_plan(session(circles), Options(switch=switch))
    assert [before.seconds for before in plan.breaks[1:]] == seconds


def test_the_set_up_follows_the_setting() -> None:
    """Also after a jump back to the beginning, which is the plan's own break."""
    plan = compile_plan(session(reps()), Options(setup=40))
    assert (plan.breaks[0].seconds, plan.lengths.setup) == (40.0, 40.0)


def test_the_band_is_in_the_plan() -> None:
    """From there it goes into the record of every bout with a band."""
    assert compile_plan(session(reps(band="ankles")), Options(strength="green")).strength == "green"


def test_a_right_dose_is_read_from_the_file() -> None:
    """Of a hold it is seconds, which may be more than reps may."""
    keys = 'hold = 90\nsides = "each"\nleft = "l"\nright = "r"\nright_dose = 201'
    read = parse_session(exercise_text(keys), "x").exercises[0]
    assert (read.dose_of("left"), read.dose_of("right")) == (90, 201)


@pytest.mark.parametrize(("mode", "name"), [("full", "Jump"), ("post-run", "No jump"), ("pre-run", "No jump")])
def test_with_a_run_on_the_same_day_a_jump_is_done_in_its_easier_form(mode: Mode, name: str) -> None:
    jump = reps("jump", 4, impact=True, easier=(Variant(id="jump-no", name="No jump", cue="Rise"),))
    plan = compile_plan(session(jump), Options(mode=mode))
    assert [bout.exercise.name for bout in plan.bouts] == [name]
    assert [one.by_name for one in plan.replaced] == ([] if mode == "full" else [name])


def test_a_jump_is_done_as_written_where_the_runner_wants_it() -> None:
    jump = reps("jump", 4, impact=True, easier=(Variant(id="jump-no", name="No jump", cue="Rise"),))
    plan = compile_plan(session(jump), Options(mode="post-run", own=(Own("jump", impact=True),)))
    assert ([bout.exercise.name for bout in plan.bouts], plan.replaced) == (["Jump"], ())


def test_a_jump_without_an_easier_form_stays() -> None:
    plan = compile_plan(session(reps("jump", 4, impact=True)), Options(mode="post-run"))
    assert ([bout.exercise.name for bout in plan.bouts], plan.replaced) == (["Jump"], ())


def test_only_an_exercise_that_is_itself_lacks_nothing_but_its_band() -> None:
    """Another one by the same name is another one."""
    assert Replaced("kick", "Kick", "kick", "Kick").only_unbanded
    assert not Replaced("kick", "Kick", "kick", "Low kick").only_unbanded
    assert not Replaced("kick", "Kick", "wall-kick", "Kick").only_unbanded

"""What is said of a command, and where Back leads, in the break after the bout that it was about."""

from __future__ import annotations

from glutetimer.core.record.ending import amended
from glutetimer.core.run.choices import pain_offers
from glutetimer.core.run.command_words import taken_back
from glutetimer.core.run.commands import Correct, Do, NameCue, TellPain
from glutetimer.core.run.events import TakenBack
from glutetimer.core.session.session import Span, Variant
from tests.helpers.core import Doing, each, names, reps

TWO = Span(2, 2)
BENT = Variant("bent", "Bent knees", "Bend both knees")


def said_taken_back(doing: Doing) -> list[str]:
    return [taken_back(doing.engine.state.plan, one) for one in doing.events if isinstance(one, TakenBack)]


def test_a_broken_form_that_is_taken_back_in_a_break_names_the_bout_before_it() -> None:
    """Not the one that comes."""
    doing = Doing(each("kick", 4), reps("squat"))
    doing.press(Do.FORM_BROKE, 15.0 + 12.0 + 1.0)
    doing.press(NameCue(""))
    doing.press(Do.BACK, doing.now + 1.0)
    assert said_taken_back(doing) == ["Taken back: form broke in Kick left"]


def test_back_after_a_skip_that_led_nowhere_lets_the_rest_go_on() -> None:
    """It takes no rest back, and gives none."""
    doing = Doing(reps("lunge"), reps("plank"), rounds=TWO, order="circuit")
    doing.press(Do.PAIN, 15.0 + 12.0 + 5.0)
    doing.press(TellPain(3, "knee"))
    doing.press(Do.SKIP)
    left = doing.view.seconds
    doing.wait(5.0)
    assert "TakenBack" in names(doing.press(Do.BACK))
    assert doing.view.seconds == left - 5.0
    assert doing.results[2] is None


def test_in_tap_pace_back_takes_the_easier_form_back_before_the_taps() -> None:
    doing = Doing(reps("squat", 8, pace="tap", easier=(BENT,)))
    for at in (20.0, 21.0, 22.0):
        doing.press(Do.MAIN, at)
    doing.press(Do.EASIER, 23.0)
    assert (doing.view.bout.exercise.name, doing.view.undo) == ("Bent knees", "eased")
    doing.press(Do.BACK, 30.0)
    assert (doing.view.bout.exercise.name, doing.view.count) == ("Squat", 3)


def test_in_tap_pace_back_takes_a_tap_since_then_back_first() -> None:
    doing = Doing(reps("squat", 8, pace="tap", easier=(BENT,)))
    doing.press(Do.MAIN, 20.0)
    doing.press(Do.EASIER, 23.0)
    doing.press(Do.MAIN, 30.0)
    doing.press(Do.BACK, 32.0)
    assert (doing.view.bout.exercise.name, doing.view.count) == ("Bent knees", 1)


def test_a_form_that_broke_in_own_pace_costs_the_rep_that_nobody_counted() -> None:
    """It ended as meant, at the target, and only then the runner says so."""
    doing = Doing(reps("squat", 6, pace="own"), reps("plank"))
    doing.press(Do.MAIN, 40.0)
    doing.press(Do.FORM_BROKE, 45.0)
    assert (doing.result(0).done, doing.result(0).outcome) == (5, "form-broke")


def test_a_count_that_the_runner_said_stays_where_the_form_broke() -> None:
    doing = Doing(reps("squat", 6, pace="own"), reps("plank"))
    doing.press(Do.MAIN, 40.0)
    doing.press(Correct(-2), 42.0)
    doing.press(Do.FORM_BROKE, 45.0)
    assert doing.result(0).done == 4


def test_by_hand_is_not_said_where_nobody_counted() -> None:
    doing = Doing(reps("squat", 6, pace="own", cues=("Slow",)), reps("plank"))
    doing.press(Do.FORM_BROKE, 40.0)
    doing.press(NameCue("Slow"))
    said = amended(doing.engine.state.plan.bouts[0], doing.result(0))
    assert said == "Squat: ? of 6, stopped for form: Slow"


def test_by_hand_is_said_of_a_count_that_the_runner_corrected() -> None:
    doing = Doing(reps("squat", 6), reps("plank"))
    doing.press(Correct(-1), 15.0 + 18.0 + 2.0)
    assert amended(doing.engine.state.plan.bouts[0], doing.result(0)).endswith("5 of 6, by hand")


def test_in_the_count_in_of_a_bout_that_comes_again_the_reason_is_that_it_has_not_begun() -> None:
    doing = Doing(reps("squat"), reps("plank"))
    doing.press(Do.BACK, 15.0 + 12.0 + 5.0)
    for command, why in ((Do.FORM_BROKE, "Say it once it goes on"), (Correct(-1), "Correct it once it goes on")):
        doing.press(command, doing.now + 0.5)
        assert doing.engine.declined == why


def test_the_key_that_starts_the_run_pressed_twice_or_held_does_not_start_the_first_bout() -> None:
    for repeats in ((0.05,), (0.25,), (0.6,), (0.5, 0.53, 0.56, 0.6, 0.9)):
        doing = Doing(reps("squat"))
        for at in repeats:
            assert doing.press(Do.MAIN, at) == []
        assert doing.view.stage == "setup"
    assert names(doing.press(Do.MAIN, 1.7)) == ["LeadStarted", "CountIn"]


def hurting_lunge() -> Doing:
    """In the rest after the right one of the first round, the clock standing for pain."""
    doing = Doing(each("lunge", 4), reps("plank"), rounds=TWO, order="circuit")
    doing.press(Do.PAIN, 15.0 + 12.0 + 5.0 + 12.0 + 5.0)
    return doing


def choices(doing: Doing, told: TellPain) -> list[str]:
    return [offer.label for offer in pain_offers(doing.engine.state, told)]


def test_the_other_side_is_offered_by_what_was_told_of_the_side() -> None:
    doing = hurting_lunge()
    assert "Other side only: left" in choices(doing, TellPain(4, "knee", "right"))
    assert "Other side only: right" in choices(doing, TellPain(4, "knee", "left"))


def test_a_side_that_hurt_before_is_no_other_side() -> None:
    """Told right at first, then left, whichever was worse: both hurt."""
    for first, then in ((4, 3), (3, 4)):
        doing = hurting_lunge()
        doing.press(TellPain(first, "knee", "right"))
        doing.press(Do.GO_ON, doing.now + 1.0)
        doing.press(Do.PAIN, doing.now + 1.0)
        assert not any("Other side" in label for label in choices(doing, TellPain(then, "knee", "left")))


def test_a_side_that_hurt_in_an_earlier_round_is_none_either() -> None:
    doing = Doing(each("lunge", 4), rounds=Span(3, 3))
    doing.press(Do.PAIN, 15.0 + 5.0)
    doing.press(TellPain(3, "knee", "left"))
    doing.press(Do.GO_ON, doing.now + 1.0)
    doing.press(Do.PAIN, doing.now + 5.0 + 5.0)
    assert (doing.view.bout.side, doing.view.index) == ("right", 1)
    assert not any("Other side" in label for label in choices(doing, TellPain(3, "knee", "right")))

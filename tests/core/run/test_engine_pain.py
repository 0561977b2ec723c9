"""Pain: everything stops, it is written down, and what can be done then."""

from __future__ import annotations

from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do, NameCue, TellPain
from glutetimer.core.session.session import Span
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def outcomes(doing: Doing) -> list[str | None]:
    return [result.outcome if result else None for result in doing.results]


def test_pain_stops_everything_at_once() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.PAIN, 22.5) == [
        ev.BoutEnded(22.5, 1, 0, "pain", 2, 7.5, "program"),
        ev.PainFelt(22.5, 1, 0),
        ev.Paused(22.5, 1, 0, "pain"),
    ]
    assert doing.to(1000.0) == []
    assert doing.press(Do.PAIN) == []


def test_pain_in_a_pause_needs_no_going_on() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAUSE, 22.5)
    assert names(doing.press(Do.PAIN, 25.0)) == ["BoutEnded", "PainFelt", "Paused"]
    assert doing.engine.paused == "pain"


def test_pain_is_told_to_the_bout() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(TellPain(4, "knee", "left")) == [ev.BoutAmended(22.5, 1, 0)]
    assert doing.results[0] == Result("pain", 2, 7.5, "program", pain=4, place="knee", pain_side="left")


def test_pain_in_a_rest_is_told_to_the_bout_before_and_takes_nothing_from_it() -> None:
    doing = Doing(*EXERCISES)
    assert names(doing.press(Do.PAIN, 50.0)) == ["PainFelt", "Paused"]
    doing.press(TellPain(4, "knee"))
    assert doing.results[1] == Result("done", 4, 12.0, "program", pain=4, place="knee")
    doing.press(Do.GO_ON, 90.0)
    doing.out()
    assert outcomes(doing) == ["done", "done", "done"]


def test_pain_in_the_set_up_has_no_bout_to_be_told_to() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 5.0)
    assert doing.press(TellPain(4, "knee")) == []
    doing.press(Do.GO_ON, 9.0)
    assert doing.press(TellPain(4, "knee")) == []


def test_pain_is_told_only_while_the_clock_stands_for_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    doing.press(Do.GO_ON, 30.0)
    assert doing.press(TellPain(4, "knee")) == []
    assert doing.press(Do.OTHER_SIDE) == []


def test_pain_before_a_bout_is_done_again_leaves_its_result() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 28.0)
    doing.press(Do.PAIN, 29.0)
    assert doing.results[0] == Result("done", 4, 12.0, "program")
    assert names(doing.press(Do.GO_ON, 40.0))[:2] == ["Resumed", "LeadStarted"]


def test_pain_in_the_count_in_of_a_bout_without_a_result_ends_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    doing.press(Do.PAIN, 21.0)
    assert doing.result(0).outcome == "pain"


def test_a_pain_stays_written_when_the_bout_is_done_again() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    doing.press(TellPain(4, "knee", "left"))
    doing.press(Do.AGAIN, 30.0)
    doing.out()
    assert doing.results[0] == Result("done", 4, 12.0, "program", pain=4, place="knee", pain_side="left")


def test_after_pain_going_on_leads_to_the_next_bout() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(Do.GO_ON, 60.0) == [ev.Resumed(22.5, 1, 0), ev.SwitchStarted(22.5, 2, 1, 5.0)]


def test_after_pain_the_other_side_only() -> None:
    doing = Doing(each("kick", 4), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.PAIN, 22.5)
    events = doing.press(Do.OTHER_SIDE, 30.0)
    assert names(events) == ["Resumed", "BoutEnded", "Skipped", "SwitchStarted"]
    assert outcomes(doing) == ["pain", None, "skipped", None, None, None]


def test_pain_while_asked_about_form_still_offers_the_other_side() -> None:
    doing = Doing(*EXERCISES, rounds=Span(2, 2))
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.PAIN, 21.0)
    doing.press(Do.OTHER_SIDE, 30.0)
    assert outcomes(doing)[:4] == ["form-broke", None, "skipped", None]


def test_without_sides_there_is_no_other_side() -> None:
    doing = Doing(reps("squat"), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.PAIN, 22.5)
    assert doing.press(Do.OTHER_SIDE, 30.0) == []
    assert doing.engine.paused == "pain"


def test_the_other_side_from_a_rest_goes_on_resting_before_another_bout() -> None:
    doing = Doing(*EXERCISES, rounds=Span(1, 1))
    doing.press(Do.PAIN, 30.0)
    doing.press(Do.OTHER_SIDE, 40.0)
    assert (doing.view.index, doing.view.stage, outcomes(doing)) == (1, "ready", ["done", None, None])


def test_the_other_side_before_a_bout_that_is_done_again_goes_on_counting_it_in() -> None:
    """Back twice from the rest: the left side is about to be done again when the right one turns out to hurt."""
    doing = Doing(each("kick", 4), rounds=Span(2, 2))
    for at, key in ((50.0, Do.BACK), (51.0, Do.BACK), (52.0, Do.PAIN)):
        doing.press(key, at)
    events = doing.press(Do.OTHER_SIDE, 60.0)
    assert names(events) == ["Resumed", "BoutEnded", "Skipped", "LeadStarted"]
    assert outcomes(doing) == ["done", "done", None, "skipped"]
    assert (doing.view.index, doing.view.seconds) == (0, 4.0)


def test_naming_a_cue_answers_no_question_about_pain() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(NameCue("hips")) == []


def test_the_other_side_is_about_this_exercise_only() -> None:
    doing = Doing(each("kick", 4), each("lift", 4))
    doing.press(Do.PAIN, 22.5)
    doing.press(Do.OTHER_SIDE, 30.0)
    assert outcomes(doing) == ["pain", None, None, None]


def test_once_the_bout_is_done_again_the_pain_has_been_told() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    doing.press(Do.AGAIN, 30.0)
    assert doing.press(TellPain(4, "knee")) == []


def test_the_shortest_rest_after_a_pain_is_a_whole_count_in() -> None:
    doing = Doing(reps("a"), rounds=Span(2, 2), rest=2)
    doing.press(Do.PAIN, 20.0)
    assert names(doing.press(Do.GO_ON, 60.0)) == ["Resumed", "RestStarted", "RestChanged", "CountIn"]


def test_while_it_hurts_what_is_left_is_only_what_comes_after() -> None:
    """A switch of 5 s and 12 s of reps."""
    doing = Doing(each("kick", 4))
    doing.press(Do.PAIN, 22.5)
    assert (doing.view.seconds, doing.view.left) == (0.0, 17.0)


def test_no_pain_after_all_goes_on_where_it_was() -> None:
    """A slip of the hand costs no rep: back takes the bout up with its count, after a count-in."""
    it = Doing(reps(count=4))
    it.press(Do.PAIN, at=15.0 + 2 * 3.0 + 1.0)
    assert it.result(0).outcome == "pain"
    it.press(Do.BACK)
    assert it.engine.paused is None
    assert (it.view.stage, it.view.count) == ("ready", 2)
    it.out()
    assert (it.result(0).outcome, it.result(0).done, it.result(0).pain) == ("done", 4, None)

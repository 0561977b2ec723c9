"""Every answer -> what is said, what stands in the record, what ends, what is offered first."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from glutetimer.core import tell_pain as in_a_run
from glutetimer.core.pain import advice as say
from glutetimer.core.pain.body_places import (
    FLAGS,
    GROIN,
    LOWER_BACK,
    PLACES,
    SOMEWHERE_ELSE,
    Flag,
    asks_for_flags,
    flags_for,
)
from glutetimer.core.pain.questions import next_question, telling, topics_after
from glutetimer.core.pain.tellings import PainDay, Telling
from glutetimer.core.record.record import PainSide
from glutetimer.core.run.commands import Do, Finish, TellPain
from glutetimer.core.run.pain_choices import NEXT, WHAT_NOW, After
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan
from tests.helpers.fake_program import FakeLiveRun

STOP = "Stop here today, and don't run until a doctor or physio has looked at it."
TODAY = "Stop here today. See a doctor today."
NOW = "Go to an emergency department now."
GROIN_SAYS = (
    "Groin pain in runners can come from the bone. "
    "If walking or running brings it on, don't run until a doctor has looked."
)
WATCHED = (GROIN, LOWER_BACK, "shin", "calf", "foot or ankle")
SIGNS = {
    "none": "None of these",
    "numb-between-legs": "Numb between the legs, bladder or bowel trouble",
    "calf": "Calf swollen or warm",
    "numb-leg": "Numb or weak leg",
    "bone": "Pain in one spot on the bone",
    "night": "Hurts at rest or at night",
    "limp": "I limp",
}
ENDS = "This exercise ends today, on both sides."
ENDS_RUN, ENDS_EXERCISE = ((Finish(), "Save and end"),), ((Do.SKIP, NEXT), (Finish(), "Save and end"))

Answer = tuple[int, str, Flag | None]


def every_answer() -> list[Answer]:
    """Each score at each place, with each sign that can be answered there; None where none is asked about."""
    out: list[Answer] = []
    for score, place in product(range(1, 11), (place.words for place in PLACES)):
        flags: tuple[Flag | None, ...] = flags_for(place) if asks_for_flags(place, score) else (None,)
        out += [(score, place, flag) for flag in flags]
    return out


def is_said(score: int, place: str, flag: Flag | None, limit: int = 5) -> tuple[str, object]:
    """What the first sentence is, and what is offered, written down once more from the rules."""
    if flag not in (None, "none"):
        return {"numb-between-legs": NOW, "calf": TODAY}.get(str(flag), STOP), ENDS_RUN
    if place == GROIN:
        return GROIN_SAYS, ENDS_EXERCISE
    if place == SOMEWHERE_ELSE:
        return say.CHEST, ENDS_EXERCISE if score > limit else None
    if score > limit:
        return f"That is more than {limit} of 10: this exercise ends today, on both sides.", ENDS_EXERCISE
    return (say.HOLD if score >= 4 else WHAT_NOW), None


def tell(live: FakeLiveRun, told: TellPain) -> After:
    return in_a_run.tell(live, told, live.clock.now())


def hurting() -> FakeLiveRun:
    """Two rounds of a lunge on each side and a plank, standing for a pain in the left lunge."""
    live = FakeLiveRun(plan(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2)))
    live.run.start(0.0)
    live.clock.t = 22.5
    live.run.press(Do.PAIN, 22.5)
    return live


@pytest.mark.parametrize("limit", [2, 5])
def test_every_answer(limit: int) -> None:
    """Said, offered, stored; and what the first offer ends."""
    for score, place, flag in every_answer():
        live = hurting()
        live.pain_limit = limit
        after = tell(live, TellPain(score, place, "left", flag, instead=True))
        words, offers = is_said(score, place, flag, limit)
        assert after.says[0] == words, (score, place, flag)
        found = tuple((offer.command, offer.label) for offer in after.offers)
        assert offers is None or found == offers, (score, place, flag)
        kept = live.kept.workouts[-1]
        result = kept.bouts[0].result
        assert result is not None
        assert (result.pain, result.place, result.pain_side, result.pain_flag) == (score, place, "left", flag)
        assert kept.pain == score


@pytest.mark.parametrize(
    ("told", "outcomes"),
    [
        (TellPain(1, "shin", "left", "bone"), ["pain", *["not-reached"] * 5]),
        (TellPain(6, "knee", "left", "none"), ["pain", "skipped", None, "skipped", "skipped", None]),
        (TellPain(1, GROIN, "left", "none"), ["pain", "skipped", None, "skipped", "skipped", None]),
        (TellPain(5, "knee", "left", "none"), ["pain", "skipped", None, "skipped", "skipped", None]),
    ],
)
def test_what_the_first_choice_ends(told: TellPain, outcomes: list[str | None]) -> None:
    """An exercise ends on both sides."""
    live = hurting()
    live.run.press(tell(live, told).offers[0].command, 23.0)
    assert [result and result.outcome for result in live.run.engine.state.results] == outcomes


@pytest.mark.parametrize(("score", "place"), [*product(range(11), (place.words for place in PLACES))])
def test_which_questions_there_are(score: int, place: str) -> None:
    """Signs from 4 on, and at the watched places from 1 on; numbness between the legs at the lower back only."""
    if score == 0:
        assert topics_after(("0",)) == ("score",)
        return
    signs = score >= 4 or place in WATCHED
    assert topics_after((str(score), place)) == ("score", "place", "side", *(("flag",) if signs else ()))
    question = next_question((str(score), place, "left"))
    assert (question is not None) is signs
    if question is not None:
        labels = [reply.label for reply in question.replies]
        assert question.text == "Any of these? Take the first that fits."
        assert labels == [SIGNS[flag] for flag in FLAGS if flag != "numb-between-legs" or place == LOWER_BACK]


def test_what_is_not_answered_is_unknown() -> None:
    told = telling(("4", "knee"))
    assert (told.score, told.place, told.side, told.flag) == (4, "knee", None, None)


def test_the_sentences_are_word_for_word() -> None:
    assert (say.STOP, say.DOCTOR_TODAY, say.EMERGENCY, say.GROIN_ONCE) == (STOP, TODAY, NOW, GROIN_SAYS)
    first = "Muscle burn is fine. Chest pain, feeling faint, unusually short of breath: stop and call for help."
    assert first == say.FIRST
    assert say.NOT_EASING == "Not easing after three workouts: a good time to ask a physio."


@pytest.mark.parametrize("elsewhere", ["exercise", "finish", "set-up"])
def test_the_groin_told_again_stops_the_workout(elsewhere: str) -> None:
    """In another exercise, or in this one after it was told before the first bout; also with the side left open."""
    live = hurting()
    if elsewhere == "set-up":
        live = FakeLiveRun(plan(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2)))
        live.run.start(0.0)
        live.run.press(Do.PAIN, 1.0)
        live.clock.t = 1.0
    first = tell(live, TellPain(1, GROIN, "left", "none"))
    assert first.says == ((GROIN_SAYS,) if elsewhere == "set-up" else (GROIN_SAYS, ENDS))
    live.run.press(Do.SKIP if elsewhere == "exercise" else Do.GO_ON, 2.0 if elsewhere == "set-up" else 24.0)
    live.clock.t = 90.0
    live.run.press(Do.PAIN, 90.0)
    side: PainSide | None = None if elsewhere == "finish" else "left"
    again = tell(live, TellPain(1, GROIN, side, "none"))
    about = live.run.engine.state.plan.bouts[live.run.engine.state.pained or 0].exercise.id
    if elsewhere == "set-up" or about != "lunge":
        assert (again.says, again.offers[0].command) == ((STOP,), Finish())


def test_the_log_is_asked_for_the_workouts_before() -> None:
    live = hurting()
    started = live.run.workout.started
    live.pains = (PainDay("w", started - timedelta(days=3), (Telling(GROIN, "left", 1, "none", "squat"),)),)
    assert tell(live, TellPain(1, GROIN, "left", "none")).says == (STOP,)
    assert tell(live, TellPain(1, GROIN, "right", "none", instead=True)).says == (GROIN_SAYS, ENDS)
    live.pains = (replace(live.pains[0], tellings=(Telling(GROIN, None, 1),)),)
    assert tell(live, TellPain(1, GROIN, "right", "none", instead=True)).says == (STOP,)

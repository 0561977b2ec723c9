"""When words are said: whole, in order, clear of every sound; or not at all."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.audio.event_sounds import SECONDS, sound_for
from glutetimer.core.audio.gaps import first_gap
from glutetimer.core.audio.ports import Clip, Cue
from glutetimer.core.audio.precedence import only_chosen
from glutetimer.core.audio.speaker import NOTICE, PATIENCE, PATIENCE_FOR_NAMES, Speaker
from glutetimer.core.audio.spoken_lines import LISTEN, script
from glutetimer.core.audio.work_words import AIR, PAUSE
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.commands import Correct, Do, Finish, Jump, Lengthen
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.events import Event, Said
from glutetimer.core.run.state import State
from glutetimer.core.session.session import Exercise, Phase, Span, Variant
from glutetimer.core.settings.spec import Counting
from glutetimer.core.values import replace
from tests.core.run.test_engine_props import plans
from tests.helpers.core import Doing, each, hold, plan, reps
from tests.helpers.transcript import FakeLore

HORIZON = 2.5
LETTER = 0.05


class FakeVoice:
    """Every sentence is ready and takes 0.05 s a letter, but for the ones that are `slow`."""

    problem = ""
    progress = (0, 0)

    def __init__(self) -> None:
        self.slow: set[str] = set()
        self.prepared: list[str] = []

    def prepare(self, sentences: Sequence[str]) -> None:
        self.prepared += sentences

    def clip(self, sentence: str) -> Clip | None:
        return None if sentence in self.slow else Clip(f"say-{sentence}", LETTER * len(sentence))


class Speech(Doing):
    """An engine under way that is spoken to; `said` is when what was said, in run time."""

    def __init__(self, *exercises: Exercise, counts: Counting = "all", **changes: Any) -> None:
        super().__init__(*exercises, **changes)
        self.voice = FakeVoice()
        self.speaking = Speaker(self.voice, counts=counts)
        self.told: list[Said] = []

    def hear(self, now: float, step: float = 0.5) -> list[tuple[float, str]]:
        """What is begun to be said until `now`, the clock being looked at every `step` seconds."""
        begun = len(self.told)
        while self.now < now:
            self.to(min(now, self.now + step))
            self.look()
        return [(round(said.at, 2), said.text) for said in self.told[begun:]]

    def look(self) -> list[tuple[float, str]]:
        """What is being said or is to come."""
        t = self.engine.run_time(self.now)
        cues = self.speaking.upcoming(self.engine.state, t, HORIZON, heard(self.events[-12:]))
        self.told += [event for event in self.speaking.said(t) if isinstance(event, Said)]
        return [(round(cue.due, 2), cue.sound.removeprefix("say-")) for cue in cues]


def heard(events: Sequence[Event]) -> list[Cue]:
    """The sounds that are heard of them."""
    return only_chosen([Cue(event.at, sound) for event in events if (sound := sound_for(event))])


def spans(events: Sequence[Event]) -> list[tuple[float, float]]:
    """From when to when sounds are heard."""
    return [(cue.due, cue.due + SECONDS[cue.sound]) for cue in heard(events)]


def test_a_set_up_says_what_comes() -> None:
    speech = Speech(reps("squat", 10))
    assert speech.hear(15.0) == [(0.6, "Squat."), (1.15, "Ten reps.")]


def test_a_rest_speaks_after_its_own_sound_with_a_pause_between_the_sentences() -> None:
    speech = Speech(hold("a", 3), hold("plank", 30))
    speech.to(18.0)
    speech.look()
    begin = 18.0 + SECONDS["rest"] + AIR
    assert speech.hear(30.0) == [
        (round(begin, 2), "Next: plank."),
        (round(begin + 12 * LETTER + PAUSE, 2), "Thirty seconds."),
    ]


def test_what_does_not_fit_before_the_count_in_is_left_out() -> None:
    """Never more than fits: the dose would run into the 3."""
    speech = Speech(reps("a", 1), hold("plank", 30, name="Low plank"), rest=5)
    speech.to(18.0)
    speech.look()
    assert speech.hear(22.9) == [(18.4, "Next: low plank.")]


LONG = "Side plank with the upper leg raised"


def test_in_a_short_rest_the_name_alone_may_be_all() -> None:
    speech = Speech(reps("a", 1), hold("plank", 30, name="Side plank with legs crossed"), rest=0)
    speech.to(18.0)
    speech.look()
    assert speech.hear(22.9) == [(18.4, "Side plank with legs crossed.")]


def test_the_next_exercise_is_named_also_where_a_count_must_give_way() -> None:
    """1.85 s, and 1.6 s until the first count."""
    speech = Speech(reps("a", 1), hold("plank", 30, name=LONG), rest=0)
    speech.to(18.0)
    speech.look()
    assert speech.hear(22.9) == [(18.4, f"{LONG}.")]
    at_the_counts = [speech.speaking.covers(Cue(at, "count")) for at in (20.0, 21.0, 22.0)]
    assert at_the_counts == [True, False, False]


def test_only_counts_give_way() -> None:
    speech = Speech(reps("a", 1), hold("plank", 30, name=LONG), rest=0)
    speech.to(18.0)
    speech.look()
    assert not speech.speaking.covers(Cue(20.0, "go"))


def test_a_set_of_the_same_exercise_is_not_named_over_the_counts() -> None:
    speech = Speech(hold("plank", 3, name=LONG), rounds=Span(2, 2), rest=4)
    speech.to(18.0)
    speech.look()
    assert speech.hear(21.9) == [(19.16, "Set two.")]


def test_a_long_set_up_names_in_full_what_comes() -> None:
    """A setting may make it as short as 5 s."""
    wanted = plan(hold("plank", 30, name=LONG), options=Options(setup=5))
    assert script(State(wanted, (None,), before=wanted.breaks[0], go=5.0), 0.0)[0].must


def test_a_switch_of_3_s_has_room_for_one_word_between_the_counts() -> None:
    speech = Speech(each("circles", 1, directions=("forward", "backward")))
    speech.to(18.0)
    assert speech.hear(20.9) == [(round(19.0 + SECONDS["count"] + AIR, 2), "Backward.")]
    longer = Speech(each("circles", 1, directions=("forward", "counter-clockwise")))
    longer.to(18.0)
    assert longer.hear(20.9) == []


def test_halfway_is_said_where_it_fits() -> None:
    speech = Speech(hold("plank", 30))
    assert (30.0 + 0.49, "Halfway.") in speech.hear(45.0)


def test_halfway_is_not_said_into_the_next_sound() -> None:
    quick = reps("knees", 20, tempo=(Phase("up", 0.5),))
    speech = Speech(quick)
    speech.hear(15.0)
    assert speech.hear(24.9) == [(17.62, "Five."), (20.41, "Ten."), (22.62, "Fifteen.")]


def test_nothing_is_said_in_a_hold_unless_the_last_seconds_are_wanted() -> None:
    aloud, quiet = Speech(hold("plank", 9)), Speech(hold("plank", 9), counts="reps")
    for speech in (aloud, quiet):
        speech.hear(15.0)
    counted = aloud.hear(24.0, step=0.25)
    assert quiet.hear(24.0) == []
    assert counted == [(19.1, "Five.")]


def test_halfway_is_not_said_among_the_seconds_that_are_counted() -> None:
    """And the counting waits for nothing."""
    speech = Speech(hold("plank", 12), counts="all")
    speech.hear(15.0)
    assert [text for _, text in speech.hear(27.0, step=0.25)] == ["Ten left.", "Five."]
    longer = Speech(hold("plank", 30), counts="all")
    longer.hear(15.0)
    assert [text for _, text in longer.hear(45.0)][:2] == ["Halfway.", "Ten left."]


def test_each_turn_is_said_where_the_session_names_it() -> None:
    swap = reps("swap", 2, sides="alternate", tempo=(Phase("swap", 3.0),), left="l", right="r")
    named = Speech(replace(swap, say_left="Right off", say_right="Left off"))
    named.hear(15.0)
    assert [text for _, text in named.hear(27.0)] == ["Right off.", "Left off.", "Right off.", "Left off."]


def test_a_key_that_starts_the_bout_cuts_the_words_short() -> None:
    speech = Speech(reps("squat", 10), options=Options(lead=0))
    speech.hear(0.6, step=0.1)
    speaking = speech.look()
    speech.press(Do.MAIN, 0.9)
    assert (speaking[0], speech.look()) == ((0.5, "Squat."), [])


def test_who_starts_early_still_hears_the_name() -> None:
    """The counts of the lead-in give way to it, and what had begun goes on."""
    name = "Single-leg glute bridge"
    speech = Speech(reps("bridge", 10, name=name))
    speech.hear(0.9, step=0.1)
    speech.press(Do.MAIN)
    speech.hear(3.9, step=0.1)
    assert [said.text for said in speech.told].count(f"{name}.") >= 1
    assert speech.look() == []


def test_what_was_begun_is_told_also_when_the_step_is_over() -> None:
    """The clock is looked at once a second; a word is shorter."""
    speech = Speech(hold("plank", 12), counts="all")
    speech.hear(15.0)
    assert [text for _, text in speech.hear(27.0, step=1.0)][-1] == "Five."


def test_a_pause_within_a_sentence_has_it_said_from_its_beginning() -> None:
    """The runner has heard half of a name."""
    speech = Speech(hold("a", 3), hold("plank", 30))
    speech.hear(19.0)
    speech.speaking.stand(19.0)
    assert speech.hear(30.0) == [(19.6, "Next: plank."), (20.45, "Thirty seconds.")]


def test_what_is_over_before_a_pause_is_not_said_again() -> None:
    speech = Speech(reps("a", 1), hold("plank", 30))
    speech.hear(19.3)
    speech.speaking.stand(19.3)
    assert [text for _, text in speech.hear(30.0)] == ["Thirty seconds."]


def test_turns_are_said_also_after_a_corrected_count() -> None:
    swap = reps("swap", 3, sides="alternate", tempo=(Phase("swap", 3.0),), left="l", right="r")
    speech = Speech(replace(swap, say_left="Right off", say_right="Left off"))
    speech.hear(22.0)
    speech.press(Correct(1))
    assert [text for _, text in speech.hear(33.0)] == ["Right off.", "Left off."]


def test_a_rest_that_is_cut_short_has_no_words_in_its_count_in() -> None:
    """What does not fit any longer falls silent, or is never said."""
    long_name = "A very long name that takes quite some time to be said by anybody"
    speech = Speech(reps("a", 1), hold("plank", 30, name=long_name))
    speech.hear(19.0)
    assert [text for _, text in speech.look()] == [f"Next: {long_name}."]
    speech.press(Lengthen(-15.0))
    speech.press(Lengthen(-15.0), 19.8)
    assert speech.look() == []


def test_words_keep_clear_of_what_a_key_makes_heard() -> None:
    """Nobody could foresee it."""
    speech = Speech(hold("plank", 30))
    [first, *_] = speech.speaking.upcoming(speech.engine.state, 0.0, HORIZON, [Cue(0.0, "stop")])
    assert first.due == SECONDS["stop"] + AIR


def test_the_next_words_are_known() -> None:
    speech = Speech(reps("squat", 10))
    assert speech.speaking.next_said() is None
    speech.look()
    assert speech.speaking.next_said() == LISTEN
    speech.hear(5.0)
    assert speech.speaking.next_said() is None


def test_words_that_were_to_come_are_not_told_of_another_step() -> None:
    speech = Speech(reps("squat", 10))
    speech.look()
    speech.press(Jump(0), 0.05)  # to where the run is: the same set-up begins anew
    speech.look()
    assert [text for _, text in speech.hear(5.0)] == [text for _, text in Speech(reps("squat", 10)).hear(5.0)]


def test_words_that_were_said_are_not_prepared_again() -> None:
    speech = Speech(reps("a", 1), hold("plank"))
    speech.hear(25.0)
    speech.voice.prepared.clear()
    speech.press(Lengthen(15.0))
    speech.look()
    assert speech.voice.prepared == ["Plank."]


def test_a_longer_rest_is_not_told_again() -> None:
    speech = Speech(reps("a", 1), hold("plank"))
    speech.hear(25.0)
    speech.press(Lengthen(15.0))
    assert speech.hear(60.0) == [(55.0, "Plank.")]


def test_words_go_on_over_a_key_that_leaves_the_step_as_it_is() -> None:
    speech = Speech(hold("a", 3), hold("plank"))
    speech.hear(19.0)
    before = speech.look()
    speech.press(Correct(-1))
    assert before[:1] == speech.look()[:1] == [(18.63, "Next: plank.")]


HALF = (Variant("half-squat", "Half squat", "Half way down"),)


def test_an_easier_way_is_named_where_it_is_chosen_in_the_rest() -> None:
    """Also where the name of the other one was said already."""
    speech = Speech(reps("a", 1), reps("squat", 8, easier=HALF))
    speech.hear(30.0)
    speech.press(Do.EASIER)
    assert [text for _, text in speech.hear(48.0)] == ["Next: half squat.", "Eight reps.", "Half squat. Half way down."]


def test_an_easier_way_is_named_in_the_last_seconds_of_a_rest() -> None:
    speech = Speech(reps("a", 1), reps("squat", 8, easier=HALF))
    speech.hear(45.2)
    speech.press(Do.EASIER)
    assert [text for _, text in speech.hear(48.0)] == ["Next: half squat."]


def test_an_easier_way_is_named_where_it_is_chosen_at_work() -> None:
    speech = Speech(reps("squat", 8, easier=HALF))
    speech.hear(20.0)
    speech.press(Do.EASIER)
    speech.look()
    assert speech.hear(23.0) == [(20.16, "Easier: half squat.")]


def test_the_pace_alone_is_no_other_way() -> None:
    speech = Speech(reps("a", 1), reps("squat", 8))
    speech.hear(30.0)
    speech.press(Do.PACE)
    assert speech.hear(47.0) == [(40.0, "Squat.")]


def test_nothing_is_said_of_a_run_that_has_ended() -> None:
    """Not even what was about to be said."""
    speech = Speech(reps("squat", 8))
    speech.look()
    speech.press(Finish(), 0.05)
    assert (speech.look(), speech.speaking.next_said()) == ([], None)


def test_a_bout_out_of_turn_is_named_in_its_count_in() -> None:
    speech = Speech(reps("a"), each("kick", posture="back"), hold("plank"))
    speech.to(100.0)
    speech.press(Do.BACK)
    speech.look()
    speech.press(Do.BACK, 101.0)
    speech.look()
    assert [text for _, text in speech.hear(112.0)] == ["Kick.", "Left leg."]


def test_the_same_bout_again_is_not_named() -> None:
    speech = Speech(reps("a"), each("kick"))
    speech.to(20.0)
    speech.press(Do.BACK)
    assert speech.hear(23.0) == []


def test_a_sentence_that_is_not_ready_is_waited_for_a_little() -> None:
    speech = Speech(reps("squat", 10))
    speech.voice.slow = {"Squat."}
    speech.hear(1.0)
    speech.voice.slow = set()
    assert speech.hear(5.0)[0] == (round(1.5 + NOTICE, 2), "Squat.")


def test_a_name_is_waited_for_longer() -> None:
    """On a busy machine the first words take their time; without the name nobody knows what comes."""
    speech = Speech(reps("squat", 10))
    speech.voice.slow = {"Squat."}
    assert speech.hear(PATIENCE + 1.5) == []
    speech.voice.slow = set()
    assert [text for _, text in speech.hear(12.0)] == ["Squat.", "Ten reps."]


def test_a_sentence_that_never_comes_is_passed_over() -> None:
    speech = Speech(reps("squat", 10))
    speech.voice.slow = {"Squat."}
    [(at, text)] = speech.hear(15.0)
    assert (text, at >= PATIENCE_FOR_NAMES) == ("Ten reps.", True)


def test_each_step_has_its_words_prepared() -> None:
    """Also what no plan foresees: an easier way, a jump."""
    speech = Speech(reps("squat", 10))
    speech.look()
    assert speech.voice.prepared == ["Squat.", "Ten reps."]


@pytest.mark.parametrize(
    ("begin", "until", "busy", "at"),
    [
        (1.0, 3.0, [], 1.0),
        (1.0, 1.9, [], None),
        (1.0, 4.0, [(1.5, 1.6)], 1.6 + AIR),
        (1.0, 2.5, [(1.5, 1.6)], None),
        (1.0, 4.0, [(2.2, 2.3)], 1.0),
        (1.0, 9.0, [(1.5, 1.6), (2.5, 2.6), (5.0, 5.1)], 2.6 + AIR),
    ],
)
def test_the_first_gap(begin: float, until: float, busy: list[tuple[float, float]], at: float | None) -> None:
    assert first_gap(begin, 1.0, until, busy) == at


def test_reps_that_are_done_are_counted_and_the_last_is_not() -> None:
    speech = Speech(reps("squat", 4))
    speech.hear(15.0)
    assert speech.hear(27.0) == [(18.12, "One."), (21.12, "Two."), (24.12, "One more.")]


def test_a_number_takes_the_place_of_the_rep_s_sound_only() -> None:
    speech = Speech(reps("squat", 4))
    speech.hear(17.0)
    numbered = [
        speech.speaking.numbers(Cue(at, sound)) for at, sound in ((18.0, "rep"), (18.0, "phase-up"), (21.0, "rep"))
    ]
    assert numbered == [True, False, False]


@pytest.mark.parametrize(("counts", "said"), [("off", []), ("holds", []), ("reps", ["One more."])])
def test_reps_are_counted_where_that_is_wanted(counts: Counting, said: list[str]) -> None:
    speech = Speech(reps("squat", 2), counts=counts)
    speech.hear(15.0)
    assert [text for _, text in speech.hear(21.0)] == said


def test_sides_that_take_turns_are_counted_together() -> None:
    speech = Speech(reps("lunge", 3, sides="alternate", left="l", right="r"))
    speech.hear(15.0)
    assert speech.hear(33.0) == [(21.12, "One."), (27.12, "One more each.")]


def test_words_for_a_turn_win_over_numbers() -> None:
    swap = reps("swap", 2, sides="alternate", left="l", right="r", say_left="Right off", say_right="Left off")
    speech = Speech(swap)
    speech.hear(15.0)
    assert {text for _, text in speech.hear(27.0)} == {"Right off.", "Left off."}


def test_halfway_has_one_cue_in_its_rep_or_none() -> None:
    cues = ("Slow", "Feet together, knees apart")
    speech = Speech(reps("squat", 6, cues=cues, tempo=(Phase("up", 2.0), Phase("down", 2.0))))
    speech.hear(15.0)
    assert [(at, text) for at, text in speech.hear(39.0) if 27.0 <= at < 31.0] == [(27.41, "Three."), (27.96, "Slow.")]


def test_the_first_rep_of_a_new_exercise_has_its_phases_named() -> None:
    speech = Speech(reps("squat", 2, tempo=(Phase("up", 2.0), Phase("down", 2.0))))
    speech.speaking = Speaker(speech.voice, lore=FakeLore(frozenset({"squat"})))
    speech.hear(15.0)
    assert speech.hear(23.0) == [(15.53, "Up."), (17.15, "Down."), (19.12, "One more.")]


def test_what_begins_at_the_top_is_lifted_in_the_count_in() -> None:
    speech = Speech(reps("bridge", 2, starts="up"))
    assert (12.16, "Lift.") in speech.hear(15.0)


def test_how_is_said_where_it_is_asked_for() -> None:
    speech = Speech(reps("a", 1), reps("bridge", 2, spoken="Knees bent. Lift the hips."))
    speech.hear(25.0)
    speech.speaking.explain()
    assert [text for _, text in speech.hear(30.0)] == ["Knees bent.", "Lift the hips."]


def test_what_a_key_did_is_said() -> None:
    speech = Speech(reps("a", 1), reps("bridge", 2))
    speech.hear(25.0)
    speech.speaking.remark("Voice without numbers.")
    assert [text for _, text in speech.hear(30.0)] == ["Voice without numbers."]


class LateLog:
    """A log that is not read yet."""

    first_time: frozenset[str] = frozenset()
    failed_cues: Mapping[str, str] = MappingProxyType({})


def test_what_is_new_is_learned_before_the_first_word() -> None:
    """The log is read while the set-up begins."""
    speech, log = Speech(reps("squat", 2)), LateLog()
    speech.speaking = Speaker(speech.voice, lore=log)
    before = speech.look()[0]
    log.first_time = frozenset({"squat"})
    assert (before, speech.look()[0]) == ((LISTEN, "Squat."), (LISTEN, "New: squat."))


def test_all_that_is_new_is_made_ready_when_the_log_says_so() -> None:
    """Not only at its own step: there the short wording would be ready first, and be said."""
    speech, log = Speech(reps("squat", 2), reps("lunge", 2)), LateLog()
    speech.speaking = Speaker(speech.voice, lore=log)
    speech.look()
    log.first_time = frozenset({"squat", "lunge"})
    speech.look()
    assert "New: lunge." in speech.voice.prepared


@given(plans, st.lists(st.floats(0.05, 1.0), min_size=60, max_size=60), st.sampled_from(["off", "all"]))
def test_words_never_meet_a_sound_nor_each_other(wanted: Plan, waits: list[float], counts: Counting) -> None:
    """Nobody presses a key: every sentence ends before the next sound that does not give way, begins after the last."""
    engine, voice = Engine(wanted, unattended=True), FakeVoice()
    speaking, now = Speaker(voice, counts=counts), 0.0
    events, words, silent = engine.start(0.0), dict[float, float](), set[float]()
    for wait in waits:
        for cue in speaking.upcoming(engine.state, engine.run_time(now), HORIZON, heard(events[-12:])):
            words[cue.due] = cue.due + LETTER * (len(cue.sound) - len("say-"))
        coming = (Cue(event.at, sound_for(event)) for event in engine.lookahead(now, HORIZON))
        silent |= {cue.due for cue in coming if speaking.covers(cue)}
        now += wait
        events += engine.advance(now)
    spoken = sorted(words.items())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spoken))
    sounds = [span for span in spans(events) if span[0] not in silent]
    clashes = [(word, span) for word in spoken for span in sounds if word[0] < span[1] and span[0] < word[1]]
    assert clashes == []

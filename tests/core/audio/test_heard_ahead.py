"""What a run tells its player: seconds of the future, taken back by every key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.adapters.files.sessions import all_sessions, load
from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.audio.lookahead import BEHIND, HORIZON
from glutetimer.core.audio.ports import SPOKEN, Clip, Cue, is_spoken
from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.live_run import Run
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import begin_workout
from glutetimer.core.run.commands import Command, Do, Gap
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.events import BoutStarted, Said
from glutetimer.core.session.session import Exercise
from glutetimer.core.settings.spec import Counting
from glutetimer.core.values import replace
from tests.core.audio.test_speaker import LETTER, FakeVoice
from tests.core.run.test_engine_props import COMMANDS, plans
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.fakes import FakeKeeper, FakeListener, FakePlayer

START = 100.0
SESSIONS = {found.path.stem: load(found.path) for found in all_sessions(Path(__file__).parent / "no-such-folder")}
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Heard:
    """A run and what its player was told; its set-up begins at 100 s."""

    def __init__(self, wanted: Plan) -> None:
        self.player, self.listener = FakePlayer(), FakeListener()
        workout = begin_workout(wanted, "id", NOON, "UTC")
        self.run = Run(Engine(wanted), workout, self.player, FakeKeeper(), lambda: NOON, [self.listener])
        self.run.start(START)

    def at(self, now: float) -> tuple[Cue, ...]:
        """The list as it is told after a tick."""
        self.run.tick(START + now)
        return self.player.told[-1]


def heard(*exercises: Exercise) -> Heard:
    return Heard(plan(*exercises))


def cues(*pairs: tuple[float, str]) -> tuple[Cue, ...]:
    return tuple(Cue(START + at, sound) for at, sound in pairs)


def test_the_next_seconds_are_told_before_they_come() -> None:
    assert heard(reps("a")).at(12.7) == cues((13.0, "count"), (14.0, "count"), (15.0, "go"))
    assert HORIZON == 2.5


def test_what_has_just_happened_is_told_a_little_longer() -> None:
    """The player may be a few milliseconds behind."""
    run = heard(reps("a"))
    assert run.at(12.1)[0] == Cue(START + 12.0, "count")
    assert run.at(12.0 + BEHIND + 0.01)[0] == Cue(START + 13.0, "count")


def test_the_same_list_is_not_told_twice() -> None:
    run = heard(reps("a"))
    run.at(13.5)
    told = len(run.player.told)
    run.at(13.55)
    assert len(run.player.told) == told


def test_a_pause_takes_back_what_was_to_come() -> None:
    run = heard(reps("a"))
    run.at(13.5)
    run.run.press(Do.PAUSE, START + 13.6)
    assert run.player.told[-1] == cues((13.6, "pause"))


def test_going_on_tells_the_rest_at_its_new_moments() -> None:
    """The first count begins with the answer to the key, which is heard instead."""
    run = heard(reps("a"))
    run.run.press(Do.PAUSE, START + 13.5)
    run.run.press(Do.GO_ON, START + 20.0)
    assert run.player.told[-1][:3] == cues((20.0, "resume"), (21.0, "count"), (22.0, "count"))


def test_what_a_key_brings_about_is_heard_at_once() -> None:
    run = heard(reps("a"))
    run.run.tick(START + 5.0)
    run.run.press(Do.MAIN, START + 5.02)
    assert run.player.told[-1][:2] == (Cue(START + 5.02, "count"), Cue(START + 6.02, "count"))


def test_a_gap_takes_back_what_was_to_come() -> None:
    run = heard(reps("a"))
    run.at(13.5)
    run.run.press(Gap(START + 13.6), START + 500.0)
    assert run.player.told[-1] == (Cue(START + 500.0, "pause"),)


def test_muting_takes_back_everything_and_unmuting_tells_it_again() -> None:
    run = heard(reps("a"))
    run.at(13.5)
    run.run.mute(True, START + 13.5)
    silent = run.player.told[-1]
    run.run.mute(False, START + 13.5)
    assert (silent, run.player.told[-1]) == ((), cues((14.0, "count"), (15.0, "go"), (16.0, "phase-down")))


def test_the_last_sound_is_told_before_the_end() -> None:
    run = heard(reps("a", 1))
    assert run.at(16.5)[-1:] == cues((18.0, "finish"))


@given(plans, st.lists(st.floats(0.01, HORIZON), min_size=1, max_size=400))
def test_each_sound_is_heard_once_at_its_moment_whatever_the_ticks(wanted: Plan, waits: list[float]) -> None:
    """The player hears what the listeners are told, in order, also where it looks at its list all the time."""
    run, now = Heard(wanted), START
    for wait in waits:
        for part in range(1, 25):
            run.player.listen(now + wait * part / 25)
        now += wait
        run.run.tick(now)
        run.player.listen(now)
    assert list(run.player) == [sound for _, sound in run.listener if sound]


class SlowVoice(FakeVoice):
    """As slow as an espeak."""

    def clip(self, sentence: str) -> Clip | None:
        return Clip(f"say-{sentence}", 0.075 * len(sentence))


@pytest.mark.parametrize("options", [Options(), Options(rest=0, setup=5, switch=2), Options(mode="post-run", rest=3)])
@pytest.mark.parametrize("session", sorted(SESSIONS))
def test_the_next_exercise_is_always_named(session: str, options: Options) -> None:
    """Between the end of the last one and its own go."""
    wanted, listener = compile_plan(SESSIONS[session], options), FakeListener()
    workout = begin_workout(wanted, "id", NOON, "UTC")
    run = Run(Engine(wanted), workout, FakePlayer(), FakeKeeper(), lambda: NOON, [listener], Speaker(SlowVoice()))
    run.start(START)
    while (due := run.next_due()) is not None:
        run.tick(due)
    named = ""
    for event, _ in listener:
        if isinstance(event, Said):
            named = next((b.exercise.id for b in wanted.bouts if b.exercise.name.lower() in event.text.lower()), named)
        if isinstance(event, BoutStarted):
            assert named == wanted.bouts[event.bout].exercise.id


class Ear:
    """A player of which every moment is looked at: from when to when each cue was heard."""

    def __init__(self) -> None:
        self.heard: dict[Cue, float] = {}
        self._expected: tuple[Cue, ...] = ()

    def expect(self, cues: Sequence[Cue]) -> None:
        self._expected = tuple(cues)

    def quiet(self, on: bool) -> None: ...

    def listen(self, now: float) -> None:
        """What is due begins; words that nobody expects end here."""
        for cue in self._expected:
            if now - 0.3 < cue.due <= now and cue not in self.heard:
                length = SECONDS.get(cue.sound) or LETTER * len(cue.sound.removeprefix(SPOKEN))
                self.heard[cue] = cue.due + length
        for cue, end in self.heard.items():
            if is_spoken(cue.sound) and cue not in self._expected and end > now:
                self.heard[cue] = now


def named(wanted: Plan, letters: int) -> Plan:
    """The plan with so long a name for each exercise: 0.05 s a letter."""
    bouts = (
        replace(bout, exercise=replace(bout.exercise, name=bout.exercise.id.ljust(letters, "n")))
        for bout in wanted.bouts
    )
    return replace(wanted, bouts=tuple(bouts))


#: Names of up to 4 s: some fit into no rest, some only in the place of a count.
named_plans = st.builds(named, plans, st.sampled_from([0, 30, 45, 80]))


@settings(max_examples=150, deadline=None)
@given(named_plans, st.lists(st.tuples(COMMANDS, st.floats(0.02, 6.0)), max_size=14))
def test_what_is_told_is_heard_whatever_is_pressed(wanted: Plan, commands: list[tuple[Command, float]]) -> None:
    """Each sound once, none of those that give way; a key at a deadline comes after what is due."""
    player, listener = FakePlayer(), FakeListener()
    workout = begin_workout(wanted, "id", NOON, "UTC")
    speaking = Speaker(FakeVoice())
    run = Run(Engine(wanted), workout, player, FakeKeeper(), lambda: NOON, [listener], speaking)
    run.start(START)
    now = START
    for command, wait in commands:
        now += wait
        while (due := run.next_due()) is not None and due <= now:
            run.tick(due)
            player.listen(due)
        run.press(command, now)
        player.listen(now)
    assert [sound for sound in player if not is_spoken(sound)] == [sound for _, sound in listener if sound]


@settings(max_examples=150, deadline=None)
@given(named_plans, st.lists(st.tuples(COMMANDS, st.floats(0.02, 6.0)), max_size=14), st.sampled_from(["off", "all"]))
def test_words_and_sounds_never_meet_whatever_is_pressed(
    wanted: Plan, commands: list[tuple[Command, float]], counts: Counting
) -> None:
    ear = Ear()
    workout = begin_workout(wanted, "id", NOON, "UTC")
    speaking = Speaker(FakeVoice(), counts=counts)
    run = Run(Engine(wanted), workout, ear, FakeKeeper(), lambda: NOON, speaking=speaking)
    run.start(START)
    now = START
    for command, wait in commands:
        for _ in range(int(wait / 0.02)):
            now += 0.02
            ear.listen(now)
            if (due := run.next_due()) is not None and due <= now:
                run.tick(now)
                ear.listen(now)
        run.press(command, now)
        ear.listen(now)
    words = [(cue.due, end) for cue, end in ear.heard.items() if is_spoken(cue.sound)]
    sounds = [(cue.due, end) for cue, end in ear.heard.items() if not is_spoken(cue.sound)]
    assert [(word, sound) for word in words for sound in sounds if word[0] < sound[1] and sound[0] < word[1]] == []


def speaking_run() -> tuple[Run, FakePlayer]:
    """A run in its rest, in the middle of "Next: side plank."."""
    wanted, player = plan(reps("a", 1), hold("plank", name="Side plank")), FakePlayer()
    workout = begin_workout(wanted, "id", NOON, "UTC")
    run = Run(Engine(wanted), workout, player, FakeKeeper(), lambda: NOON, speaking=Speaker(FakeVoice()))
    run.start(START)
    for half in range(1, 39):
        run.tick(START + half / 2)
    return run, player


def words_of(player: FakePlayer) -> list[str]:
    """What is being said or is to come."""
    return [cue.sound.removeprefix(SPOKEN) for cue in player.told[-1] if is_spoken(cue.sound)]


def test_words_are_told_like_sounds() -> None:
    assert words_of(speaking_run()[1]) == ["Next: side plank.", "Twenty seconds."]


def test_words_fall_silent_in_a_pause_and_come_back_after_it() -> None:
    run, player = speaking_run()
    run.press(Do.PAUSE, START + 19.0)
    assert words_of(player) == []
    run.press(Do.GO_ON, START + 60.0)
    assert words_of(player)[0] == "Next: side plank."


def test_words_are_off_by_their_own_key() -> None:
    run, player = speaking_run()
    run.speak(False, START + 19.0)
    assert (run.speaks, words_of(player)) == (False, [])
    run.speak(True, START + 19.1)
    assert words_of(player)[0] == "Next: side plank."


def test_words_are_silent_while_muted() -> None:
    run, player = speaking_run()
    run.mute(True, START + 19.0)
    assert player.told[-1] == ()


def test_what_happens_while_muted_is_not_heard_afterwards() -> None:
    run = heard(reps("a"))
    run.run.mute(True, START + 11.0)
    run.run.tick(START + 12.0)
    run.run.mute(False, START + 12.1)
    assert run.player.told[-1][0] == Cue(START + 13.0, "count")


def test_a_run_without_a_voice_says_nothing() -> None:
    run = heard(reps("a"))
    assert not run.run.speaks
    assert not [event for event, _ in run.listener if isinstance(event, Said)]


def test_what_is_said_is_told_at_its_moment_and_in_order() -> None:
    """The run is to be ticked then."""
    wanted, listener = plan(hold("plank", 12)), FakeListener()
    workout = begin_workout(wanted, "id", NOON, "UTC")
    speaking = Speaker(FakeVoice(), counts="all")
    run = Run(Engine(wanted), workout, FakePlayer(), FakeKeeper(), lambda: NOON, [listener], speaking)
    run.start(START)
    moments = []
    while (due := run.next_due()) is not None:
        before = len(listener)
        run.tick(due)
        moments += [due - START - event.at for event, _ in listener[before:]]
    assert [event.at for event, _ in listener] == sorted(event.at for event, _ in listener)
    assert max(map(abs, moments)) < 1e-6
    assert [event.text for event, _ in listener if isinstance(event, Said)][:3] == [
        "Plank.",
        "Twelve seconds.",
        "Ten left.",
    ]


def test_a_side_change_is_told_by_one_sound() -> None:
    """The last rep ends in the same moment."""
    run = heard(each("a", 1), hold("b"))
    assert run.at(17.9) == cues((18.0, "switch"), (20.0, "count"))

"""Sound and voice, turned off and on in a run; and when the terminal's bell stands in."""

from __future__ import annotations

import pytest

from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.live_run import Run
from glutetimer.core.record.record import begin_workout
from glutetimer.core.run.engine import Engine
from glutetimer.core.sound_switches import NO_VOICE, rings, switch_sound, switch_voice
from tests.core.audio.test_speaker import FakeVoice
from tests.helpers.fake_program import NOON, FakeLiveRun, small_plan


def live() -> FakeLiveRun:
    """A run with a voice that speaks."""
    made = FakeLiveRun(small_plan())
    made.run.speak(True, 0.0)
    return made


def test_the_voice_goes_from_all_to_no_numbers_to_off() -> None:
    made = live()
    voice = FakeVoice()
    workout = begin_workout(small_plan(), "id", NOON, "UTC")
    made.run = Run(Engine(small_plan()), workout, made.heard, made.kept, lambda: NOON, speaking=Speaker(voice))
    made.run.start(0.0)
    told = [(switch_voice(made, at), made.run.speaks, made.run.counts) for at in (1.0, 3.0, 5.0)]
    assert told == [("Voice without numbers", True, "off"), ("Voice off", False, "off"), ("Voice on", True, "all")]
    assert {"Voice without numbers.", "Voice on."} <= set(voice.prepared)


def test_the_voice_goes_off_and_on() -> None:
    made = live()
    assert (switch_voice(made, 1.0), made.run.speaks) == ("Voice off", False)
    assert (switch_voice(made, 2.0), made.run.speaks) == ("Voice on", True)


@pytest.mark.parametrize("reason", ["", "No voice: espeak-ng does not answer."])
def test_where_there_is_no_voice_the_reason_is_told_and_nothing_changes(reason: str) -> None:
    made = live()
    made.speaker, made.voiceless = False, reason
    assert (switch_voice(made, 1.0), made.run.speaks) == (reason or NO_VOICE, True)


def test_no_voice_is_told_within_60_columns() -> None:
    """Beside the margins."""
    assert len(NO_VOICE) <= 58


def test_a_voice_that_cannot_speak_says_why() -> None:
    made = live()
    made.voiceless = "No voice: the cache folder is full."
    switch_voice(made, 1.0)
    assert (switch_voice(made, 2.0), made.run.speaks) == (made.voiceless, True)


def test_a_voice_turned_on_in_quiet_says_what_else_it_needs() -> None:
    made = live()
    made.run.mute(True, 0.0)
    switch_voice(made, 1.0)
    assert switch_voice(made, 2.0) == "Voice on, once m brings the sound back"


def test_sound_goes_off_and_on() -> None:
    made = live()
    assert (switch_sound(made, 1.0, quiet="Quiet"), made.run.muted) == ("Quiet", True)
    assert (switch_sound(made, 2.0, quiet="Quiet"), made.run.muted) == ("Sound on", False)


def test_the_record_s_trouble_is_not_the_sound_s() -> None:
    made = live()
    made.quiet, made.problem = True, "Not saved yet: the disk is full."
    switch_sound(made, 1.0, quiet="Quiet")
    assert switch_sound(made, 2.0, quiet="Quiet") == "No sound: it is off in the settings."


def test_a_rehearsal_is_not_said_to_be_heard() -> None:
    made = live()
    made.rehearsal = True
    switch_sound(made, 1.0, quiet="Quiet")
    assert switch_sound(made, 2.0, quiet="Quiet") == "A rehearsal is silent"


def test_a_voice_that_nobody_can_hear_is_not_said_to_be_on() -> None:
    made = live()
    made.quiet, made.rings, made.problem = True, True, "No sound: no device found."
    switch_voice(made, 1.0)
    assert switch_voice(made, 2.0) == "No sound: no device found."


@pytest.mark.parametrize(
    ("rung", "problem", "told"),
    [
        (True, "No sound: no device found.", "Sound on: the terminal's bell"),
        (False, "No sound: no device found.", "No sound: no device found."),
        (False, "", "No sound: it is off in the settings."),
    ],
)
def test_sound_that_is_not_there_is_not_said_to_be_on(rung: bool, problem: str, told: str) -> None:
    made = live()
    made.quiet, made.rings, made.problem = True, rung, problem
    switch_sound(made, 1.0, quiet="Quiet")
    assert switch_sound(made, 2.0, quiet="Quiet") == told


@pytest.mark.parametrize(
    ("sound", "rung", "muted", "heard"),
    [
        ("go", True, False, True),
        ("count", True, False, True),
        ("rep", True, False, True),
        ("phase-hold", True, False, False),
        ("", True, False, False),
        ("go", False, False, False),
        ("go", True, True, False),
    ],
)
def test_the_bell_rings_for_all_but_the_softest_where_nothing_else_can(
    sound: str, rung: bool, muted: bool, heard: bool
) -> None:
    made = live()
    made.rings = rung
    made.run.mute(muted, 0.0)
    assert rings(made, sound) is heard

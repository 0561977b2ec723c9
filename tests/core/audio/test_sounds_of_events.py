"""Which event makes which sound."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import get_args

import pytest

from glutetimer.core.audio.event_sounds import SECONDS, amplitude, gains, sound_class, sound_for
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Phase
from glutetimer.core.settings.config import Volume
from tests.helpers.core import Doing, each, hold, plan, reps, run_out
from tests.helpers.paths import TOP

SOUNDS = TOP / "sounds"
AT = (0.0, 1, 0)


def sounds(events: list[ev.Event]) -> list[str]:
    return [sound for event in events if (sound := sound_for(event))]


@pytest.mark.parametrize(
    ("event", "sound"),
    [
        (ev.SetupStarted(*AT, 15.0), ""),
        (ev.SwitchStarted(*AT, 5.0), "switch"),
        (ev.RestStarted(*AT, 30.0), "rest"),
        (ev.RestChanged(*AT, 45.0), ""),
        (ev.LeadStarted(*AT, 3.0), ""),
        (ev.CountIn(*AT, 3), "count"),
        (ev.BoutStarted(*AT), "go"),
        (ev.PhaseStarted(*AT, 1, 0, "up"), ""),
        (ev.PhaseStarted(*AT, 1, 1, "down"), "phase-down"),
        (ev.PhaseStarted(*AT, 1, 1, "Lower"), "phase-down"),
        (ev.PhaseStarted(*AT, 1, 1, "hold"), "phase-hold"),
        (ev.PhaseStarted(*AT, 1, 2, "swing"), "phase-up"),
        (ev.Halfway(*AT), "halfway"),
        (ev.LastSeconds(*AT, 3), "count"),
        (ev.TargetReached(*AT), "target"),
        (ev.BoutEnded(*AT, "done", 10, 30.0, "program"), ""),
        (ev.BoutAmended(*AT), ""),
        (ev.Recounted(*AT, 4), ""),
        (ev.FormBroke(*AT, 1), "stop"),
        (ev.PainFelt(*AT), "stop"),
        (ev.Paused(*AT, "key"), "pause"),
        (ev.Paused(*AT, "gap"), "pause"),
        (ev.Paused(*AT, "pain"), ""),
        (ev.Resumed(*AT), "resume"),
        (ev.Eased(*AT, "Bent knees", 8), ""),
        (ev.PaceChanged(*AT, "tap"), ""),
        (ev.Finished(*AT, "finished"), "finish"),
        (ev.Finished(*AT, "early"), ""),
        (ev.Finished(*AT, "discarded"), ""),
    ],
)
def test_the_sound_of_an_event(event: ev.Event, sound: str) -> None:
    assert sound_for(event) == sound
    assert not sound or (SOUNDS / f"{sound}.wav").is_file()


def test_the_last_three_reps_sound_different_and_the_last_one_too() -> None:
    events = [ev.RepDone(*AT, count, 6) for count in range(1, 7)]
    assert sounds(list(events)) == ["rep", "rep", "rep", "rep-near", "rep-near", "rep-last"]


def test_every_wav_file_is_the_sound_of_something() -> None:
    tempo = (Phase("up", 1.0), Phase("hold", 1.0), Phase("down", 1.0), Phase("lift", 1.0))
    events = run_out(Engine(plan(each("kick", 8, tempo=tempo), hold("plank", 20))), 0.0)
    doing = Doing(hold("plank", 20, pace="own"), reps("b"))
    doing.press(Do.PAUSE, 40.0)
    doing.press(Do.GO_ON, 41.0)
    doing.press(Do.FORM_BROKE, 50.0)
    heard = set(sounds(events) + sounds(doing.events))
    assert heard == {path.stem for path in SOUNDS.glob("*.wav")}


def test_a_rep_of_two_phases_is_a_soft_tick_and_a_clear_sound() -> None:
    doing = Doing(reps("squat", 8))
    assert sounds(doing.to(21.5))[3:] == ["go", "phase-down", "rep", "phase-down", "rep"]


def test_the_trace_has_every_field_of_an_event() -> None:
    assert ev.event_json(ev.RepDone(12.0, 3, 1, 4, 10)) == {
        "event": "RepDone",
        "at": 12.0,
        "step": 3,
        "bout": 1,
        "count": 4,
        "of": 10,
    }


def test_pauses_have_no_other_reasons_than_these() -> None:
    assert get_args(ev.PauseReason) == ("key", "gap", "pain")


def test_what_counts_along_is_a_tick_and_everything_else_a_transition() -> None:
    classes = {path.stem: sound_class(path.stem) for path in SOUNDS.glob("*.wav")}
    ticks = {"count", "phase-up", "phase-hold", "phase-down", "rep", "rep-near", "rep-last"}
    changes = {"go", "switch", "rest", "halfway", "target", "finish", "pause", "resume", "stop"}
    assert classes == dict.fromkeys(ticks, "ticks") | dict.fromkeys(changes, "transitions")


def test_each_class_has_its_own_gain() -> None:
    assert gains(["rep", "go"], Volume(ticks=0, transitions=50, voice=10)) == {
        "rep": 0.0,
        "go": 0.25,
        "voice": pytest.approx(0.01),
    }


def test_the_lengths_of_the_sounds_are_those_of_the_files() -> None:
    assert {path.stem: round(seconds_of(path), 3) for path in SOUNDS.glob("*.wav")} == SECONDS


def seconds_of(path: Path) -> float:
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()


def test_volume_goes_by_the_square() -> None:
    assert [amplitude(percent) for percent in (0, 10, 50, 100)] == [0.0, pytest.approx(0.01), 0.25, 1.0]

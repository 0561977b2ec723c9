"""Which voice a run gets for its setting, and the one that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from glutetimer.adapters.voice.choose import NoVoice, choose_voice
from glutetimer.adapters.voice.engines import no_engine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
from glutetimer.core.settings.settings import Voice
from tests.helpers.voice import SPEAKS, stand_in


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the PATH, and the folder of the system; nothing is in it yet."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    return tmp_path


def test_without_an_engine_only_who_asked_for_a_voice_is_told(programs: Path) -> None:
    assert choose_voice("on", programs) == NoVoice(no_engine())
    assert choose_voice("auto", programs) == NoVoice()


def test_a_voice_that_is_off_is_not_looked_for(programs: Path) -> None:
    stand_in(programs, "espeak-ng", SPEAKS)
    assert choose_voice("off", programs) == NoVoice()


@pytest.mark.parametrize("wanted", ["auto", "on"])
def test_with_an_engine_there_is_a_voice_and_nothing_begins_yet(wanted: Voice, programs: Path) -> None:
    stand_in(programs, "espeak-ng", SPEAKS)
    voice = choose_voice(wanted, programs / "voice")
    assert isinstance(voice, RenderedVoice)
    assert (voice.problem, voice.progress) == ("", (0, 0))
    voice.close()
    assert not (programs / "voice").exists()


def test_no_voice_says_nothing() -> None:
    voice = NoVoice("No voice: so it is.")
    voice.prepare(["Halfway."])
    assert (voice.clip("Halfway."), voice.progress, voice.problem) == (None, (0, 0), "No voice: so it is.")
    voice.close()

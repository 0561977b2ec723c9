"""Sound and voice of a run, as the settings have it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from glutetimer.adapters.files.folders import places
from glutetimer.adapters.sound.player import Silent
from glutetimer.adapters.voice.choose import NoVoice
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring import audio
from glutetimer.cli.wiring.audio import Check, open_audible
from glutetimer.cli.wiring.program import FileProgram
from glutetimer.core.plan.options import Options
from glutetimer.core.settings.config import Config, Volume
from tests.helpers.transcript import FakeLore

NOTHING_KNOWN = FakeLore()


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is never asked."""
    monkeypatch.setattr("glutetimer.adapters.voice.choose.find_engine", lambda: SpeechEngine("espeak-ng", "espeak-ng"))


class FakeVoice:
    """Never ready."""

    problem = ""
    progress = (1, 2)

    def __init__(self) -> None:
        self.prepared: list[str] = []
        self.closed = 0

    def prepare(self, sentences: Sequence[str]) -> None:
        self.prepared += sentences

    def clip(self, sentence: str) -> None:
        return None

    def close(self) -> None:
        self.closed += 1


class Player:
    """A player that says of itself what it is told to."""

    def __init__(self, *, heard: bool = True, whole: bool = True) -> None:
        self.problem, self.heard, self.whole, self.bell = "", heard, whole, not heard
        self.closed = 0

    def play(self, sound: str) -> None: ...

    def expect(self, cues: object) -> None: ...

    def quiet(self, on: bool) -> None: ...

    def again(self) -> None: ...

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch) -> Player:
    made = Player()
    monkeypatch.setattr(audio, "choose_player", lambda *_, **how: made)
    return made


def test_a_rehearsal_is_quiet_and_has_no_voice(tmp_path: Path) -> None:
    made = open_audible(Config(), tmp_path, rehearsal=True)
    assert (made.player, made.voice, made.bell()) == (Silent(), NoVoice(), False)


@pytest.mark.parametrize(
    ("volume", "silent"),
    [(Volume(0, 0), True), (Volume(10, 0), False), (Volume(0, 10), False), (Volume(0, 0, 100), True)],
)
def test_with_all_volumes_at_0_the_screen_flashes(player: Player, tmp_path: Path, volume: Volume, silent: bool) -> None:
    assert open_audible(Config(volume=volume), tmp_path, rehearsal=False).silent() is silent


def test_with_a_sound_missing_the_screen_flashes_and_no_bell_rings(player: Player, tmp_path: Path) -> None:
    player.whole = False
    made = open_audible(Config(), tmp_path, rehearsal=False)
    assert (made.silent(), made.bell()) == (True, False)


def test_without_anything_to_play_on_the_bell_rings(player: Player, tmp_path: Path) -> None:
    made = open_audible(Config(), tmp_path, rehearsal=False)
    player.heard, player.whole, player.bell = False, False, True
    assert (made.silent(), made.bell()) == (True, True)


def test_who_wants_no_sound_has_no_bell_and_no_voice(tmp_path: Path) -> None:
    made = open_audible(Config(player="none", voice="on"), tmp_path, rehearsal=False)
    assert (made.bell(), made.speaking(NOTHING_KNOWN), made.unspoken) == (False, None, "No voice: there is no sound.")


def test_a_bell_cannot_speak(tmp_path: Path) -> None:
    made = open_audible(Config(player="bell"), tmp_path, rehearsal=False)
    assert (made.bell(), made.wordless) == (True, "No voice: the bell cannot speak.")


def test_a_voice_of_volume_0_is_none(player: Player, tmp_path: Path) -> None:
    made = open_audible(Config(volume=Volume(voice=0)), tmp_path, rehearsal=False)
    assert (made.speaking(NOTHING_KNOWN), made.unspoken) == (None, "No voice: its volume is 0.")


@pytest.mark.parametrize("wanted", ["auto", "on", "off"])
def test_a_voice_that_is_off_can_still_be_turned_on(player: Player, tmp_path: Path, wanted: str) -> None:
    """By its key: nothing is made before."""
    made = open_audible(Config(voice=wanted), tmp_path, rehearsal=False)  # type: ignore[arg-type]
    assert isinstance(made.voice, RenderedVoice)
    assert made.speaking is not None
    assert made.preparing == ""


def test_all_is_closed(player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = FakeVoice()
    monkeypatch.setattr(audio, "choose_voice", lambda *_: voice)
    open_audible(Config(), tmp_path, rehearsal=False).close()
    assert (player.closed, voice.closed) == (1, 1)


def test_a_sound_check_that_is_closed_says_no_more(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its thread waits for the sentence no longer."""
    monkeypatch.setattr(audio, "choose_voice", lambda *_: FakeVoice())
    check = Check(open_audible(Config(), tmp_path, rehearsal=False))
    check.say("Hello.")
    waiting = [thread for thread in threading.enumerate() if thread.name == "sound check"]
    check.close()
    for thread in waiting:
        thread.join(60.0)
    assert waiting
    assert not any(thread.is_alive() for thread in waiting)


def test_turned_down_is_not_without_sound(player: Player, tmp_path: Path) -> None:
    """Who wants none hears no bell either."""
    player.heard, player.whole, player.bell = False, False, True
    assert not open_audible(Config(volume=Volume(0, 0)), tmp_path, rehearsal=False).bell()


@pytest.mark.parametrize(("wanted", "speaks"), [("auto", True), ("on", True), ("off", False)])
def test_a_run_speaks_as_the_settings_have_it(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, speaks: bool
) -> None:
    """Where words are off, no clip is made of them either, and nothing is said of making them."""
    voice = FakeVoice()
    monkeypatch.setattr(audio, "choose_voice", lambda *_: voice)
    config = Config(voice=wanted)  # type: ignore[arg-type]
    where = Settings(places(tmp_path / "log", tmp_path / "config.toml"), config)
    run = FileProgram(where, Options(), keep=False).begin("get-hip", Options())
    run.close()
    assert (run.run.speaks, bool(voice.prepared)) == (speaks, speaks)
    assert (run.audible.preparing in run.remarks) is speaks

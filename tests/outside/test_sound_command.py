"""`glutetimer sound`: what was found, what is used and why; every sound is heard with its name."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from glutetimer.adapters.sound.available import FoundPlayers, sounds_folder
from glutetimer.adapters.sound.player import Silent
from glutetimer.adapters.voice.choose import NoVoice
from glutetimer.adapters.voice.engines import SpeechEngine, find_engine
from glutetimer.cli import sound
from glutetimer.cli.sound import SoundReport, as_lines, as_object
from glutetimer.cli.wiring.audio import Audible
from glutetimer.core.values import replace
from tests.hearing.recognition import SOUNDS, let_hear, recognised
from tests.helpers.pulse import RATE, private_pulse, recorder
from tests.helpers.terminal import PATIENCE, Home, Terminal, command

pytestmark = pytest.mark.outside

FINE = SoundReport(
    player="auto",
    used="miniaudio",
    backend="PulseAudio",
    why="it keeps time best",
    problem="",
    muted=False,
    found=(
        FoundPlayers("miniaudio", "1.71"),
        FoundPlayers("simpleaudio", here=False),
        FoundPlayers("aplay", path="/usr/bin/aplay"),
    ),
    engine=SpeechEngine("espeak-ng", "/usr/bin/espeak-ng"),
    sounds=("go", "rest"),
)
NO_DEVICE = "No sound: no device found. The screen flashes instead."


def configured(home: Home, text: str) -> Home:
    """The same home with these settings."""
    path = home.folder / "config" / "glutetimer" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return home


def hearing(home: Home, environment: Mapping[str, str]) -> Home:
    """The same home with a sound server."""
    home.hear(environment)
    return home


def test_the_engine_is_told_with_its_version_where_it_has_one() -> None:
    told = replace(FINE, engine_version="1.51")
    assert as_object(told)["voice"] == {"engine": "espeak-ng", "version": "1.51"}
    assert any(line.endswith("espeak-ng 1.51, /usr/bin/espeak-ng") for line in as_lines(told))


def test_the_report_for_programs() -> None:
    assert as_object(FINE) == {
        "format": 1,
        "player": "auto",
        "used": "miniaudio",
        "backend": "PulseAudio",
        "why": "it keeps time best",
        "sounds": ["go", "rest"],
        "found": [{"name": "miniaudio", "version": "1.71"}, {"name": "aplay", "path": "/usr/bin/aplay"}],
        "voice": {"engine": "espeak-ng"},
    }


def test_what_does_not_apply_is_absent() -> None:
    quiet = replace(FINE, used="bell", backend="", why="", problem=NO_DEVICE, engine=None)
    assert list(as_object(quiet)) == ["format", "player", "used", "sounds", "found", "problem"]
    assert "backend" not in as_object(replace(FINE, used="simpleaudio", backend="simpleaudio"))


def test_the_report_for_people() -> None:
    assert list(as_lines(FINE)) == [
        "PLAYER       FOUND",
        "miniaudio    1.71",
        "simpleaudio  not here",
        "aplay        /usr/bin/aplay",
        "bell         the terminal's own",
        "voice        espeak-ng, /usr/bin/espeak-ng",
        "",
        "miniaudio plays through PulseAudio: it keeps time best.",
    ]


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            replace(FINE, used="system", backend="aplay", why="miniaudio is not installed"),
            ["aplay plays: miniaudio is not installed."],
        ),
        (
            replace(FINE, why="trumpet is not here", problem="trumpet is not here: miniaudio plays instead."),
            ["miniaudio plays through PulseAudio: trumpet is not here."],
        ),
        (replace(FINE, used="bell", backend="", why="", problem=NO_DEVICE), [NO_DEVICE, "The terminal's bell rings."]),
        (replace(FINE, used="bell", backend=""), ["The terminal's bell rings: it keeps time best."]),
        (
            replace(FINE, used="none", backend="", why="so", problem="Sound is off.", muted=True),
            ["Sound is off: so.", "A run begins quiet: the settings say mute."],
        ),
    ],
)
def test_what_is_used_is_said_once_and_why(report: SoundReport, said: list[str]) -> None:
    lines = list(as_lines(report))
    assert lines[lines.index("") + 1 :] == said


def test_every_sound_has_a_meaning() -> None:
    assert set(sound.MEANS) == set(SOUNDS)


def test_without_a_device_it_is_a_report_like_any_other(home: Home) -> None:
    done = home.run("sound", "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (answer["player"], answer["used"], answer["problem"]) == ("auto", "bell", NO_DEVICE)
    assert answer["sounds"] == sorted(SOUNDS)
    assert [set(row) for row in answer["found"] if row["name"] == "miniaudio"] == [{"name", "version"}]
    assert not any(value is None for value in answer.values())


def test_without_a_device_nothing_is_played(home: Home) -> None:
    out = home.ask("sound")
    assert out.splitlines()[-2:] == [NO_DEVICE, "The terminal's bell rings."]
    assert "\a" not in out


def test_the_bell_is_rung_in_a_terminal(home: Home) -> None:
    with Terminal(configured(home, 'player = "bell"\n'), "sound") as terminal:
        terminal.wait_for("The terminal's bell rings: the settings say so.")
        assert terminal.end() == 0
        assert terminal.raw.count(b"\a") == 1


def test_sound_that_is_off_is_no_problem(home: Home) -> None:
    answer = configured(home, 'player = "none"\n').json("sound")
    assert (answer["used"], answer["why"], answer["problem"]) == ("none", "the settings say so", "Sound is off.")


@pytest.mark.live
def test_json_plays_nothing(home: Home, tmp_path: Path) -> None:
    with private_pulse(tmp_path) as environment, recorder(environment) as ear:
        answer = hearing(home, environment).json("sound")
        ear.hear(0.2)
        assert not any(ear.samples())
    assert (answer["used"], answer["backend"]) == ("miniaudio", "PulseAudio")
    assert "problem" not in answer


def of_sounds(names: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch, settings: str) -> list[str]:
    """Run the command in a world of these sounds; what it says after it has said what plays."""
    folder.mkdir()
    for name in names:
        shutil.copy(sounds_folder() / f"{name}.wav", folder)
    monkeypatch.setattr(sound, "sounds_folder", lambda: folder)
    monkeypatch.setattr(sound, "APART", 0.3)
    config = folder / "config.toml"
    config.write_text(settings)
    done = CliRunner().invoke(sound.sound_command, ["--config", str(config)])
    assert done.exit_code == 0
    lines = done.output.splitlines()
    return lines[lines.index("miniaudio plays through PulseAudio: it keeps time best.") + 2 :]


@pytest.mark.live
def test_each_sound_is_heard_after_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with private_pulse(tmp_path) as environment, recorder(environment) as ear:
        let_hear(monkeypatch, environment)
        said = of_sounds(("finish", "go", "rep"), tmp_path / "few", monkeypatch, 'voice = "off"\n')
        ear.hear(0.2)
        heard = [burst.name for burst in recognised(ear.samples())]
    assert said == ["go          start now", "rep         a rep is done", "finish      the workout is done"]
    assert heard == ["go", "rep", "finish"]


@pytest.mark.live
def test_a_sentence_is_spoken_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_engine() is None:
        pytest.skip("no speech engine is here")
    monkeypatch.setattr(sound, "SENTENCE", "Go.")
    with private_pulse(tmp_path) as environment, recorder(environment) as ear:
        let_hear(monkeypatch, environment)
        said = of_sounds(("phase-hold",), tmp_path / "few", monkeypatch, "")
        ear.hear(0.2)
        first, *_ = recognised(ear.samples())
        after = ear.samples()[round((first.second + 0.2) * RATE) :]
    assert said == ["phase-hold  the next part of a rep: stay there", "voice       Go."]
    assert (first.name, any(abs(sample) > 2000 for sample in after)) == ("phase-hold", True)


@pytest.mark.live
def test_a_voice_that_cannot_be_heard_says_why_to_who_wants_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_pulse(tmp_path) as environment, recorder(environment):
        let_hear(monkeypatch, environment)
        wanted = of_sounds((), tmp_path / "wanted", monkeypatch, "[volume]\nvoice = 0\n")
        not_wanted = of_sounds((), tmp_path / "not", monkeypatch, 'voice = "off"\n[volume]\nvoice = 0\n')
    assert (wanted, not_wanted) == (["No voice: its volume is 0."], [])


@pytest.mark.live
def test_control_c_ends_it_quietly(home: Home, tmp_path: Path) -> None:
    with (
        private_pulse(tmp_path) as environment,
        recorder(environment),
        Terminal(hearing(home, environment), "sound") as terminal,
    ):
        terminal.wait_for("start now")
        terminal.press("\x03")
        assert terminal.end() == 128 + signal.SIGINT
        assert terminal.text.split("start now")[1].split() == ["^C"]


def test_who_ends_it_does_not_wait_for_the_last_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing lets that ring out."""
    rung_out = threading.Event()

    class Ringing(Silent, frozen=True):
        def close(self) -> None:
            rung_out.wait(2 * PATIENCE)

    def end(*_: object) -> None:
        raise SystemExit(130)

    audible = Audible(Ringing(), NoVoice(), audible=True)
    monkeypatch.setattr(sound, "open_audible", lambda *_, **__: audible)
    monkeypatch.setattr(sound, "report_on", end)
    began = time.monotonic()
    assert CliRunner().invoke(sound.sound_command).exit_code == 130
    assert time.monotonic() - began < PATIENCE
    rung_out.set()


@pytest.mark.live
def test_a_reader_that_goes_ends_it_quietly(home: Home, tmp_path: Path) -> None:
    """As in `glutetimer sound | head -1`."""
    with private_pulse(tmp_path) as environment, recorder(environment):
        argv, env = command("sound"), hearing(home, environment).env
        with subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert (process.stderr.read(), process.wait(PATIENCE)) == (b"", 141)

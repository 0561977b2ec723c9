"""Engines that hang, crash or are killed, and folders that take nothing: the rest is said, and the reason told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.sound.spawn import child_environment
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.rendered_voice import MOST_LOST
from tests.helpers.sound import is_gone, until
from tests.helpers.voice import HANGS, SPEAKS, child_of, fake_espeak, finished, had, pids, stand_in, voice_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins for engines are scripts")

SENTENCES = [f"{number}." for number in range(6)]
#: Hangs, crashes or speaks, as the sentence asks for.
MOODY = f"""
import os, sys
here = os.path.dirname(sys.argv[0])
text = sys.stdin.read().strip()
if text.startswith("Hang"):
    {HANGS.strip().replace(chr(10), chr(10) + "    ")}
if text.startswith("Crash"):
    os.abort()
sys.stdout.buffer.write(open(os.path.join(here, "tone.wav"), "rb").read())
"""
#: Prepares where no file may be longer than 4000 bytes, as on a full disk.
FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.helpers.sound import until
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
voice = RenderedVoice(SpeechEngine("espeak-ng", sys.argv[1]), Path(sys.argv[2]))
voice.prepare(["One.", "Two."])
until(lambda: voice.progress == (2, 2))
print(voice.problem)
voice.close()
"""


def test_a_sentence_at_which_the_engine_hangs_or_crashes_is_left_out(tmp_path: Path) -> None:
    sentences = ["One.", "Hang.", "Two.", "Crash.", "Three."]
    with voice_of(fake_espeak(tmp_path, MOODY), tmp_path, limit=5.0) as voice:
        voice.prepare(sentences)
        assert finished(voice)
        assert (had(voice, sentences), voice.problem) == ([True, False, True, False, True], "")
        assert [is_gone(pid) for pid in pids(tmp_path)] == [True]


def test_only_losses_in_a_row_count(tmp_path: Path) -> None:
    sentences = ["Crash 1.", "Crash 2.", "One.", "Crash 3.", "Crash 4.", "Two."]
    with voice_of(fake_espeak(tmp_path, MOODY), tmp_path) as voice:
        voice.prepare(sentences)
        assert finished(voice)
        assert (had(voice, sentences), voice.problem) == ([False, False, True, False, False, True], "")


def test_an_engine_that_always_hangs_is_given_up_and_that_is_told(tmp_path: Path) -> None:
    """Progress gets to its end: nobody waits for what will never come."""
    with voice_of(fake_espeak(tmp_path, HANGS), tmp_path, limit=2.0) as voice:
        voice.prepare(SENTENCES)
        assert finished(voice)
        assert voice.problem == "No voice: espeak-ng does not answer. The screen says it all."
        assert voice.progress == (6, 6)
        assert len(pids(tmp_path)) <= MOST_LOST
        assert all(map(is_gone, pids(tmp_path)))


def test_an_engine_that_is_not_there_any_more_is_given_up(tmp_path: Path) -> None:
    with voice_of(SpeechEngine("espeak-ng", str(tmp_path / "away")), tmp_path) as voice:
        voice.prepare(SENTENCES)
        assert finished(voice)
        assert (had(voice, SENTENCES), voice.problem[:9]) == ([False] * 6, "No voice:")


def test_what_the_folder_holds_is_said_without_an_engine_too(tmp_path: Path) -> None:
    with voice_of(fake_espeak(tmp_path), tmp_path) as voice:
        voice.prepare(["Known."])
        assert finished(voice)
    with voice_of(SpeechEngine("espeak-ng", str(tmp_path / "away")), tmp_path) as voice:
        voice.prepare([*SENTENCES, "Known."])
        assert finished(voice)
        assert (had(voice, ["Known."]), voice.problem != "") == ([True], True)


def test_an_engine_that_is_killed_loses_its_sentence_only(tmp_path: Path) -> None:
    with voice_of(fake_espeak(tmp_path, MOODY), tmp_path) as voice:
        voice.prepare(["Hang.", "One."])
        assert until(lambda: pids(tmp_path))
        os.kill(pids(tmp_path)[0], signal.SIGKILL)
        assert finished(voice)
        assert had(voice, ["Hang.", "One."]) == [False, True]


def test_a_child_that_is_killed_takes_its_engine_along_and_another_one_follows(tmp_path: Path) -> None:
    with voice_of(fake_espeak(tmp_path, MOODY), tmp_path) as voice:
        voice.prepare(["Hang.", "One."])
        assert until(lambda: pids(tmp_path))
        os.kill(child_of(voice), signal.SIGKILL)
        assert finished(voice)
        assert (had(voice, ["Hang.", "One."]), voice.problem) == ([False, True], "")
        assert is_gone(pids(tmp_path)[0])


def test_a_child_that_is_killed_while_it_waits_costs_no_sentence(tmp_path: Path) -> None:
    with voice_of(fake_espeak(tmp_path), tmp_path) as voice:
        voice.prepare(["One."])
        assert finished(voice)
        os.kill(child_of(voice), signal.SIGKILL)
        assert is_gone(child_of(voice))
        voice.prepare(["Two."])
        assert finished(voice)
        assert had(voice, ["Two."]) == [True]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file is in its place")
    with voice_of(fake_espeak(tmp_path), tmp_path) as voice:
        voice.prepare(SENTENCES)
        assert finished(voice)
        assert voice.problem == f"No voice: {tmp_path / 'clips'} cannot be written."
        assert had(voice, SENTENCES) == [False] * 6
    assert (tmp_path / "told").read_text().split() == SENTENCES[:1]


def test_a_full_disk_is_told_and_no_half_clip_stays(tmp_path: Path) -> None:
    engine = stand_in(tmp_path, "espeak-ng", SPEAKS)
    environment = child_environment() | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", FULL_DISK, str(engine), str(tmp_path / "clips")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"No voice: {tmp_path / 'clips'} cannot be written.\n"
    assert done.stderr == ""
    assert [*(tmp_path / "clips").iterdir()] == []


def test_a_folder_that_no_system_has_is_told(tmp_path: Path) -> None:
    """A slip of the thread itself is seen, and ends nothing."""
    with voice_of(fake_espeak(tmp_path), Path(f"{tmp_path}\0")) as voice:
        voice.prepare(SENTENCES)
        assert finished(voice)
        assert voice.problem.endswith(" cannot be used.")

"""The voice at work with the real engine, and what it keeps for the next time."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.sound.wavs import read_samples
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.polish import CEILING, LOUDNESS, loudness
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
from glutetimer.core.audio.ports import Clip
from tests.helpers.paths import TOP
from tests.helpers.sound import is_gone, until
from tests.helpers.spectrum import power_between
from tests.helpers.voice import FULL, RATE, SPEAKS, child_of, decibels, fake_espeak, finished, need_espeak

Opens = Callable[..., RenderedVoice]
#: Speaks only while a file called "go" is there.
WAITS = f"""
import os, sys, time
while not os.path.exists(os.path.join(os.path.dirname(sys.argv[0]), "go")):
    time.sleep(0.002)
{SPEAKS}
"""


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Opens voices whose clips lie in `clips`; closes them at the end."""
    opened: list[RenderedVoice] = []

    def open_voice(engine: SpeechEngine, **how: float) -> RenderedVoice:
        opened.append(RenderedVoice(engine, tmp_path / "clips", **how))
        return opened[-1]

    yield open_voice
    for voice in opened:
        voice.close()


def told(folder: Path) -> list[str]:
    """What the stand-in was told to say."""
    path = folder / "told"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def clip_of(voice: RenderedVoice, sentence: str) -> Clip:
    """A clip that is ready."""
    clip = voice.clip(sentence)
    assert clip is not None
    return clip


@pytest.mark.live
def test_a_sentence_becomes_a_clip_that_the_sound_child_can_play(opens: Opens, tmp_path: Path) -> None:
    """Without the silence that engines put around it, as loud as all, never cut off."""
    voice = opens(need_espeak())
    voice.prepare(["Left foot on the step."])
    assert finished(voice)
    clip = clip_of(voice, "Left foot on the step.")
    samples = read_samples(tmp_path / "clips" / f"{clip.name}.wav")
    assert clip.seconds == pytest.approx(len(samples) / RATE)
    assert 1.0 < clip.seconds < 1.5
    sound = [sample / FULL for sample in samples]
    assert max(map(abs, sound)) <= CEILING + 1 / FULL
    assert loudness(sound, RATE) == pytest.approx(LOUDNESS, rel=0.08)
    assert max(map(abs, sound[:1_500])) > 0.01
    assert max(map(abs, sound[-1_500:])) > 0.001


@pytest.mark.live
@pytest.mark.parametrize("text", ["Clam shell, left. Feet stay together.", "Ten reps.", "seven", "six", "one more"])
def test_words_are_as_loud_as_the_tones_where_an_ear_hears_best(opens: Opens, tmp_path: Path, text: str) -> None:
    """Within 3 dB of the go sound between 1 and 4 kHz, over the windows in which something is said."""
    voice = opens(need_espeak())
    voice.prepare([text])
    assert finished(voice)
    words = [sample / FULL for sample in read_samples(tmp_path / "clips" / f"{clip_of(voice, text).name}.wav")]
    go = [sample / FULL for sample in read_samples(TOP / "sounds" / "go.wav")]
    assert decibels(band_rms(words) / band_rms(go)) == pytest.approx(0, abs=3)


def band_rms(sound: list[float]) -> float:
    """Root mean square between 1 and 4 kHz over the voiced windows of 50 ms."""
    size = round(0.05 * RATE)
    windows = [sound[at : at + size] for at in range(0, len(sound) - size + 1, size)]
    voiced = [window for window in windows if max(map(abs, window)) >= max(map(abs, sound)) / 10]
    return math.sqrt(sum(power_between(window, 1_000, 4_000) for window in voiced) / len(voiced))


def test_nothing_is_ready_at_once_and_asking_does_not_wait(opens: Opens, tmp_path: Path) -> None:
    voice = opens(fake_espeak(tmp_path, WAITS))
    voice.prepare(["One.", "Two.", "One."])
    assert (voice.clip("One."), voice.clip("Never asked for."), voice.progress) == (None, None, (0, 2))
    (tmp_path / "go").touch()
    assert finished(voice)
    assert (voice.progress, voice.problem) == ((2, 2), "")
    assert [clip_of(voice, text).seconds for text in ("One.", "Two.")] == [pytest.approx(0.5, abs=0.02)] * 2


def test_the_first_sentences_come_first_and_what_is_asked_for_later_before_them(opens: Opens, tmp_path: Path) -> None:
    """The step that runs needs its words now; those of the whole plan have time."""
    voice = opens(fake_espeak(tmp_path, WAITS))
    voice.prepare(["One.", "Two.", "Three.", "Four."])
    assert until(lambda: child_of(voice))
    voice.prepare(["Three.", "Five.", "Three."])
    assert voice.progress == (0, 5)
    (tmp_path / "go").touch()
    assert finished(voice)
    assert told(tmp_path) == ["One.", "Three.", "Five.", "Two.", "Four."]


def test_progress_counts_up(opens: Opens, tmp_path: Path) -> None:
    voice = opens(fake_espeak(tmp_path))
    voice.prepare([f"{number}." for number in range(5)])
    seen = [voice.progress]
    while seen[-1] != (5, 5) and until(lambda: voice.progress != seen[-1]):
        seen.append(voice.progress)
    assert seen == sorted(seen)
    assert {of for _, of in seen} == {5}
    assert seen[-1] == (5, 5)


def test_what_is_ready_is_not_made_again(opens: Opens, tmp_path: Path) -> None:
    """Each step asks for its words, which the whole plan has asked for before."""
    voice = opens(fake_espeak(tmp_path))
    voice.prepare(["One.", "Two."])
    assert finished(voice)
    voice.prepare(["Two.", "One."])
    assert (voice.progress, told(tmp_path)) == ((2, 2), ["One.", "Two."])


def test_what_was_said_once_is_there_without_the_engine(opens: Opens, tmp_path: Path) -> None:
    first = opens(fake_espeak(tmp_path))
    first.prepare(["Halfway."])
    assert finished(first)
    second = opens(SpeechEngine("espeak-ng", str(tmp_path / "away")))
    second.prepare(["Halfway."])
    assert finished(second)
    assert second.clip("Halfway.") == clip_of(first, "Halfway.")
    assert (told(tmp_path), child_of(second)) == (["Halfway."], 0)


@pytest.mark.parametrize("content", [b"", b"broken", b"RIFF" + bytes(4_096)], ids=["empty", "broken", "zeros"])
def test_a_broken_file_is_made_anew(opens: Opens, tmp_path: Path, content: bytes) -> None:
    first = opens(fake_espeak(tmp_path))
    first.prepare(["Halfway."])
    assert finished(first)
    clip = clip_of(first, "Halfway.")
    (tmp_path / "clips" / f"{clip.name}.wav").write_bytes(content)
    second = opens(fake_espeak(tmp_path))
    second.prepare(["Halfway."])
    assert finished(second)
    assert second.clip("Halfway.") == clip
    assert len(told(tmp_path)) == 2


@pytest.mark.parametrize("nothing", ["", "  ", "\n", "[]"])
def test_an_empty_sentence_is_done_with_and_has_no_clip(opens: Opens, tmp_path: Path, nothing: str) -> None:
    voice = opens(fake_espeak(tmp_path))
    voice.prepare([nothing])
    assert finished(voice)
    assert (voice.clip(nothing), voice.progress, voice.problem, told(tmp_path)) == (None, (1, 1), "", [])


def test_a_sentence_is_one_line_without_orders_for_the_engine(opens: Opens, tmp_path: Path) -> None:
    """Brackets are; a line break would be two sentences for the child."""
    voice = opens(fake_espeak(tmp_path))
    voice.prepare(["-a [[rate 9]]\n two\t\udc80"])
    assert finished(voice)
    assert clip_of(voice, "-a [[rate 9]]\n two\t\udc80").seconds > 0
    assert told(tmp_path) == ["-a rate 9 two ?"]


def test_a_sentence_that_is_silence_is_nobodys_fault(opens: Opens, tmp_path: Path) -> None:
    engine = fake_espeak(tmp_path)
    (tmp_path / "tone.wav").write_bytes((tmp_path / "tone.wav").read_bytes()[:44])
    voice = opens(engine)
    silent = [f"{number}." for number in range(5)]
    voice.prepare(silent)
    assert finished(voice)
    assert ([voice.clip(text) for text in silent], voice.problem) == ([None] * 5, "")


def test_the_child_goes_when_there_is_nothing_to_do_and_comes_back(opens: Opens, tmp_path: Path) -> None:
    """A run of half an hour needs it for its first seconds."""
    voice = opens(fake_espeak(tmp_path), linger=0.01)
    voice.prepare(["One."])
    assert until(lambda: child_of(voice))
    first = child_of(voice)
    assert finished(voice)
    assert is_gone(first)
    assert until(lambda: not child_of(voice))
    voice.prepare(["Two."])
    assert finished(voice)
    assert voice.clip("Two.")


def test_the_folder_is_kept_small_but_for_what_is_in_use(
    opens: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glutetimer.adapters.voice.clips.MOST", 1)
    (tmp_path / "clips").mkdir()
    old = tmp_path / "clips" / "say-old.wav"
    old.touch()
    voice = opens(fake_espeak(tmp_path))
    voice.prepare(["One.", "Two."])
    assert finished(voice)
    voice.close()
    assert not old.exists()
    assert len([*(tmp_path / "clips").iterdir()]) == 2


def test_nothing_happens_after_the_end(opens: Opens, tmp_path: Path) -> None:
    voice = opens(fake_espeak(tmp_path))
    voice.close()
    voice.prepare(["One."])
    voice.close()
    assert (voice.clip("One."), told(tmp_path)) == (None, [])


def test_a_voice_costs_the_start_of_the_program_little() -> None:
    """What takes time to import is imported where a clip is to be made."""
    code = "import sys; import glutetimer.adapters.voice.choose; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"subprocess", "wave", "hashlib", "glutetimer.adapters.voice.polish"} & {*modules}

"""The engines at work. espeak-ng is real; `say` and PowerShell run elsewhere only: here stand-ins take their orders."""

from __future__ import annotations

import re
import threading
from base64 import b64decode
from pathlib import Path

import pytest

from glutetimer.adapters.voice.child import made
from glutetimer.adapters.voice.clips import find_clip
from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.speakers import (
    SCRIPT,
    Espeak,
    Lost,
    Say,
    SpeechProgram,
    SystemSpeech,
    english_voice,
    powershell_command,
    speaker_for,
)
from tests.helpers.voice import SPEAKS, fake_espeak, need_espeak, stand_in

VOICES = """Alice               it_IT    # Ciao! Mi chiamo Alice.
Daniel              en_GB    # Hello! My name is Daniel.
Grandma (English (US)) en_US    # Hello! My name is Grandma.
Samantha            en_US    # Hello! My name is Samantha.
Thomas              fr_FR    # Bonjour, je m'appelle Thomas. #2
"""
#: Writes its orders and the text down, and a tone into the file after -o.
SAYS = """
import os, shutil, sys
here = os.path.dirname(sys.argv[0])
if sys.argv[1:] == ["-v", "?"]:
    sys.stdout.write(open(os.path.join(here, "voices")).read())
else:
    shutil.copy(os.path.join(here, "tone.wav"), sys.argv[sys.argv.index("-o") + 1])
    with open(os.path.join(here, "told"), "a") as told:
        print(*sys.argv[1:], sys.stdin.read().strip(), sep="|", file=told)
"""
#: Speaks as the script does that PowerShell is given: a line in, a line out, and chatter between.
POWERSHELL = """
import base64, os, sys
here = os.path.dirname(sys.argv[0])
for line in sys.stdin:
    text = base64.b64decode(line)
    with open(os.path.join(here, "told"), "ab") as told:
        told.write(b"%d %s\\n" % (os.getpid(), text))
    print("chatter")
    if text == b"Die.":
        sys.exit()
    print("lost" if text == b"Lost." else "said " + base64.b64encode(b"\\1\\0\\2\\0").decode(), flush=True)
"""


def told(folder: Path) -> list[str]:
    """What a stand-in wrote down."""
    return (folder / "told").read_text(encoding="utf-8").splitlines()


TEXTS = ["Halfway.", "-v nowhere", "--help", 'Say "knees" & <laces>; $HOME `id` \\', "Übung für 30 Sekunden …", "3."]


@pytest.mark.live
@pytest.mark.parametrize("text", TEXTS)
def test_the_real_engine_says_every_text(text: str) -> None:
    """None is taken for an option, none ends in a shell."""
    recording = Espeak(need_espeak()).recording(text)
    assert 0.4 < len(recording.samples) / recording.rate < 6
    assert max(recording.samples) > 5_000


def test_the_text_reaches_the_engine_as_it_is(tmp_path: Path) -> None:
    Espeak(fake_espeak(tmp_path)).recording("-x „knees“ \udc80")
    assert told(tmp_path) == ["-x „knees“ ?"]


@pytest.mark.parametrize(
    "script",
    [f"{SPEAKS}raise SystemExit(1)", "raise SystemExit", "import os; os.abort()", "print('RIFF no sound')", "pass"],
)
def test_an_engine_that_gives_no_recording_has_lost_the_sentence(tmp_path: Path, script: str) -> None:
    with pytest.raises(Lost):
        Espeak(fake_espeak(tmp_path, script)).recording("Halfway.")


def test_a_mac_says_a_sentence_into_a_file_that_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "voices").write_text(VOICES)
    speaker = Say(SpeechEngine("say", str(stand_in(tmp_path, "say", SAYS))), tmp_path / "clips")
    assert speaker.recording("-n of 3.").rate == 22_050
    order = told(tmp_path)[0].split("|")
    assert order[:5] == ["-v", "Samantha", "-r", "165", "-o"]
    assert order[6:] == ["--file-format=WAVE", "--data-format=LEI16@44100", "-f", "-", "-n of 3."]
    assert Path(order[5]).parent == tmp_path / "clips"
    assert [*(tmp_path / "clips").iterdir()] == []


def test_the_voice_that_every_mac_has_is_taken_or_another_english_one() -> None:
    """Names have spaces; a Mac that speaks no English uses what it has."""
    rows = VOICES.splitlines()
    assert english_voice(VOICES) == "Samantha"
    assert english_voice("\n".join([rows[0], rows[2], rows[1]])) == "Grandma (English (US))"
    assert english_voice("\n".join([rows[0], "", "odd", rows[4]])) == ""


def windows(folder: Path) -> SystemSpeech:
    """Windows' engine with a stand-in for PowerShell."""
    return SystemSpeech(SpeechEngine("System.Speech", str(stand_in(folder, "powershell.exe", POWERSHELL))))


def test_one_powershell_says_all_sentences(tmp_path: Path) -> None:
    speaker = windows(tmp_path)
    texts = ["'; exit #", 'Für "30" Sekunden …', "%PATH% $x `n"]
    recordings = [speaker.recording(text) for text in texts]
    assert [(list(recording.samples), recording.rate) for recording in recordings] == [([1, 2], 44_100)] * 3
    assert [line.split(" ", 1)[1] for line in told(tmp_path)] == texts
    assert len({line.split()[0] for line in told(tmp_path)}) == 1
    end(speaker)


def end(speaker: SystemSpeech) -> None:
    """What the end of the child does, and the rest."""
    speaker.clear()
    with pytest.raises(Lost):
        speaker.recording("Halfway.")


@pytest.mark.parametrize("text", ["Lost.", "Die."])
def test_a_sentence_that_powershell_does_not_say_is_lost_and_another_one_says_the_next(
    tmp_path: Path, text: str
) -> None:
    speaker = windows(tmp_path)
    with pytest.raises(Lost):
        speaker.recording(text)
    assert speaker.recording("Halfway.").rate == 44_100
    end(speaker)


def test_the_script_reaches_powershell_whole() -> None:
    """It must not name the input that PowerShell collects, nor write anything but the answers."""
    *options, last = powershell_command("powershell.exe")[1:]
    assert b64decode(last).decode("utf-16-le") == SCRIPT
    assert options[-1] == "-EncodedCommand"
    assert "$input" not in SCRIPT.lower()
    assert len(last) < 8_000
    assert SCRIPT.count("{") == SCRIPT.count("}")
    assert set(re.findall(r"\$voice\.(\w+)", SCRIPT)) == {
        "SelectVoiceByHints",
        "Rate",
        "SetOutputToAudioStream",
        "Speak",
        "SetOutputToNull",
    }


def test_each_engine_has_its_speaker(tmp_path: Path) -> None:
    names = {"espeak-ng": Espeak, "espeak": Espeak, "say": Say, "System.Speech": SystemSpeech}
    assert {name: type(speaker_for(SpeechEngine(name, ""), tmp_path)) for name in names} == names


def in_child(speaker: SpeechProgram, folder: Path) -> str:
    """What the child answers to one sentence."""
    return made(speaker, folder, "say-1", "Halfway.", threading.Lock())


def test_the_child_tells_how_it_went(tmp_path: Path) -> None:
    clips = tmp_path / "clips"
    speaker = Espeak(fake_espeak(tmp_path))
    assert in_child(speaker, clips) == "made"
    assert find_clip(clips, "say-1") is not None
    assert in_child(speaker, tmp_path / "told") == "refused"
    assert in_child(Espeak(SpeechEngine("espeak-ng", str(tmp_path / "away"))), clips) == "lost"
    (tmp_path / "tone.wav").write_bytes((tmp_path / "tone.wav").read_bytes()[:44])
    assert in_child(speaker, clips) == "silent"

"""The voice, recorded: every sentence is heard whole and once, at its moment, and never over a sound."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.wavs import read_sounds
from tests.hearing.expected import expected
from tests.hearing.rig import perform
from tests.hearing.transcript import transcribe
from tests.hearing.verdict import judge
from tests.helpers.terminal import Terminal
from tests.helpers.voice import need_espeak

CONFIG = 'setup = 10\nvoice = "on"\ncount_aloud = "all"\nplayer = "miniaudio"\n'
SESSION = """
format = 1
name = "Spoken"
order = "straight"
rounds = 1
rest = 7
[[exercise]]
id = "leg-lift"
name = "Leg lift"
reps = 13
sides = "each"
left = "Left leg"
right = "Right leg"
tempo = ["up 0.25"]
[[exercise]]
id = "plank"
name = "Plank"
hold = 26
"""
#: A sentence that is not ready when its time comes is left out: a busy machine may do without some.
SURE = ("New: leg lift, left.", "Thirteen reps.", "Right side.", "New: plank.", "Halfway.", "Ten left.")


@pytest.mark.live
@pytest.mark.outside
def test_every_sentence_is_heard_once_and_clear_of_the_sounds(tmp_path: Path) -> None:
    """The recording is the sum of the sounds and the clips, to the last bit: nothing was lowered, nothing cut."""
    need_espeak()
    pytest.importorskip("miniaudio")
    session = tmp_path / "spoken.toml"
    session.write_text(SESSION)
    performance = perform(tmp_path, session, CONFIG, hands)
    spoken = [row for row in performance.trace if row["event"] == "Said"]
    said = [row["text"] for row in spoken]
    assert [text for text in said if text in SURE] == list(SURE), "; ".join(said)
    clips = read_sounds(tmp_path / "cache" / "glutetimer" / "voice")
    complaints = without_words(performance.recording, [clips[row["clip"]] for row in spoken])
    heard = transcribe(performance.recording, read_sounds(sounds_folder()))
    complaints += judge(expected(performance.trace), heard, performance.began).complaints
    assert not complaints, "\n".join(complaints)


def without_words(recording: array[int], clips: Sequence[array[int]]) -> list[str]:
    """Find each clip after the one before, sample by sample, and put silence in its place; what is not found."""
    after, complaints = 0, []
    for number, clip in enumerate(clips):
        found = recording.tobytes().find(clip.tobytes(), 2 * after)
        if found < 0:
            complaints.append(f"sentence {number} is not heard whole")
            continue
        after = found // 2 + len(clip)
        recording[found // 2 : after] = array("h", bytes(2 * len(clip)))
    return complaints


def hands(terminal: Terminal) -> None:
    """Nobody presses a key before the end."""
    terminal.wait_for_event("Finished")
    terminal.press_until("\x1b", "Saved: ")
